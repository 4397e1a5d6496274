import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { addendumOf, type AddendumWriter, type LateDay } from '#domain/day/addendum.ts'
import { businessDate, isBusinessDate } from '#domain/day/business-date.ts'
import { dayChecklist, type DayCheck } from '#domain/day/checklist.ts'
import type { Draft } from '#domain/event/event.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { reject, type Decision } from './reject.ts'

/**
 * Writes the Z of a business date: numbered, frozen, once. What arrived since of days closed before becomes their
 * addenda with it; a day that is closed already gets no second Z. [ZDAY1] to [ZDAY5] [ZDAY7]
 */
export function closeDay(command: Of<'close_day'>, context: Context): Decision {
  const { settings, day, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const date = command.businessDate
  const today = businessDate(now, settings.zone, settings.cutoverHour)
  if (!isBusinessDate(date) || date > today || day?.businessDate !== date) return reject('bad_date', 'ZDAY1')
  const isLate = context.lateDays.some((late) => late.day.id === date)
  if (day.closed !== null && !isLate) return reject('day_closed', 'ZDAY2')
  const blocking = day.closed === null && dayChecklist(day, settings).find(({ blocks }) => blocks)
  if (blocking) return reject(REFUSALS[blocking.what], 'ZDAY3')
  const authorized = authorize(context, 'close_day', [date])
  if (!authorized.ok) return authorized
  const { by: closedBy, approvedBy } = authorized.value
  const addenda = addendaOf(context.lateDays, { at: now, by: closedBy, letter: day.letter })
  if (day.closed !== null) return ok(addenda)
  const { nextNumber: number, orderIds, refundIds, figures } = day
  const carriedOver = [...new Set([...day.openOrders, ...day.scheduledOrders])].sort()
  const who = { closedAt: now, closedBy, approvedBy }
  const payload = { number, businessDate: date, ...who, orderIds, refundIds, figures, carriedOver }
  return ok([{ ent: { type: 'day', id: date }, event: { type: 'day_closed', payload } }, ...addenda])
}

/** On paper: what a Z would say now, or the Z as it was written. Nothing of the day changes. [ZDAY11] */
export function printDay(command: Of<'print_day'>, context: Context): Decision {
  const { settings, day, now, actor } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const date = command.businessDate
  if (!isBusinessDate(date) || day?.businessDate !== date) return reject('bad_date', 'ZDAY11')
  const authorized = authorize(context, 'read_x', [date])
  if (!authorized.ok) return authorized
  const { closed } = day
  const said =
    closed === null
      ? { number: '', figures: day.figures }
      : { number: closed.number, figures: closed.figures }
  const payload = { printerId: settings.receiptPrinterId, ...said, businessDate: date, by: actor.id, at: now }
  return ok([{ ent: { type: 'day', id: date }, event: { type: 'day_reported', payload } }])
}

function addendaOf(lateDays: readonly LateDay[], who: AddendumWriter): readonly Draft[] {
  return lateDays.flatMap(({ day, books }): readonly Draft[] => {
    const event = addendumOf(day, books, who)
    return event === null ? [] : [{ ent: { type: 'day', id: day.id }, event }]
  })
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
