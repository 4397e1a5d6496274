import { keepDayTotal, readDayTotal, readDayTotals, readFirstDate } from '#database/queries/day-totals.ts'
import { partIn, type Drill, type DrillPart, type DrillTable } from '#domain/report/drill.ts'
import type { DrillOrder, DrillPage, DrillPlace } from '#domain/report/drill-view.ts'
import type { Report } from '#domain/report/report.ts'
import { categoryKey, groupKey, hourKey, itemKey, lossKey, taxRowKey } from '#domain/report/row-keys.ts'
import { readCancelledPage, readRefundPage, readSoldPage } from '#database/queries/report-orders.ts'
import { readDrillPage } from '#reports/drill.ts'
import { readBesideSales, readSoldBills } from '#database/queries/day-books.ts'
import { makeDayReport } from '#reports/day-report.ts'
import { readRangeReport, type RangeReport } from '#reports/range-report.ts'
import type { Replica } from '#sync/replica.ts'
import { addTea, MANAGER, NOON, openOrder, pay, run, seeded, STORE } from './cafe.ts'
import { equal, type DatabaseCheck } from './check.ts'

const DATE = '2026-11-20'
const NEXT = '2026-11-21'
const MONTH = { from: '2026-11-01', to: '2026-11-30' }
const A_DAY = 86_400_000

async function sell(till: Replica, orderId: string, now = NOON): Promise<void> {
  await run(till, `open-${orderId}`, openOrder(orderId), { now })
  await run(till, `add-${orderId}`, addTea(orderId, `i-${orderId}`), { now })
  await run(till, `pay-${orderId}`, pay(orderId, `p-${orderId}`, 250), { now })
}

function refund(till: Replica, orderId: string, now: number): Promise<void> {
  const what = { kind: 'amount', amount: 100 } as const
  const ids = { orderId, paymentId: `p-${orderId}`, refundId: `r-${orderId}` }
  const command = { type: 'refund_payment', ...ids, method: 'cash', what, reason: 'cold' } as const
  return run(till, `refund-${orderId}`, command, { now, actor: MANAGER })
}

/** The whole of it, however long it takes. */
async function rangeOf(till: Replica, range = MONTH): Promise<RangeReport> {
  const found = await readRangeReport(till.db, STORE, range)
  if ('done' in found) throw new Error('assertion failed: nobody stopped it')
  return found
}

/** Which days are kept as they are, and which are to be made: "2026-11-20 kept". */
async function stateOf(till: Replica): Promise<readonly string[]> {
  const totals = await readDayTotals(till.db, STORE, MONTH.from, MONTH.to)
  return totals.map(({ date, body }) => `${date} ${body === null ? 'to make' : 'kept'}`)
}

/** Every row of a report that leads to its orders. */
function drillsOf(report: Report): readonly Drill[] {
  const { taxes, items, categories, hours, waiters, tables, services, discounts, voids, refunds } = report
  const of = <Row>(table: DrillTable, rows: readonly Row[], keyOf: (row: Row) => string): readonly Drill[] =>
    rows.map((row) => ({ table, key: keyOf(row) }))
  return [
    ...of('methods', report.figures.payments, ({ method }) => method),
    ...of('taxes', taxes, taxRowKey),
    ...of('items', items, itemKey),
    ...of('categories', categories, categoryKey),
    ...of('hours', hours, hourKey),
    ...of('waiters', waiters, groupKey),
    ...of('tips', report.tips, groupKey),
    ...of('tables', tables, groupKey),
    ...of('services', services, groupKey),
    ...of('discounts', discounts, lossKey),
    ...of('voids', voids, lossKey),
    ...of('refunds', refunds, lossKey),
  ]
}

/** All orders behind a row, page by page. */
async function ordersBehind(till: Replica, drill: Drill): Promise<readonly DrillOrder[]> {
  const orders: DrillOrder[] = []
  let after: DrillPlace | null = null
  do {
    const page: DrillPage = await readDrillPage(till.db, STORE, { ...drill, range: MONTH, after })
    orders.push(...page.orders)
    after = page.next
  } while (after !== null)
  return orders
}

