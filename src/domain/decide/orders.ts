import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { COVERS_MAX } from '#domain/limits.ts'
import { liveItems } from '#domain/order/bill.ts'
import { isGuest, NO_GUEST, sameGuest } from '#domain/order/guest.ts'
import { SERVICES } from '#domain/order/order.ts'
import { pricingRules } from '#domain/order/pricing-rules.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { orderDraft, orderEvent } from './drafts.ts'
import { holdsMoney } from './holds-money.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { retaxed } from './retaxed.ts'
import { unlessPaid } from './still-paid.ts'

/** How far ahead an order may be promised, in milliseconds: a year and a day. */
const DUE_MS_MAX = 366 * 24 * 3_600_000

/** [ORDER1] [ORDER2] [ORDER3] [ORDER9] [PRICE9] */
export function openOrder(command: Of<'open_order'>, context: Context): Decision {
  const { settings, actor, now } = context
  const { service, tableId, covers, guest = NO_GUEST, dueAt = null } = command
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (context.bill !== null) return reject('order_exists', 'ORDER1')
  if (!SERVICES.includes(service)) return reject('bad_service', 'SERVICE1')
  if (!isCovers(covers)) return reject('bad_covers', 'ORDER3')
  if (!isGuest(guest) || !isDue(dueAt, now)) return reject('bad_guest', 'ORDER9')
  if (tableId !== null && context.table?.active !== true) return reject('unknown_table', 'ORDER2')
  if (tableId !== null && context.tableOrderId !== null) return reject('table_taken', 'ORDER2')
  return orderEvent(command.orderId, {
    type: 'order_opened',
    payload: {
      number: context.nextNumber,
      service,
      tableId,
      covers,
      guest,
      dueAt,
      businessDate: businessDate(now, settings.zone, settings.cutoverHour),
      openedAt: now,
      openedBy: actor.id,
      rules: pricingRules(settings),
    },
  })
}

/** [ORDER3] */
export function setCovers(command: Of<'set_covers'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  if (!isCovers(command.covers)) return reject('bad_covers', 'ORDER3')
  const draft = orderDraft(bill.order.id, { type: 'order_covers_set', payload: { covers: command.covers } })
  return unlessPaid(bill, [draft])
}

/** [ORDER9] */
export function setGuest(command: Of<'set_guest'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { guest, dueAt } = command
  if (!isGuest(guest) || !isDue(dueAt, bill.order.openedAt)) return reject('bad_guest', 'ORDER9')
  if (sameGuest(guest, bill.order.guest) && dueAt === bill.order.dueAt) return ok([])
  const { name, contact, address } = guest
  return orderEvent(bill.order.id, { type: 'order_guest_set', payload: { name, contact, address, dueAt } })
}

/** Every standing line bears the taxes of the new service from now on. [SERVICE1] [TAX4] */
export function setService(command: Of<'set_service'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { service } = command
  if (!SERVICES.includes(service)) return reject('bad_service', 'SERVICE1')
  if (service === bill.order.service) return ok([])
  const set = orderDraft(bill.order.id, { type: 'order_service_set', payload: { service } })
  return unlessPaid(bill, [set, ...retaxed(liveItems(bill.items), service, context)])
}

/** [ORDER2] [ORDER10] */
export function moveTable(command: Of<'move_table'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { tableId } = command
  if (tableId === bill.order.tableId) return ok([])
  if (tableId !== null && context.table?.active !== true) return reject('unknown_table', 'ORDER2')
  if (tableId !== null && context.tableOrderId !== null) return reject('table_taken', 'ORDER10')
  return orderEvent(bill.order.id, { type: 'order_table_set', payload: { tableId } })
}

/** [ORDER11] */
export function transferOrder(command: Of<'transfer_order'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, to, reason } = command
  if (context.person?.id !== to) return reject('unknown_person', 'ORDER11')
  if (to === bill.order.waiter) return ok([])
  const asked = { action: 'transfer_order', subjects: [orderId], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return orderEvent(bill.order.id, { type: 'order_transferred', payload: { to, ...authority.value } })
}

/** Only when nothing stands on it and nobody paid, or is paying. [ORDER5] */
export function cancelOrder(command: Of<'cancel_order'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, reason } = command
  if (bill.merged.length > 0) return reject('order_has_merged', 'ORDER5')
  if (liveItems(bill.items).length > 0) return reject('order_has_items', 'ORDER5')
  if (holdsMoney(bill.payments)) return reject('order_has_payments', 'ORDER5')
  const asked = { action: 'cancel_order', subjects: [orderId], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return orderEvent(bill.order.id, { type: 'order_cancelled', payload: authority.value })
}

function isCovers(covers: number): boolean {
  return Number.isSafeInteger(covers) && covers >= 1 && covers <= COVERS_MAX
}

function isDue(dueAt: number | null, from: number): boolean {
  return dueAt === null || (Number.isSafeInteger(dueAt) && dueAt >= from && dueAt <= from + DUE_MS_MAX)
}
