import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Discount } from '#domain/discount/discount.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { allocate } from '#domain/money/allocate.ts'
import { isMinor } from '#domain/money/money.ts'
import type { Item } from '#domain/item/item.ts'
import { lineAmount } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { lineDiscountPpm, orderDiscountPpm } from './discount-size.ts'
import { itemDraft, orderDraft } from './drafts.ts'
import { linesNamed } from './lines.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { unlessPaid } from './still-paid.ts'

/** A line has one comp, whoever gives it: its id is no discount's. */
const COMP_ID = 'comp'
const ALL_PPM = 1_000_000

/** [DISC1] [DISC2] [PRICE5] */
export function discountOrder(command: Of<'discount_order'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, discountId: id, name, how, reason } = command
  if (!isDiscount(command)) return reject('bad_discount', 'DISC1')
  const value = orderDiscountPpm(bill, { id, how })
  const amount = { value, aloneMax: context.actor.rights.discountPpm }
  const asked = { action: 'discount', subjects: [orderId], reason, reasonRule: 'DISC1', amount } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload: Discount = { id, name: name.trim(), kind: 'discount', how, ...authority.value }
  return unlessPaid(bill, [orderDraft(orderId, { type: 'order_discounted', payload })])
}

/** On a combo the discount is shared out over its parts. [DISC1] [DISC2] [PRICE5] */
export function discountItem(command: Of<'discount_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const lines = linesNamed(bill, command.itemId)
  if (lines.length === 0) return reject('unknown_item', 'ITEM4')
  const { itemId, discountId: id, name, reason } = command
  if (!isDiscount(command)) return reject('bad_discount', 'DISC1')
  const parts = sharedOut(command.how, lines)
  const sizes = parts.map(({ line, how }) => lineDiscountPpm(bill, line, { id, how }))
  const amount = { value: Math.max(...sizes), aloneMax: context.actor.rights.discountPpm }
  const asked = { action: 'discount', subjects: [itemId], reason, reasonRule: 'DISC1', amount } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const given = { id, name: name.trim(), kind: 'discount', ...authority.value } as const
  const drafts = parts.map(({ line, how }) =>
    itemDraft(line.id, { type: 'item_discounted', payload: { ...given, how } }),
  )
  return unlessPaid(bill, drafts)
}

/** On the house: the line stays, and costs nothing. [DISC3] [PRICE4] */
export function compItem(command: Of<'comp_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const lines = linesNamed(bill, command.itemId)
  if (lines.length === 0) return reject('unknown_item', 'ITEM4')
  const { itemId, reason } = command
  const asked = { action: 'comp', subjects: [itemId], reason, reasonRule: 'DISC3' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const how = { kind: 'percent', ratePpm: ALL_PPM, cap: null } as const
  const payload: Discount = { id: COMP_ID, name: 'Comp', kind: 'comp', how, ...authority.value }
  return unlessPaid(
    bill,
    lines.map(({ id }) => itemDraft(id, { type: 'item_discounted', payload })),
  )
}

/** [DISC4] */
export function removeOrderDiscount(command: Of<'remove_order_discount'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, discountId: id } = command
  if (!bill.order.discounts.some((one) => one.id === id)) return reject('unknown_discount', 'DISC4')
  const asked = { action: 'discount', subjects: [orderId], reason: '', reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { id, ...authority.value }
  return ok([orderDraft(orderId, { type: 'order_discount_removed', payload })])
}

/** [DISC4] */
export function removeItemDiscount(command: Of<'remove_item_discount'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { itemId, discountId: id } = command
  const lines = linesNamed(bill, itemId).filter((line) => line.discounts.some((one) => one.id === id))
  if (lines.length === 0) return reject('unknown_discount', 'DISC4')
  const action = id === COMP_ID ? 'comp' : 'discount'
  const asked = { action, subjects: [itemId], reason: '', reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { id, ...authority.value }
  return ok(lines.map((line) => itemDraft(line.id, { type: 'item_discount_removed', payload })))
}

function isDiscount(asked: {
  readonly discountId: string
  readonly name: string
  readonly how: Discount['how']
}): boolean {
  const { discountId, name, how } = asked
  const named = name.trim() !== '' && name.length <= NAME_LENGTH_MAX
  const known = discountId !== '' && discountId.length <= NAME_LENGTH_MAX && discountId !== COMP_ID
  if (!named || !known) return false
  if (how.kind === 'amount') return isMinor(how.amount) && how.amount > 0
  const capped = how.cap === null || (isMinor(how.cap) && how.cap > 0)
  return capped && Number.isSafeInteger(how.ratePpm) && how.ratePpm > 0 && how.ratePpm <= ALL_PPM
}

interface Part {
  readonly line: Item
  readonly how: Discount['how']
}

/** A percentage is each part's own; an amount or a cap is of the whole, so each part gets its share. */
function sharedOut(how: Discount['how'], lines: readonly Item[]): readonly Part[] {
  const whole = how.kind === 'amount' ? how.amount : how.cap
  if (whole === null || lines.length === 1) return lines.map((line) => ({ line, how }))
  const shares = allocate(whole, lines.map(lineAmount))
  return lines.flatMap((line, i) => {
    const share = shares[i]
    if (share === undefined || share === 0) return []
    return [{ line, how: how.kind === 'amount' ? { ...how, amount: share } : { ...how, cap: share } }]
  })
}
