import type { LateDay } from '#domain/day/addendum.ts'
import { isCounted, type Day } from '#domain/day/day.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { readEntities } from '#database/entities.ts'
import { readBills } from '#database/queries/bill.ts'
import { readClosedDates, readRefundIds, readSoldIds, type DatedId } from '#database/queries/late-books.ts'
import type { Db, Tx } from '#database/schema.ts'

/** A device that was away longer than this many closed days: its day is closed again by hand. */
const DAYS_BACK = 31

/** Days closed on `upTo` or before it that lack sales or refunds, with just what they lack. [ZDAY7] */
export async function readLateDays(tx: Db | Tx, store: string, upTo: string): Promise<readonly LateDay[]> {
  const dates = await readClosedDates(tx, store, upTo, DAYS_BACK)
  if (dates.length === 0) return []
  const days = await readDays(tx, store, dates)
  const isMissing = (kind: 'orderIds' | 'refundIds') => (one: DatedId) => {
    const day = days.get(one.date)
    return day !== undefined && !isCounted(day, kind, one.id)
  }
  const sold = (await readSoldIds(tx, store, dates)).filter(isMissing('orderIds'))
  const refunded = (await readRefundIds(tx, store, dates)).filter(isMissing('refundIds'))
  const sales = await readSales(tx, store, sold)
  const refunds = await readRefunds(tx, store, refunded)
  const late = [...sold, ...refunded].map(({ date }) => date)
  return [...days.values()]
    .filter(({ id }) => late.includes(id))
    .map((day) => ({ day, books: { sales, refunds } }))
}

async function readDays(
  tx: Db | Tx,
  store: string,
  dates: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const found = await readEntities(
    tx,
    store,
    dates.map((id) => ({ type: 'day', id })),
  )
  const days = [...found.values()].flatMap(({ state }) => (state === null ? [] : [state as Day]))
  return new Map(days.map((day) => [day.id, day]))
}

async function readSales(
  tx: Db | Tx,
  store: string,
  sold: readonly DatedId[],
): Promise<LateDay['books']['sales']> {
  const bills = await readBills(
    tx,
    store,
    sold.map(({ id }) => id),
  )
  return bills.flatMap(({ order: { id, sale } }) => (sale === null ? [] : [{ orderId: id, sale }]))
}

async function readRefunds(
  tx: Db | Tx,
  store: string,
  refunded: readonly (DatedId & { readonly paymentId: string })[],
): Promise<LateDay['books']['refunds']> {
  const payments = await readEntities(
    tx,
    store,
    [...new Set(refunded.map(({ paymentId }) => paymentId))].map((id) => ({ type: 'payment', id })),
  )
  const wanted = new Set(refunded.map(({ id }) => id))
  return [...payments.values()]
    .flatMap(({ state }) => (state === null ? [] : (state as Payment).refunds))
    .filter(({ refundId }) => wanted.has(refundId))
}
