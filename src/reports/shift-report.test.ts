import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOON, STORE } from '../../tests/contract/cafe.ts'
import { added, closed, DATE, fact, opened, saleOf, taken } from '../../tests/support/facts.ts'
import { refunded } from '../../tests/support/payment-facts.ts'
import { chain, openReplica } from '../../tests/support/replicas.ts'
import { shiftClosed, shiftOpened, soldPayment } from '../../tests/support/shift-facts.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { minor } from '#domain/money/money.ts'
import { sumReports } from '#domain/report/sum-reports.ts'
import type { Db } from '#database/schema.ts'
import { makeDayReport, makeShiftReport } from './day-report.ts'
import { readDrillPage } from './drill.ts'
import { readRangeView } from './range-view.ts'
import { isRange } from './ranges.ts'

/** One drawer until then, another from then on. */
const CHANGE = NOON + 1_000
const SHIFTS: readonly Draft[] = [
  fact('shift', 'early', shiftOpened({ openedAt: NOON })),
  fact('shift', 'early', shiftClosed({ at: CHANGE })),
  fact('shift', 'late', shiftOpened({ openedAt: CHANGE, drawer: 'back' })),
]

interface Sold {
  readonly at: number
  readonly paid: number
  /** When something of it was given back; null: nothing. */
  readonly backAt: number | null
}

function sold({ at, paid, backAt }: Sold, n: number): readonly Draft[] {
  const [order, item, payment] = [`o${n}`, `i${n}`, `p${n}`]
  const sale = saleOf({
    closeId: payment,
    closedAt: at,
    total: minor(paid),
    net: minor(paid),
    payments: [soldPayment(payment, paid, 'card', { tip: minor(paid % 5) })],
  })
  const back = { refundId: `r${n}`, at: backAt ?? 0, tip: minor(1) }
  return [
    opened({ businessDate: DATE }, order),
    added(item, { orderId: order }),
    taken(payment, paid, 'card', { orderId: order, businessDate: DATE, tip: minor(paid % 5), tipFor: 'rui' }),
    closed(sale, order),
    ...(backAt === null ? [] : [refunded(payment, 1, back)]),
  ]
}

async function withDay<T>(day: readonly Sold[], look: (db: Db) => Promise<T>): Promise<T> {
  const replica = await openReplica('server')
  const drafts = [...SHIFTS, ...day.flatMap(sold)]
  const events = chain(
    'till',
    drafts.map((draft, n) => ({
      hlc: hlcOf(1 + n, 0),
      entType: draft.ent.type,
      entId: draft.ent.id,
      type: draft.event.type,
      payload: canonicalJson(draft.event.payload),
    })),
  )
  expect((await replica.ingest(events, NOON)).accepted).toHaveLength(drafts.length)
  const seen = await look(replica.db)
  await replica.db.destroy()
  return seen
}

const time = fc.integer({ min: NOON, max: NOON + 2_000 })
const day = fc.array(
  fc.record({
    at: fc.oneof(time, fc.constant(CHANGE)),
    paid: fc.integer({ min: 1, max: 900 }),
    backAt: fc.option(time),
  }),
  { maxLength: 6 },
)

describe('[REPORT13] the report of a shift', () => {
  test('with those of the other shifts of a day is the day’s, whenever what was sold and given back', async () => {
    await fc.assert(
      fc.asyncProperty(day, (all) =>
        withDay(all, async (db) => {
          const [early, late] = [
            await makeShiftReport(db, STORE, DATE, 'early'),
            await makeShiftReport(db, STORE, DATE, 'late'),
          ]
          if (early === null || late === null) throw new Error('no shift')
          expect(sumReports([early, late])).toEqual(await makeDayReport(db, STORE, DATE))
        }),
      ),
      { numRuns: 40 },
    )
  })

  const DAY: readonly Sold[] = [
    { at: NOON + 5, paid: 300, backAt: CHANGE + 5 },
    { at: CHANGE, paid: 500, backAt: null },
  ]

  test('tells what came while its drawer was open, and that drawer; its close is the next one’s', async () => {
    await withDay(DAY, async (db) => {
      const of = async (shiftId: string) => {
        const range = { from: DATE, to: DATE, shiftId }
        const answer = await readRangeView(db, STORE, range, { seesCash: true, mayGoOn: () => true })
        if (answer.kind === 'partial') throw new Error('a shift is told at once')
        const { report, shifts } = answer.view
        return [
          report.figures.orders,
          report.paid,
          report.figures.refunds,
          report.sessions.map(({ drawer }) => drawer),
          shifts.map(({ id, closedAt }) => [id, closedAt]),
        ]
      }
      const shifts = [
        ['early', CHANGE],
        ['late', null],
      ]
      expect(await of('early')).toEqual([1, 300, 0, ['front'], shifts])
      expect(await of('late')).toEqual([1, 500, 1, ['back'], shifts])
      expect(await of('other')).toEqual([0, 0, 0, [], shifts])
    })
  })

  test('leads to its orders, and to no other’s', async () => {
    await withDay(DAY, async (db) => {
      const range = { from: DATE, to: DATE, shiftId: 'late' }
      const ofOrders = { table: 'waiters', key: 'ana', range, after: null } as const
      expect((await readDrillPage(db, STORE, ofOrders)).orders.map(({ orderId }) => orderId)).toEqual(['o1'])
    })
  })

  test('is of one date', () => {
    expect(isRange({ from: DATE, to: DATE, shiftId: 'early' })).toBe(true)
    expect(isRange({ from: '2026-11-01', to: '2026-11-02', shiftId: 'early' })).toBe(false)
  })
})