const pages: readonly DatabaseCheck[] = [
  {
    name: '[REPORT10] the orders behind every figure come to it, each once',
    run: async (source) => {
      const till = await seeded(source)
      for (const [n, id] of ['o1', 'o2', 'o3'].entries()) await sell(till, id, NOON + n * A_DAY)
      await refund(till, 'o1', NOON + A_DAY)
      const tipped = { type: 'set_tip', orderId: 'o2', paymentId: 'p-o2', tip: 30, tipFor: 'ana' } as const
      await run(till, 'tip-o2', tipped, { now: NOON + A_DAY })
      await run(till, 'open-o4', openOrder('o4'))
      await run(till, 'add-o4', addTea('o4', 'i-o4', 3))
      await run(till, 'send-o4', { type: 'send_order', orderId: 'o4' })
      const spilt = {
        type: 'void_item',
        orderId: 'o4',
        itemId: 'i-o4',
        kind: 'wasted',
        reason: 'spilt',
      } as const
      await run(till, 'void-o4', spilt, { actor: MANAGER })
      await run(
        till,
        'cancel-o4',
        { type: 'cancel_order', orderId: 'o4', reason: 'left' },
        { actor: MANAGER },
      )
      const { report } = await rangeOf(till)
      equal(
        [report.tips, report.figures.tips],
        [[{ id: 'ana', count: 1, amount: 30, refunded: 0 }], 30],
        'tips',
      )
      const drills = drillsOf(report)
      equal(new Set(drills.map(({ table }) => table)).size, 11, 'tables with rows')
      for (const drill of drills) {
        const orders = await ordersBehind(till, drill)
        equal(new Set(orders.map(({ key }) => key)).size, orders.length, 'each once')
        const sumOf = (of: (part: DrillPart) => number): number =>
          orders.reduce((all, { part }) => all + of(part), 0)
        const row = partIn(report, drill)
        equal([sumOf(({ amount }) => amount), orders.length > 0], [row?.amount ?? 0, true], drill.table)
        if (drill.table !== 'taxes')
          equal(
            sumOf(({ count }) => count),
            row?.count ?? 0,
            drill.table,
          )
      }
    },
  },
  {
    name: '[REPORT10] sold, cancelled and refunded orders are read newest first, a page at a time',
    run: async (source) => {
      const till = await seeded(source)
      for (const [n, id] of ['o1', 'o2', 'o3', 'o4'].entries())
        await sell(till, id, NOON + Math.floor(n / 2) * A_DAY)
      await refund(till, 'o1', NOON + 2 * A_DAY)
      await refund(till, 'o2', NOON + 2 * A_DAY)
      await run(till, 'open-o5', openOrder('o5'))
      await run(
        till,
        'cancel-o5',
        { type: 'cancel_order', orderId: 'o5', reason: 'left' },
        { actor: MANAGER },
      )
      const wanted = { from: DATE, to: '2026-11-22', after: null, limit: 3 }
      const first = await readSoldPage(till.db, STORE, wanted)
      equal(
        first.map(({ orderId }) => orderId),
        ['o4', 'o3', 'o2'],
        'first page',
      )
      const rest = await readSoldPage(till.db, STORE, { ...wanted, after: first.at(-1) ?? null })
      equal(
        rest.map(({ orderId }) => orderId),
        ['o1'],
        'last page',
      )
      equal((await readSoldPage(till.db, STORE, { ...wanted, to: DATE })).length, 2, 'of one day')
      equal(await readSoldPage(till.db, 'store-2', wanted), [], 'of another store')
      equal(
        (await readCancelledPage(till.db, STORE, wanted)).map(({ orderId, date }) => [orderId, date]),
        [['o5', DATE]],
        'cancelled',
      )
      const back = await readRefundPage(till.db, STORE, { ...wanted, limit: 1 })
      const more = await readRefundPage(till.db, STORE, { ...wanted, limit: 1, after: back[0] ?? null })
      equal(
        [...back, ...more].map(({ orderId, paymentId }) => [orderId, paymentId]),
        [
          ['o2', 'p-o2'],
          ['o1', 'p-o1'],
        ],
        'refunds',
      )
    },
  },
]

