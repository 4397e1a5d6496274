import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate, isBusinessDate } from '#domain/day/business-date.ts'
import { dayChecklist, type DayCheck } from '#domain/day/checklist.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { reject, type Decision } from './reject.ts'

/** Writes the Z of a business date: numbered, frozen, once. [ZDAY1] [ZDAY2] [ZDAY3] [ZDAY4] [ZDAY5] */
export function closeDay(command: Of<'close_day'>, context: Context): Decision {
  const { settings, day, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const date = command.businessDate
  const today = businessDate(now, settings.zone, settings.cutoverHour)
  if (!isBusinessDate(date) || date > today || day?.businessDate !== date) return reject('bad_date', 'ZDAY1')
  if (day.closed !== null) return reject('day_closed', 'ZDAY2')
  const blocking = dayChecklist(day, settings).find(({ blocks }) => blocks)
  if (blocking !== undefined) return reject(REFUSALS[blocking.what], 'ZDAY3')
  const authorized = authorize(context, 'close_day', [date])
  if (!authorized.ok) return authorized
  const { by: closedBy, approvedBy } = authorized.value
  const { nextNumber: number, orderIds, refundIds, figures } = day
  const carriedOver = [...new Set([...day.openOrders, ...day.scheduledOrders])].sort()
  const who = { closedAt: now, closedBy, approvedBy }
  const payload = { number, businessDate: date, ...who, orderIds, refundIds, figures, carriedOver }
  return ok([{ ent: { type: 'day', id: date }, event: { type: 'day_closed', payload } }])
}

/** What only warns has no refusal of its own. */
const REFUSALS: { readonly [what in DayCheck['what']]: RejectionCode } = {
  open_orders: 'orders_left_open',
  open_shifts: 'shifts_left_open',
  unclear_payments: 'payments_left_unclear',
  scheduled_orders: 'orders_left_open',
  not_checked_out: 'orders_left_open',
  unsynced_devices: 'orders_left_open',
}
