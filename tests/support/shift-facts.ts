import type { Day } from '#domain/day/day.ts'
import type { DayAddendum, DayClosed, DayEvent, DayFacts } from '#domain/day/day-close.ts'
import { foldDay } from '#domain/day/day.ts'
import { dayFigures } from '#domain/day/day-figures.ts'
import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import { minor } from '#domain/money/money.ts'
import type { SoldPayment } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { CheckOutEvent, CheckOutFacts } from '#domain/shift/check-out.ts'
import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import { foldShift } from '#domain/shift/fold.ts'
import type {
  CashMove,
  CashMoveKind,
  DrawerCount,
  Shift,
  ShiftClosed,
  ShiftEvent,
  ShiftOpened,
} from '#domain/shift/shift.ts'
import { authority, DATE, NOON } from './facts.ts'

export const SHIFT = 's1'

/** The front drawer, opened by the waiter at noon with 100.00. */
export function shiftOpened(over: Partial<ShiftOpened> = {}): ShiftEvent {
  const payload = {
    drawer: 'front',
    float: minor(10_000),
    businessDate: DATE,
    openedAt: NOON,
    openedBy: 'ana',
    approvedBy: null,
    ...over,
  }
  return { type: 'shift_opened', payload }
}

export function cashMoved(
  moveId: string,
  kind: CashMoveKind,
  amount: number,
  over: Partial<CashMove> = {},
): ShiftEvent {
  const who = authority({ by: 'rui', reason: 'market' })
  return {
    type: 'shift_cash_moved',
    payload: { moveId, kind, amount: minor(amount), party: 'Zé', ...who, ...over },
  }
}

/** Counted in coins of 1, unless a test says otherwise. */
export function drawerCounted(total: number, expected: number, over: Partial<DrawerCount> = {}): ShiftEvent {
  const pieces = [{ value: minor(1), count: total }]
  const count = { pieces, total: minor(total), expected: minor(expected), blind: false, by: 'ana', at: NOON }
  return { type: 'shift_counted', payload: { ...count, ...over } }
}

/** Closed with nothing but its float in it. */
export function shiftClosed(over: Partial<ShiftClosed> = {}): ShiftEvent {
  const none = minor(0)
  const flow = {
    cashSales: none,
    cashTips: none,
    cashRefunds: none,
    paidIn: none,
    paidOut: none,
    drops: none,
    tipsOut: none,
  }
  const counted = { expected: minor(10_000), counted: minor(10_000), difference: none }
  return {
    type: 'shift_closed',
    payload: { ...flow, ...counted, by: 'ana', approvedBy: null, at: NOON, ...over },
  }
}

export function shiftOf(...events: readonly ShiftEvent[]): Shift {
  const shift = events.reduce<Shift | null>((before, event) => foldShift(SHIFT, before, event), null)
  if (shift === null) throw new Error('these facts open no drawer')
  return shift
}

/** A drawer session after these events, with the payments these facts make. */
export function drawerAfter(events: readonly ShiftEvent[], facts: readonly Draft[] = []): DrawerFacts {
  return { shift: shiftOf(shiftOpened(), ...events), payments: paymentsOf(facts) }
}

export function paymentsOf(facts: readonly Draft[]): readonly Payment[] {
  const states = new Map<string, EntityState | null>()
  for (const { ent, event } of facts)
    states.set(ent.id, foldEntity(ent.type, ent.id, states.get(ent.id) ?? null, event))
  return [...states.values()].map((state) => state as Payment)
}

export function checkOutFactsOf(over: Partial<CheckOutFacts> = {}): CheckOutFacts {
  const sums = { orders: 3, covers: 7, sales: minor(9_000), cash: minor(4_000), cardTips: minor(650) }
  return { userId: 'ana', openOrders: [], ...sums, ...over }
}

/** A waiter who sold nothing and owes nothing. */
export function checkedOut(at = NOON): CheckOutEvent {
  const none = minor(0)
  const sums = {
    orders: 0,
    covers: 0,
    sales: none,
    cash: none,
    cardTips: none,
    declaredTips: none,
    due: none,
  }
  const who = { userId: 'ana', businessDate: DATE, by: 'ana', approvedBy: null, at }
  return { type: 'check_out_done', payload: { ...sums, ...who } }
}

export const NOTHING_SOLD = dayFigures({ sales: [], refunds: [] })

/** A day with nothing left to settle. */
export function dayFactsOf(over: Partial<DayFacts> = {}): DayFacts {
  return {
    businessDate: DATE,
    letter: 'A',
    nextNumber: 'A-Z12',
    openOrders: [],
    scheduledOrders: [],
    openShifts: [],
    notCheckedOut: [],
    unclearPayments: [],
    unsyncedDevices: [],
    orderIds: ['o1', 'o2'],
    refundIds: ['r1'],
    figures: NOTHING_SOLD,
    closed: null,
    ...over,
  }
}

export function dayClosed(over: Partial<DayClosed> = {}): DayEvent & { readonly type: 'day_closed' } {
  const payload = {
    number: 'A-Z12',
    businessDate: DATE,
    closedAt: NOON,
    closedBy: 'rui',
    approvedBy: null,
    orderIds: ['o1', 'o2'],
    refundIds: ['r1'],
    figures: NOTHING_SOLD,
    carriedOver: [],
    ...over,
  }
  return { type: 'day_closed', payload }
}

export function dayAddended(over: Partial<DayAddendum> = {}): DayEvent {
  const ids = { orderIds: ['o3'], refundIds: [] }
  const payload = { number: 'A-Z12+A1', ...ids, figures: NOTHING_SOLD, at: NOON, by: 'rui', ...over }
  return { type: 'day_addended', payload }
}

/** The Z once more on paper. */
export function dayReported(): DayEvent {
  const said = { printerId: 'printer-1', businessDate: DATE, number: 'A-Z12', figures: NOTHING_SOLD }
  return { type: 'day_reported', payload: { ...said, by: 'rui', at: NOON } }
}

export function dayOf(...events: readonly DayEvent[]): Day {
  const day = events.reduce<Day | null>((before, event) => foldDay(DATE, before, event), null)
  if (day === null) throw new Error('nothing is known of this day')
  return day
}

/** What a payment brought in on a sale. */
export function soldPayment(
  paymentId: string,
  amount: number,
  method = 'cash',
  over: Partial<SoldPayment> = {},
): SoldPayment {
  const none = minor(0)
  return { paymentId, method, methodName: '', amount: minor(amount), tip: none, rounding: none, ...over }
}
