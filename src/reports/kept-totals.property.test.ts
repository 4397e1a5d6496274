import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOON, STORE } from '../../tests/contract/cafe.ts'
import {
  added,
  cancelled,
  closed,
  fact,
  opened,
  saleOf,
  sent,
  taken,
  voided,
} from '../../tests/support/facts.ts'
import { discounted, moved } from '../../tests/support/item-facts.ts'
import { merged, orderDiscounted, reopened, unmerged } from '../../tests/support/order-facts.ts'
import { refunded, tipSet } from '../../tests/support/payment-facts.ts'
import { chain, openReplica } from '../../tests/support/replicas.ts'
import { cashMoved, shiftClosed, shiftOpened, soldPayment } from '../../tests/support/shift-facts.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { minor } from '#domain/money/money.ts'
import type { Report } from '#domain/report/report.ts'
import { NO_BOOKS, reportOf } from '#domain/report/report-of.ts'
import { readDayTotal } from '#database/queries/day-totals.ts'
import { dayReportOf, makeDayReport } from './day-report.ts'
import { readRangeReport } from './range-report.ts'

const DATES = ['2026-11-19', '2026-11-20', '2026-11-21'] as const
const date = fc.constantFrom(...DATES)
const order = fc.constantFrom('o1', 'o2')
const item = fc.constantFrom('i1', 'i2')
const payment = fc.constantFrom('p1', 'p2')
const amount = fc.integer({ min: 1, max: 900 })

const line = {
  itemId: 'i1',
  menuItemId: 'tea',
  name: 'Tea',
  categoryId: 'hot',
  qty: 1,
  unitPrice: minor(250),
  discount: minor(25),
  charge: minor(0),
  tax: minor(0),
  taxes: [],
  relief: minor(0),
  amount: minor(250),
  total: minor(225),
  discounts: [{ id: 'd1', name: 'Regular', kind: 'discount' as const, amount: minor(25) }],
}

const tipOf = (paid: number) => ({ tip: minor(paid % 3), tipFor: paid % 2 === 0 ? 'ana' : 'rui' })

/** Anything that moves a report, and some that do not. */
const facts: fc.Arbitrary<Draft> = fc.oneof(
  fc.tuple(order, date).map(([id, businessDate]) => opened({ businessDate }, id)),
  fc.tuple(item, order).map(([id, orderId]) => added(id, { orderId })),
  fc.tuple(item, order).map(([id, orderId]) => moved(id, orderId)),
  fc
    .tuple(item, amount)
    .map(([id, worth]) => sent(id, NOON, { date: DATES[1], uses: [['leaves', 2_000, worth]] })),
  fc.tuple(item, fc.constantFrom('cold', 'late')).map(([id, reason]) => voided(id, { qty: 1, reason })),
  fc.tuple(item, fc.constantFrom('friend', 'slow')).map(([id, reason]) => discounted(id, { reason })),
  fc.constantFrom('friend', 'slow').map((reason) => orderDiscounted({ reason })),
  fc.tuple(order, payment, date, amount).map(([id, closeId, businessDate, paid]) =>
    closed(
      saleOf({
        closeId,
        businessDate,
        total: minor(paid),
        net: minor(paid),
        lines: [line],
        payments: [soldPayment(closeId, paid, 'card', { tip: minor(paid % 3) })],
      }),
      id,
    ),
  ),
  payment.map((closeId) => reopened(closeId)),
  fc.constant(cancelled()),
  fc.constant(merged('o1', 'o2')),
  fc.constant(unmerged('o1', 'o2')),
  fc
    .tuple(payment, date, amount)
    .map(([id, businessDate, paid]) => taken(id, paid, 'card', { businessDate, ...tipOf(paid) })),
  fc.tuple(payment, amount).map(([id, tip]) => tipSet(id, tip, tip % 2 === 0 ? 'ana' : 'rui')),
  fc
    .tuple(payment, date, amount)
    .map(([id, businessDate, back]) => refunded(id, back, { refundId: `r ${back}`, businessDate })),
  date.map((businessDate) => fact('shift', 's1', shiftOpened({ businessDate }))),
  amount.map((paid) => fact('shift', 's1', cashMoved(`m ${paid}`, 'paid_out', paid))),
  fc.constant(fact('shift', 's1', shiftClosed())),
)
const written: fc.Arbitrary<Written> = fc.record({
  draft: facts,
  ms: fc.integer({ min: 1, max: 9 }),
  // Whether somebody reads the reports before it arrives, so that they are kept.
  read: fc.boolean(),
})

