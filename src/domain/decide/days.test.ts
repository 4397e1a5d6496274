import { describe, expect, test } from 'vitest'
import { DATE, NOON, saleOf, SETTINGS } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import {
  dayClosed,
  dayFactsOf,
  dayOf,
  dayReported,
  NOTHING_SOLD,
} from '../../../tests/support/shift-facts.ts'
import type { LateDay } from '#domain/day/addendum.ts'
import { dayChecklist } from '#domain/day/checklist.ts'
import { foldDay } from '#domain/day/day.ts'
import type { DayFacts } from '#domain/day/day-close.ts'

const close = { type: 'close_day', businessDate: DATE } as const
const MANAGER = as('manager')

/** A day with a Z, and one sale that it lacks. */
function lateDay(date: string): LateDay {
  const day = { ...dayOf(dayClosed({ businessDate: date })), id: date }
  return { day, books: { sales: [{ orderId: 'o9', sale: saleOf({ businessDate: date }) }], refunds: [] } }
}

function closing(over: Partial<DayFacts> = {}, settings = SETTINGS) {
  return given().when(close, { ...MANAGER, settings, day: dayFactsOf(over) })
}

describe('closing a day', () => {
  test('[ZDAY1] writes the Z: numbered, with its figures and what they count', () => {
    closing().thenEvents({
      ent: { type: 'day', id: DATE },
      event: {
        type: 'day_closed',
        payload: {
          number: 'A-Z12',
          businessDate: DATE,
          closedAt: NOON,
          closedBy: 'rui',
          approvedBy: null,
          orderIds: ['o1', 'o2'],
          refundIds: ['r1'],
          figures: NOTHING_SOLD,
          carriedOver: [],
        },
      },
    })
  })

  test('[ZDAY1] a day before today may be closed late', () => {
    given()
      .when(
        { ...close, businessDate: '2026-11-18' },
        { ...MANAGER, day: dayFactsOf({ businessDate: '2026-11-18' }) },
      )
      .thenLike({ ent: { id: '2026-11-18' } })
  })

  test.each(['2026-11-21', '', '2026-13-01', '20261120'])(
    '[ZDAY1] %j is no day that can be closed',
    (date) => {
      given()
        .when({ ...close, businessDate: date }, { ...MANAGER, day: dayFactsOf({ businessDate: date }) })
        .thenRefused('bad_date', 'ZDAY1')
    },
  )

  test('[ZDAY1] is refused without the facts of that very day', () => {
    given().when(close, MANAGER).thenRefused('bad_date', 'ZDAY1')
    given()
      .when(close, { ...MANAGER, day: dayFactsOf({ businessDate: '2026-11-19' }) })
      .thenRefused('bad_date', 'ZDAY1')
  })

  test('[ZDAY2] a day is closed once', () => {
    closing({ closed: dayClosed().payload }).thenRefused('day_closed', 'ZDAY2')
  })

  test('[ZDAY7] what came late of days before is added to them, with the Z of this one', () => {
    given()
      .when(close, { ...MANAGER, day: dayFactsOf(), lateDays: [lateDay('2026-11-19')] })
      .thenLike(
        { ent: { id: DATE }, event: { type: 'day_closed' } },
        {
          ent: { type: 'day', id: '2026-11-19' },
          event: {
            type: 'day_addended',
            payload: { number: 'A-Z12+A1', orderIds: ['o9'], refundIds: [], at: NOON, by: 'rui' },
          },
        },
      )
  })

  test('[ZDAY2] [ZDAY7] a closed day with something late gets an addendum and no second Z, whatever is left open', () => {
    const day = dayFactsOf({ closed: dayClosed().payload, openShifts: ['front'] })
    given()
      .when(close, { ...MANAGER, day, lateDays: [lateDay(DATE)] })
      .thenLike({ ent: { id: DATE }, event: { type: 'day_addended', payload: { orderIds: ['o9'] } } })
    given()
      .when(close, { ...MANAGER, day, lateDays: [lateDay('2026-11-19')] })
      .thenRefused('day_closed', 'ZDAY2')
    given()
      .when(close, { day, lateDays: [lateDay(DATE)] })
      .thenRefused('approval_needed', 'ROLE3')
  })

  test('[ZDAY3] open drawers and unclear cards are settled first', () => {
    closing({ openShifts: ['front'] }).thenRefused('shifts_left_open', 'ZDAY3')
    closing({ unclearPayments: ['p7'] }).thenRefused('payments_left_unclear', 'ZDAY3')
  })

  test('[ZDAY5] open and promised orders are carried over, each named once', () => {
    closing({ openOrders: ['B-002', 'A-009'], scheduledOrders: ['A-001', 'A-009'] }).thenLike({
      event: { payload: { carriedOver: ['A-001', 'A-009', 'B-002'] } },
    })
  })

  test('[ZDAY5] open orders are settled first where the store says so; promised ones never are', () => {
    const strict = { ...SETTINGS, openOrdersBlockDay: true }
    closing({ openOrders: ['A-009'] }, strict).thenRefused('orders_left_open', 'ZDAY3')
    closing({ scheduledOrders: ['A-009'] }, strict).thenLike({
      event: { payload: { carriedOver: ['A-009'] } },
    })
  })

  test('[ZDAY4] people who have not checked out and devices that are away do not stop it', () => {
    closing({ notCheckedOut: ['Ana'], unsyncedDevices: ['Phone 2'] }).thenLike({
      event: { type: 'day_closed' },
    })
  })

  test('[ROLE3] a waiter closes it with a manager’s approval', () => {
    const day = dayFactsOf()
    given().when(close, { day }).thenRefused('approval_needed', 'ROLE3')
    const approval = {
      by: 'rui',
      action: 'close_day',
      commandId: 'c1',
      subjects: [DATE],
      limit: null,
    } as const
    given()
      .when(close, { day, approval })
      .thenLike({ event: { payload: { closedBy: 'ana', approvedBy: 'rui' } } })
  })

  test('[ORDER1] is refused before the settings are here', () => {
    given()
      .when(close, { ...MANAGER, settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})

describe('a day on paper', () => {
  const print = { type: 'print_day', businessDate: DATE } as const
  const z = dayClosed()

  test('[ZDAY11] is the X while it is open, and afterwards its Z as it was written', () => {
    const day = dayFactsOf()
    given()
      .when(print, { ...MANAGER, day })
      .thenLike({
        ent: { type: 'day', id: DATE },
        event: {
          type: 'day_reported',
          payload: { number: '', figures: day.figures, printerId: 'printer-1' },
        },
      })
    if (z.type !== 'day_closed') throw new Error('assertion failed: a Z')
    given()
      .when(print, { ...MANAGER, day: dayFactsOf({ closed: z.payload }) })
      .thenLike({ event: { payload: { number: z.payload.number, figures: z.payload.figures } } })
  })

  test('[ZDAY11] changes nothing of the day, and is not for whoever may not read an X', () => {
    const known = dayOf(z)
    expect(foldDay(DATE, known, dayReported())).toBe(known)
    expect(foldDay(DATE, null, dayReported())).toBeNull()
    given().when(print, { day: dayFactsOf() }).thenRefused('not_allowed', 'ROLE1')
    given()
      .when({ ...print, businessDate: 'someday' }, { ...MANAGER, day: dayFactsOf() })
      .thenRefused('bad_date', 'ZDAY11')
  })
})

describe('the checklist', () => {
  const everything = dayFactsOf({
    openOrders: ['A-001'],
    scheduledOrders: ['A-002'],
    openShifts: ['front'],
    notCheckedOut: ['Ana'],
    unclearPayments: ['p1'],
    unsyncedDevices: ['Phone 2'],
  })

  test('[ZDAY3] names what blocks first, and every entry has a way out', () => {
    const list = dayChecklist(everything, SETTINGS)
    expect(list.map(({ what, blocks, names }) => [what, blocks, names[0]])).toEqual([
      ['open_shifts', true, 'front'],
      ['unclear_payments', true, 'p1'],
      ['open_orders', false, 'A-001'],
      ['scheduled_orders', false, 'A-002'],
      ['not_checked_out', false, 'Ana'],
      ['unsynced_devices', false, 'Phone 2'],
    ])
    for (const { exits } of list) expect(exits.length).toBeGreaterThan(0)
  })

  test('[ZDAY5] where open orders block, they are not carried over', () => {
    const [first] = dayChecklist(everything, { openOrdersBlockDay: true })
    expect(first).toMatchObject({ what: 'open_orders', blocks: true })
    expect(first?.exits).not.toContain('carry_over')
  })

  test('[ZDAY3] is empty when nothing is left', () =>
    expect(dayChecklist(dayFactsOf(), SETTINGS)).toEqual([]))
})
