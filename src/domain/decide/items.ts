import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { isAllergens } from '#domain/menu/allergens.ts'
import { fitsTotal, type Bill } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { itemDraft } from './drafts.ts'
import { isQty, linesNamed } from './lines.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { unlessPaid } from './still-paid.ts'

/** A quantity is free until the item is sent; after that only adding and voiding change it. [ITEM4] [ITEM6] */
export function setItemQty(command: Of<'set_item_qty'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const lines = unsentLines(bill, command.itemId)
  if ('ok' in lines) return lines
  const { qty } = command
  if (!isQty(qty)) return reject('bad_qty', 'ITEM6')
  if (qty !== 1 && lines.some((line) => line.weight !== null)) return reject('bad_qty', 'WEIGHT1')
  const more = lines.reduce((all, line) => all + line.unitPrice * (qty - line.qty), 0)
  if (!fitsTotal(bill, more)) return reject('total_too_large', 'BILL2')
  return unlessPaid(
    bill,
    lines.map(({ id }) => itemDraft(id, { type: 'item_qty_set', payload: { qty } })),
  )
}

/** A note is the line's own, also of one part of a combo. [ITEM2] [ITEM4] */
export function setItemNote(command: Of<'set_item_note'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = standingItem(bill, command.itemId)
  if (item === undefined) return reject('unknown_item', 'ITEM4')
  if (item.status === 'sent') return reject('item_already_sent', 'ITEM4')
  if (command.note.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  return ok([itemDraft(item.id, { type: 'item_note_set', payload: { note: command.note } })])
}

/** Before sending nobody cooked it: it is removed, and still recorded. [ITEM7] */
export function removeItem(command: Of<'remove_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const lines = unsentLines(bill, command.itemId)
  if ('ok' in lines) return lines
  const by = { by: context.actor.id, approvedBy: null, reason: '', at: context.now }
  const payload = { kind: 'removed', qty: null, ...by } as const
  return unlessPaid(
    bill,
    lines.map(({ id }) => itemDraft(id, { type: 'item_voided', payload })),
  )
}

/** A word to the kitchen about what it already has: it gets the line again in full, as changed. [CHANGE1] */
export function changeSentItem(command: Of<'change_sent_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = standingItem(bill, command.itemId)
  if (item === undefined) return reject('unknown_item', 'CHANGE1')
  if (item.status === 'new') return reject('item_not_sent', 'CHANGE1')
  const asked = { action: 'send', subjects: [item.id], reason: command.note, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const { reason: note, by, at } = authority.value
  if (note === item.note) return ok([])
  return ok([itemDraft(item.id, { type: 'item_changed', payload: { note, at, by } })])
}

/**
 * What the guest of a line must not eat. Before and after sending: the kitchen reads it on the line, and after sending
 * as a change. Only what the person changed is written. [ALLERGY1] [ALLERGY2]
 */
export function setAllergies(command: Of<'set_allergies'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = standingItem(bill, command.itemId)
  if (item === undefined) return reject('unknown_item', 'ALLERGY1')
  const now = item.allergies ?? []
  const { allergies, before = now } = command
  if (!isAllergens(allergies) || !isAllergens(before)) return reject('bad_allergy', 'ALLERGY1')
  const added = allergies.filter((one) => !now.includes(one) && !before.includes(one))
  const removed = before.filter((one) => now.includes(one) && !allergies.includes(one))
  if (added.length + removed.length === 0) return ok([])
  const payload = { added, removed, at: context.now, by: context.actor.id }
  return ok([itemDraft(item.id, { type: 'item_allergies_set', payload })])
}

/** What is named, if nothing of it has been sent: of a combo no part may be in the kitchen. */
function unsentLines(bill: Bill, itemId: string): readonly Item[] | Decision {
  const lines = linesNamed(bill, itemId)
  if (lines.length === 0) return reject('unknown_item', 'ITEM4')
  return lines.some((line) => line.status === 'sent') ? reject('item_already_sent', 'ITEM4') : lines
}

function standingItem(bill: Bill, itemId: string): Item | undefined {
  return bill.items.find((item) => item.id === itemId && item.status !== 'voided')
}
