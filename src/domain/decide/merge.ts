import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { fitsTotal, lineAmount, liveItems } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { orderDraft, orderEvent } from './drafts.ts'
import { holdsMoney } from './holds-money.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'

/** `orderId` counts for `into` from now on, with what was paid for it. [MERGE1] [MERGE2] */
export function mergeOrders(command: Of<'merge_orders'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, into, reason } = command
  if (into === orderId) return reject('same_order', 'MERGE2')
  const target = openBill({ bill: context.otherBill })
  if (isDecision(target)) return target
  if (target.order.id !== into) return reject('unknown_order', 'MERGE2')
  if (bill.order.checks.length > 0) return reject('order_is_split', 'MERGE2')
  const more = liveItems(bill.items).reduce((all, item) => all + lineAmount(item), 0)
  if (!fitsTotal(target, more)) return reject('total_too_large', 'BILL2')
  const asked = { action: 'merge_orders', subjects: [orderId, into], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return orderEvent(orderId, { type: 'order_merged', payload: { into, ...authority.value } })
}

/** Takes a merge apart, as if it had never been; not once money came in for both. [MERGE3] [MERGE4] */
export function unmergeOrder(command: Of<'unmerge_order'>, context: Context): Decision {
  const { bill, otherBill } = context
  const { orderId, reason } = command
  if (bill === null) return reject('unknown_order', 'ORDER1')
  const from = bill.order.mergedInto
  if (bill.order.status !== 'merged' || from === null) return reject('not_merged', 'MERGE3')
  const target = openBill({ bill: otherBill })
  if (isDecision(target)) return target
  if (target.order.checks.length > 0) return reject('order_is_split', 'MERGE3')
  if (holdsMoney(target.payments)) return reject('order_has_payments', 'MERGE3')
  const asked = { action: 'merge_orders', subjects: [orderId], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const apart = orderDraft(orderId, { type: 'order_unmerged', payload: { from, ...authority.value } })
  const circle = target.order.mergedInto
  if (circle === null) return ok([apart])
  // Two orders merged into each other: the root's own pointer must go too, or they would swap places.
  const other = { type: 'order_unmerged', payload: { from: circle, ...authority.value } } as const
  return ok([apart, orderDraft(target.order.id, other)])
}
