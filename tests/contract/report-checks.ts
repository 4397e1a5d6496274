import { keepDayTotal, readDayTotal, readDayTotals, readFirstDate } from '#database/queries/day-totals.ts'
import { readBesideSales, readSoldBills } from '#database/queries/day-books.ts'
import { makeDayReport } from '#reports/day-report.ts'
import { readRangeReport } from '#reports/range-report.ts'
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

/** Which days are kept as they are, and which are to be made: "2026-11-20 kept". */
async function stateOf(till: Replica): Promise<readonly string[]> {
  const totals = await readDayTotals(till.db, STORE, MONTH.from, MONTH.to)
  return totals.map(({ date, body }) => `${date} ${body === null ? 'to make' : 'kept'}`)
}

export const reportChecks: readonly DatabaseCheck[] = [
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
      await readRangeReport(till.db, STORE, MONTH)
      equal(await stateOf(till), [`${DATE} kept`, `${NEXT} kept`], 'once somebody asked')
      await run(till, 'more', addTea('o9', 'i10'))
      equal(await stateOf(till), [`${DATE} kept`, `${NEXT} kept`], 'after a tap on an open order')
      await refund(till, 'o1', NOON + A_DAY)
      equal(await stateOf(till), [`${DATE} to make`, `${NEXT} to make`], 'after a refund of the other day')
      const { report, days } = await readRangeReport(till.db, STORE, MONTH)
      equal([report.figures.orders, report.paid, report.figures.refunds], [2, 500, 100], 'the month')
      equal(
        days,
        [
          { date: DATE, orders: 1, paid: 250 },
          { date: NEXT, orders: 1, paid: 250 },
        ],
        'its days',
      )
      const one = await readRangeReport(till.db, STORE, { from: NEXT, to: NEXT })
      equal(one.report, await makeDayReport(till.db, STORE, NEXT), 'one day')
      equal(await readFirstDate(till.db, STORE), DATE, 'first date')
      equal(await readFirstDate(till.db, 'store-2'), null, 'first date of another store')
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
      const { report } = await readRangeReport(till.db, STORE, MONTH)
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
