import type { Command } from '#domain/command/command.ts'
import type { Item } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import { liveItems, type Bill } from '#domain/order/bill.ts'
import { SERVICES } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { CHARGE_RULES } from './charge-rules.ts'
import { DISHES, type Till } from './till.ts'

/** What is there to do something to, and the numbers that choose among it. */
export interface Meaning {
  readonly b: number
  readonly c: number
  /** Makes new ids. */
  readonly at: number
  readonly till: Till
  readonly open: readonly Bill[]
  readonly orderId: string
  readonly other: string
  readonly bill: Bill | null
  readonly item: Item | undefined
  readonly itemId: string
  readonly payment: Payment | undefined
  readonly paymentId: string
}

export type Meant = (meaning: Meaning) => Command

const reason = 'because'

export function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

function discountOf({ orderId, c }: Meaning) {
  const how =
    c % 2 === 0
      ? ({ kind: 'percent', ratePpm: (c % 9) * 37_500 + 1, cap: null } as const)
      : ({ kind: 'amount', amount: minor(1 + (c % 300)) } as const)
  return { orderId, discountId: `d${c % 3}`, name: 'Off', how, reason }
}

const openOrder: Meant = ({ open, orderId, b, c, at }) => ({
  type: 'open_order',
  orderId: open.length < 4 ? `o${at}` : orderId,
  service: pick(SERVICES, b) ?? 'tab',
  tableId: null,
  covers: 1 + (c % 6),
})

const addItem: Meant = ({ orderId, b, c, at }) => ({
  type: 'add_item',
  orderId,
  itemId: `i${at}`,
  menuItemId: pick(DISHES, b)?.id ?? 'tea',
  qty: 1 + (c % 4),
  note: '',
  seat: c % 3,
  held: c % 7 === 0,
})

const voidItem: Meant = ({ orderId, itemId, bill, c }) => ({
  type: 'void_item',
  orderId,
  itemId: bill?.items.find(({ status }) => status === 'sent')?.id ?? itemId,
  kind: c % 2 === 0 ? 'wasted' : 'unmade',
  qty: 1 + (c % 3),
  reason,
})

const undoDiscount: Meant = ({ orderId, itemId, bill, c }) => {
  const onOrder = pick(bill?.order.discounts ?? [], c)
  if (onOrder !== undefined) return { type: 'remove_order_discount', orderId, discountId: onOrder.id }
  const line = bill?.items.find(({ discounts, status }) => discounts.length > 0 && status !== 'voided')
  const onLine = pick(line?.discounts ?? [], c)?.id ?? 'comp'
  return { type: 'remove_item_discount', orderId, itemId: line?.id ?? itemId, discountId: onLine }
}

const exempt: Meant = ({ orderId, c }) => ({
  type: 'exempt_order',
  orderId,
  exempt: c % 3 === 0 ? 'all' : c % 3 === 1 ? ['vat-23'] : [],
  reason,
})

const waive: Meant = ({ orderId, b, c }) => ({
  type: 'waive_charge',
  orderId,
  chargeId: b % 2 === 0 ? CHARGE_RULES.service.id : CHARGE_RULES.open.id,
  waived: c % 3 > 0,
  reason,
})

const unmerge: Meant = ({ till, orderId, c }) => {
  const merged = till.bills().flatMap((one) => one.merged.map(({ id }) => id))
  return { type: 'unmerge_order', orderId: pick(merged, c) ?? orderId, reason }
}

const cancel: Meant = ({ open, orderId }) => {
  const empty = open.find(({ items }) => liveItems(items).length === 0)
  return { type: 'cancel_order', orderId: empty?.order.id ?? orderId, reason }
}

/** What is done to orders and lines. */
export const ORDER_INTENTS = {
  open: openOrder,
  add: addItem,
  qty: ({ orderId, itemId, c }) => ({ type: 'set_item_qty', orderId, itemId, qty: c % 6 }),
  remove: ({ orderId, itemId }) => ({ type: 'remove_item', orderId, itemId }),
  void: voidItem,
  comp: ({ orderId, itemId }) => ({ type: 'comp_item', orderId, itemId, reason }),
  discount_item: (meaning) => ({ type: 'discount_item', itemId: meaning.itemId, ...discountOf(meaning) }),
  discount_order: (meaning) => ({ type: 'discount_order', ...discountOf(meaning) }),
  undo_discount: undoDiscount,
  charge: ({ orderId, c }) => ({
    type: 'set_charge',
    orderId,
    chargeId: CHARGE_RULES.open.id,
    amount: c % 4 === 0 ? null : c,
    reason,
  }),
  waive,
  exempt,
  covers: ({ orderId, c }) => ({ type: 'set_covers', orderId, covers: c % 8 }),
  service: ({ orderId, c }) => ({ type: 'set_service', orderId, service: pick(SERVICES, c) ?? 'tab' }),
  seat: ({ orderId, itemId, c }) => ({ type: 'place_item', orderId, itemId, seat: c % 4 }),
  move: ({ orderId, itemId, other }) => ({
    type: 'move_items',
    orderId,
    itemIds: [itemId],
    to: other,
    reason,
  }),
  merge: ({ orderId, other }) => ({ type: 'merge_orders', orderId, into: other, reason }),
  unmerge,
  send: ({ orderId }) => ({ type: 'send_order', orderId }),
  reopen: ({ orderId }) => ({ type: 'reopen_order', orderId, reason }),
  cancel,
} as const satisfies { readonly [kind: string]: Meant }
