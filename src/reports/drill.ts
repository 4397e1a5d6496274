import type { Payment } from '#domain/payment/payment.ts'
import { partIn, type Drill } from '#domain/report/drill.ts'
import type { DrillOrder, DrillPage, DrillPlace } from '#domain/report/drill-view.ts'
import { givenDiscounts } from '#domain/report/given-discounts.ts'
import { givenTips } from '#domain/report/given-tips.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import { NO_BOOKS, reportOf, type ReportBooks } from '#domain/report/report-of.ts'
import { voidedLines } from '#domain/order/close.ts'
import { isDuring } from '#domain/shift/shift.ts'
import { readEntities } from '#database/entities.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readRecords } from '#database/queries/records.ts'
import {
  readCancelledPage,
  readRefundPage,
  readSoldPage,
  type DatedOrder,
} from '#database/queries/report-orders.ts'
import type { Db } from '#database/schema.ts'
import { readShiftsOfDay } from './day-report.ts'

/** How many orders a page shows, and how many it looks at for them. */
const SHOWN = 25
const LOOKED_AT = 300

const READERS = { sold: readSoldPage, cancelled: readCancelledPage, refunds: readRefundPage } as const

interface Asked extends Drill {
  readonly range: ReportRange
  /** Null: the first page. */
  readonly after: DrillPlace | null
}

/**
 * The orders behind a row of a report, the newest first, a page at a time. Each tells its part of the figure by the
 * very sums that made it: all parts together are the figure. [REPORT10]
 */
export async function readDrillPage(db: Db, store: string, asked: Asked): Promise<DrillPage> {
  const { range, table, after } = asked
  const among = after?.among ?? (table === 'refunds' ? 'refunds' : 'sold')
  const counts = await countsIn(db, store, range)
  const found = await READERS[among](db, store, { ...range, after, limit: LOOKED_AT })
  const bills = await readBillsOf(db, store, found)
  const payments = await readPayments(db, store, found)
  const names = await readNames(db, store)
  const orders: DrillOrder[] = []
  let last: DatedOrder | undefined
  for (const one of found) {
    last = one
    const bill = bills.get(one.orderId)
    if (bill === undefined || !counts(one.at)) continue
    const part = partIn(reportOf(booksOf(one, bill, payments)), asked)
    if (part !== null) orders.push({ ...rowOf(one, bill, names), part })
    if (orders.length === SHOWN) break
  }
  return {
    orders,
    next: nextPlace({ table, among }, last, last !== found.at(-1) || found.length === LOOKED_AT),
  }
}

/** Of a shift only what came while its drawer was open. [REPORT13] */
async function countsIn(
  db: Db,
  store: string,
  { from, shiftId }: ReportRange,
): Promise<(at: number) => boolean> {
  if (shiftId === undefined) return () => true
  const shift = (await readShiftsOfDay(db, store, from)).find(({ id }) => id === shiftId)
  return (at) => shift !== undefined && isDuring(shift, at)
}

function nextPlace(
  { table, among }: { readonly table: Drill['table']; readonly among: DrillPlace['among'] },
  last: DatedOrder | undefined,
  isMore: boolean,
): DrillPlace | null {
  if (isMore && last !== undefined) return { among, date: last.date, at: last.at, id: last.id }
  // What was voided on an order that was cancelled is told, too. Before every place stands the end of time.
  if (table === 'voids' && among === 'sold') return { among: 'cancelled', date: '9999-12-31', at: 0, id: '' }
  return null
}

/** What one order, or one refund, puts into a report. */
function booksOf(one: DatedOrder, bill: StoredBill, payments: ReadonlyMap<string, Payment>): ReportBooks {
  if (one.paymentId !== null) {
    const refunds = payments.get(one.paymentId)?.refunds ?? []
    // The row's id begins with its payment's.
    const refundId = one.id.slice(one.paymentId.length + 1)
    return { ...NO_BOOKS, refunds: refunds.filter((refund) => refund.refundId === refundId) }
  }
  const { sale } = bill.order
  if (sale === null) return { ...NO_BOOKS, voids: bill.items.flatMap(voidedLines) }
  // A tip that was changed since is told as it stands: so does the day's report.
  const ofDay = bill.payments.filter(({ businessDate }) => businessDate === sale.businessDate)
  const tips = new Map(ofDay.map(({ id, tip }) => [id, tip]))
  return {
    ...NO_BOOKS,
    sales: [sale],
    given: givenDiscounts(sale, bill),
    tipped: givenTips(sale, bill.payments, tips),
  }
}

interface Names {
  readonly people: ReadonlyMap<string, string>
  readonly tables: ReadonlyMap<string, string>
}

function rowOf(one: DatedOrder, { order }: StoredBill, { people, tables }: Names): Omit<DrillOrder, 'part'> {
  const { sale } = order
  const tableId = sale === null ? order.tableId : sale.tableId
  const waiter = sale === null ? order.waiter : sale.waiter
  return {
    orderId: order.id,
    key: one.id,
    number: order.number,
    date: one.date,
    at: one.at,
    tableName: tableId === null ? null : (tables.get(tableId) ?? null),
    waiter: people.get(waiter) ?? '',
    total: sale?.total ?? null,
  }
}

async function readBillsOf(
  db: Db,
  store: string,
  found: readonly DatedOrder[],
): Promise<ReadonlyMap<string, StoredBill>> {
  const bills = await readBills(db, store, [...new Set(found.map(({ orderId }) => orderId))])
  return new Map(bills.map((bill) => [bill.order.id, bill]))
}

async function readPayments(
  db: Db,
  store: string,
  found: readonly DatedOrder[],
): Promise<ReadonlyMap<string, Payment>> {
  const ids = [...new Set(found.flatMap(({ paymentId }) => paymentId ?? []))]
  const entities = await readEntities(
    db,
    store,
    ids.map((id) => ({ type: 'payment', id })),
  )
  const payments = [...entities.values()].flatMap(({ state }) => (state === null ? [] : [state as Payment]))
  return new Map(payments.map((payment) => [payment.id, payment]))
}

async function readNames(db: Db, store: string): Promise<Names> {
  const named = async (type: 'user' | 'table'): Promise<ReadonlyMap<string, string>> =>
    new Map((await readRecords(db, store, type)).map(({ id, name }) => [id, name]))
  return { people: await named('user'), tables: await named('table') }
}
