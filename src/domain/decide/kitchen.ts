import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import { SENDING_MAX } from '#domain/limits.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { itemDraft } from './drafts.ts'
import { sentDraft } from './sent-draft.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'

/**
 * Sends what is new and not held: what the kitchen already has is never sent twice. Of a very long order the oldest
 * lines go first, and the rest with the next sending. [SEND1] [SEND3] [SEND4]
 */
export function sendOrder(command: Of<'send_order'>, context: Context): Decision {
  return sending(command.orderId, context, 'SEND1', (item) => !item.held)
}

/** Sends what was held for a course; null: all that is held. [COURSE1] [SEND3] */
export function fireCourse(command: Of<'fire_course'>, context: Context): Decision {
  const { course } = command
  return sending(command.orderId, context, 'COURSE1', (item) => {
    return item.held && (course === null || item.course === course)
  })
}

function sending(orderId: string, context: Context, rule: string, goes: (item: Item) => boolean): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const fresh = bill.items.filter((item) => item.status === 'new' && goes(item))
  if (fresh.length === 0) return reject('nothing_to_send', rule)
  const authorized = authorize(context, 'send', [orderId])
  if (!authorized.ok) return authorized
  return ok(fresh.slice(0, SENDING_MAX).map((item) => sentDraft(item, context)))
}

/** The kitchen may go on with what it has even when the order is paid meanwhile. [KITCHEN1] */
export function setPreparation(command: Of<'set_preparation'>, context: Context): Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  const { itemIds, preparation } = command
  const items = context.bill.items.filter((item) => itemIds.includes(item.id))
  if (items.length === 0 || items.length !== new Set(itemIds).size) return reject('unknown_item', 'KITCHEN1')
  if (items.some((item) => item.status === 'new')) return reject('item_not_sent', 'KITCHEN1')
  const changing = items.filter((item) => item.status === 'sent' && item.preparation !== preparation)
  const payload = { preparation, at: context.now }
  return ok(changing.map(({ id }) => itemDraft(id, { type: 'item_preparation_set', payload })))
}