/** Without them most of what comes later hangs in the air. */
const BEGINNING: readonly Draft[] = [
  opened({ businessDate: DATES[1] }, 'o1'),
  opened({ businessDate: DATES[1] }, 'o2'),
  added('i1', { orderId: 'o1' }),
  added('i2', { orderId: 'o2' }),
]

interface Written {
  readonly draft: Draft
  readonly ms: number
  readonly read: boolean
}

/** What is kept at the end, and what the orders say then, date by date. */
async function keptAndMade(history: readonly Written[]): Promise<readonly (readonly [Report, Report])[]> {
  const replica = await openReplica('server')
  const all = [...BEGINNING.map((draft) => ({ draft, ms: 1, read: false })), ...history]
  const events = chain(
    'till',
    all.map(({ draft, ms }) => ({
      hlc: hlcOf(ms, 0),
      entType: draft.ent.type,
      entId: draft.ent.id,
      type: draft.event.type,
      payload: canonicalJson(draft.event.payload),
    })),
  )
  for (const [index, event] of events.entries()) {
    if (all[index]?.read === true) await readRangeReport(replica.db, STORE, { from: DATES[0], to: DATES[2] })
    expect((await replica.ingest([event], NOON)).accepted).toHaveLength(1)
  }
  const pairs: (readonly [Report, Report])[] = []
  for (const one of DATES) {
    const kept = await readDayTotal(replica.db, STORE, one)
    const told = kept === null ? reportOf(NO_BOOKS) : await dayReportOf(replica.db, STORE, kept)
    pairs.push([told, await makeDayReport(replica.db, STORE, one)])
  }
  await replica.db.destroy()
  return pairs
}

describe('[REPORT4] kept totals', () => {
  test('are what the orders say, whatever came after they were kept, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 20 }), async (history) => {
        for (const [kept, made] of await keptAndMade(history)) expect(kept).toEqual(made)
      }),
      { numRuns: 60 },
    )
  })

  test('hear of a reason that comes after the sale, and of a void after the cancelling', async () => {
    const sale = closed(saleOf({ lines: [line], payments: [] }), 'o1')
    const late = [discounted('i1', { reason: 'slow' }), merged('o2', 'o1')]
    const sold = [sale, ...late].map((draft, n) => ({ draft, ms: 2 + n, read: true }))
    for (const [kept, made] of await keptAndMade(sold)) expect(kept).toEqual(made)
    const gone = [cancelled(), voided('i1')].map((draft, n) => ({ draft, ms: 2 + n, read: true }))
    const pairs = await keptAndMade(gone)
    for (const [kept, made] of pairs) expect(kept).toEqual(made)
    expect(pairs[1]?.[0].figures.voids).toBe(250)
  })

  test('[REPORT11] [REPORT12] hear of a recipe and of whose a tip is that come after the sale', async () => {
    const payments = [soldPayment('p1', 225, 'card', { tip: minor(5) })]
    const late = [
      closed(saleOf({ lines: [line], payments }), 'o1'),
      // Paid on the evening before.
      taken('p1', 225, 'card', { businessDate: DATES[0], tip: minor(5), tipFor: 'rui' }),
      sent('i1', NOON, { date: DATES[1], uses: [['leaves', 2_000, 4_500]] }),
    ].map((draft, n) => ({ draft, ms: 2 + n, read: true }))
    const [, sold] = await keptAndMade(late)
    expect(sold?.[0]).toEqual(sold?.[1])
    expect(sold?.[0]).toMatchObject({ costs: [{ worth: 4_500 }], tips: [{ id: 'rui', amount: 5 }] })
  })
})
