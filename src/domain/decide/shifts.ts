import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { isMinor, minor } from '#domain/money/money.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { counted } from '#domain/shift/count.ts'
import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import { cashFlow, expectedCash, expectedOf } from '#domain/shift/expected-cash.ts'
import { CASH_MOVES, type CashMoveKind, type ShiftEvent } from '#domain/shift/shift.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { may } from '#domain/staff/rights.ts'
import { authorityFor } from './authority.ts'
import { reject, type Decision } from './reject.ts'

/** [SHIFT1] [SHIFT2] [SHIFT3] */
export function openShift(command: Of<'open_shift'>, context: Context): Decision {
  const { settings, drawer, now } = context
  const { shiftId, float } = command
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (drawer !== null && drawer.shift.id === shiftId) return ok([])
  const name = command.drawer.trim()
  if (name === '' || name.length > NAME_LENGTH_MAX) return reject('bad_drawer', 'SHIFT1')
  if (drawer !== null && drawer.shift.status === 'open') return reject('drawer_in_use', 'SHIFT2')
  if (!isMinor(float) || float < 0) return reject('bad_amount', 'SHIFT3')
  const authorized = authorize(context, 'open_drawer', [shiftId])
  if (!authorized.ok) return authorized
  const { by, approvedBy } = authorized.value
  const date = businessDate(now, settings.zone, settings.cutoverHour)
  const payload = { drawer: name, float, businessDate: date, openedAt: now, openedBy: by, approvedBy }
  return shiftEvent(shiftId, { type: 'shift_opened', payload })
}

/** Only cash that leaves for somebody's hands has a limit. [CASHMOVE1] [CASHMOVE2] [CASHMOVE3] [CASHMOVE4] [DRAWER2] */
export function moveCash(command: Of<'move_cash'>, context: Context): Decision {
  const { shiftId, moveId, kind, amount, reason } = command
  const known = knownDrawer(shiftId, context)
  if (!known.ok) return known
  const { shift } = known.value
  if (shift.moves.some((move) => move.moveId === moveId)) return ok([])
  if (shift.status === 'closed') return reject('shift_closed', 'SHIFT6')
  if (!CASH_MOVES.includes(kind) || !isMinor(amount)) return reject('bad_amount', 'CASHMOVE1')
  if (kind === 'no_sale' && amount !== 0) return reject('bad_amount', 'DRAWER2')
  if (kind !== 'no_sale' && amount <= 0) return reject('bad_amount', 'CASHMOVE1')
  const party = command.party.trim()
  if (party === '' && leavesTheHouse(kind)) return reject('party_missing', 'CASHMOVE2')
  if (party.length > NAME_LENGTH_MAX) return reject('note_too_long', 'CASHMOVE2')
  const authority = authorityFor(context, {
    action: kind === 'no_sale' ? 'no_sale' : 'move_cash',
    subjects: [shiftId],
    reason,
    reasonRule: 'CASHMOVE2',
    ...(leavesTheHouse(kind) && { amount: { value: amount, aloneMax: context.actor.rights.paidOutMax } }),
  })
  if (!authority.ok) return authority
  const payload = { moveId, kind, amount, party, ...authority.value }
  return shiftEvent(shiftId, { type: 'shift_cash_moved', payload })
}

/** Whoever may not see what is expected counts blind, whatever they say. [COUNT1] [COUNT2] [COUNT3] */
export function countDrawer(command: Of<'count_drawer'>, context: Context): Decision {
  const { shiftId } = command
  const known = openDrawer(shiftId, context)
  if (!known.ok) return known
  const found = counted(command.pieces)
  if (found === null) return reject('bad_count', 'COUNT1')
  const authorized = authorize(context, 'close_shift', [shiftId])
  if (!authorized.ok) return authorized
  const blind = command.blind || !may(context.actor.rights, 'see_expected_cash')
  const expected = expectedCash(known.value)
  const payload = { ...found, expected, blind, by: authorized.value.by, at: context.now }
  return shiftEvent(shiftId, { type: 'shift_counted', payload })
}

/** Freezes what was counted beside what was expected. [SHIFT4] [SHIFT5] [SHIFT6] */
export function closeShift(command: Of<'close_shift'>, context: Context): Decision {
  const { shiftId } = command
  const known = openDrawer(shiftId, context)
  if (!known.ok) return known
  const { shift } = known.value
  const flow = cashFlow(known.value)
  const expected = expectedOf(shift.float, flow)
  const count = shift.counts.at(-1)
  if (count === undefined) return reject('drawer_not_counted', 'SHIFT4')
  if (count.expected !== expected) return reject('count_outdated', 'SHIFT5')
  const authorized = authorize(context, 'close_shift', [shiftId])
  if (!authorized.ok) return authorized
  const result = { expected, counted: count.total, difference: minor(count.total - expected) }
  const payload = { ...result, ...flow, ...authorized.value, at: context.now }
  return shiftEvent(shiftId, { type: 'shift_closed', payload })
}

/** [CHECKOUT1] [CHECKOUT2] [CHECKOUT3] */
export function checkOut(command: Of<'check_out'>, context: Context): Decision {
  const { settings, checkOut: facts, now, actor } = context
  const { checkOutId, declaredTips } = command
  if (settings === null || facts === null) return reject('store_not_ready', 'ORDER1')
  if (facts.openOrders.length > 0) return reject('orders_to_transfer', 'CHECKOUT1')
  if (!isMinor(declaredTips) || declaredTips < 0) return reject('bad_amount', 'CHECKOUT3')
  const action = facts.userId === actor.id ? 'check_out' : 'check_out_other'
  const authorized = authorize(context, action, [checkOutId])
  if (!authorized.ok) return authorized
  const { userId, orders, covers, sales, cash, cardTips } = facts
  const payload = {
    userId,
    businessDate: businessDate(now, settings.zone, settings.cutoverHour),
    orders,
    covers,
    sales,
    cash,
    cardTips,
    declaredTips,
    due: minor(cash - cardTips),
    ...authorized.value,
    at: now,
  }
  return ok([{ ent: { type: 'check_out', id: checkOutId }, event: { type: 'check_out_done', payload } }])
}

/** Into somebody's hands; a drop goes to the safe. [CASHMOVE3] */
function leavesTheHouse(kind: CashMoveKind): boolean {
  return kind === 'paid_out' || kind === 'tip_out'
}

function knownDrawer(shiftId: string, { drawer }: Context): Result<DrawerFacts, Rejection> {
  const known = drawer !== null && drawer.shift.id === shiftId
  return known ? ok(drawer) : err({ code: 'unknown_shift', rule: 'SHIFT1' })
}

function openDrawer(shiftId: string, context: Context): Result<DrawerFacts, Rejection> {
  const known = knownDrawer(shiftId, context)
  if (!known.ok || known.value.shift.status === 'open') return known
  return err({ code: 'shift_closed', rule: 'SHIFT6' })
}

function shiftEvent(id: string, event: ShiftEvent): Decision {
  return ok([{ ent: { type: 'shift', id }, event }])
}