const totals: readonly DatabaseCheck[] = [
  {
    name: '[REPORT4] a day is kept until something of it changes; what is only ordered changes nothing',
    run: async (source) => {
      const till = await seeded(source)
      equal(await stateOf(till), [], 'before anything was sold')
      await run(till, 'open-o9', openOrder('o9'))
      await run(till, 'add-o9', addTea('o9', 'i9'))
      equal(await stateOf(till), [], 'with an open order')
      await sell(till, 'o1')
      await sell(till, 'o2', NOON + A_DAY)
      equal(await stateOf(till), [`${DATE} to make`, `${NEXT} to make`], 'after two sales')
      await rangeOf(till)
      equal(await stateOf(till), [`${DATE} kept`, `${NEXT} kept`], 'once somebody asked')
      await run(till, 'more', addTea('o9', 'i10'))
      equal(await stateOf(till), [`${DATE} kept`, `${NEXT} kept`], 'after a tap on an open order')
      await refund(till, 'o1', NOON + A_DAY)
      equal(await stateOf(till), [`${DATE} to make`, `${NEXT} to make`], 'after a refund of the other day')
      const { report, days } = await rangeOf(till)
      equal([report.figures.orders, report.paid, report.figures.refunds], [2, 500, 100], 'the month')
      equal(
        days,
        [
          { date: DATE, orders: 1, paid: 250 },
          { date: NEXT, orders: 1, paid: 250 },
        ],
        'its days',
      )
      const one = await rangeOf(till, { from: NEXT, to: NEXT })
      equal(one.report, await makeDayReport(till.db, STORE, NEXT), 'one day')
      equal(await readFirstDate(till.db, STORE), DATE, 'first date')
      equal(await readFirstDate(till.db, 'store-2'), null, 'first date of another store')
    },
  },
  {
    name: '[REPORT4] a long range stops between days when it is told to, and goes on where it stopped',
    run: async (source) => {
      const till = await seeded(source)
      for (const [n, id] of ['o1', 'o2', 'o3'].entries()) await sell(till, id, NOON + n * A_DAY)
      const stopped = () => readRangeReport(till.db, STORE, MONTH, () => false)
      equal(await stopped(), { done: 1, of: 3 }, 'first')
      equal(await stopped(), { done: 2, of: 3 }, 'then')
      const whole = await stopped()
      equal('report' in whole ? whole.report.paid : whole, 750, 'at last')
    },
  },
  {
    name: '[REPORT4] a total made of a day that has changed meanwhile is not kept',
    run: async (source) => {
      const till = await seeded(source)
      await sell(till, 'o1')
      const before = await readDayTotal(till.db, STORE, DATE)
      await sell(till, 'o2')
      const old = { date: DATE, version: before?.version ?? 0, body: '{"old":1}' }
      equal(await keepDayTotal(till.db, STORE, old), false, 'kept')
      equal(await stateOf(till), [`${DATE} to make`], 'the day')
      const { report } = await rangeOf(till)
      equal(report.figures.orders, 2, 'orders')
      equal(await readDayTotal(till.db, STORE, '2026-11-19'), null, 'a day on which nothing happened')
    },
  },
  {
    name: '[REPORT4] the books of a day are its sales and what stands beside them, a part at a time',
    run: async (source) => {
      const till = await seeded(source)
      await sell(till, 'o1')
      await sell(till, 'o2', NOON + A_DAY)
      await refund(till, 'o1', NOON + A_DAY)
      const sold: string[] = []
      for await (const part of readSoldBills(till.db, STORE, NEXT))
        sold.push(...part.map(({ bill }) => bill.order.id))
      equal(sold, ['o2'], 'sold')
      const beside = await readBesideSales(till.db, STORE, NEXT)
      equal(
        beside.refunds.map(({ refundId }) => refundId),
        ['r-o1'],
        'refunds',
      )
      equal([...beside.tips.keys()], ['p-o1', 'p-o2'], 'payments')
    },
  },
]

export const reportChecks: readonly DatabaseCheck[] = [...totals, ...pages]
