import type { Bill } from '#domain/order/bill.ts'
import { voidedLines } from '#domain/order/close.ts'
import type { Sale, VoidedLine } from '#domain/order/sale.ts'
import type { Payment, Refund } from '#domain/payment/payment.ts'
import type { Db, Tx } from '#database/schema.ts'
import { readBills } from './bill.ts'
import { readCancelledIds, readPaymentsOfDay } from './days.ts'
import { readOrderIdsOfDay } from './orders.ts'

/** An order that was sold, with the sale that stands. */
export interface SoldBill {
  readonly bill: Bill
  readonly sale: Sale
}

const BILLS_AT_ONCE = 400

/** What was sold on a business date, a part at a time: a day may have more orders than one statement takes. */
export async function* readSoldBills(db: Db | Tx, store: string, date: string): AsyncGenerator<SoldBill[]> {
  const ids = await readOrderIdsOfDay(db, store, date)
  for (let start = 0; start < ids.length; start += BILLS_AT_ONCE) {
    const bills = await readBills(db, store, ids.slice(start, start + BILLS_AT_ONCE))
    yield bills.flatMap((bill) => {
      const { sale } = bill.order
      return sale !== null && sale.businessDate === date ? [{ bill, sale }] : []
    })
  }
}

/** What a business date has beside its sales. */
export interface BesideSales {
  readonly payments: readonly Payment[]
  /** Given back that day, of whatever day's sale. */
  readonly refunds: readonly Refund[]
  /** Of orders that were cancelled: they sold nothing, but what was voided on them is told. */
  readonly voids: readonly VoidedLine[]
  /** Tips as they stand now, by payment id. */
  readonly tips: ReadonlyMap<string, Payment['tip']>
}

/** `counts` says of a time whether it is asked for; an order that was cancelled has that of its opening. */
export async function readBesideSales(
  db: Db | Tx,
  store: string,
  date: string,
  counts: (at: number) => boolean = () => true,
): Promise<BesideSales> {
  const all = await readBills(db, store, await readCancelledIds(db, store, date))
  const cancelled = all.filter(({ order }) => counts(order.openedAt))
  const payments = await readPaymentsOfDay(db, store, date)
  return {
    payments,
    refunds: payments
      .flatMap(({ refunds }) => refunds)
      .filter((refund) => refund.businessDate === date && counts(refund.at)),
    voids: cancelled.flatMap(({ items }) => items.flatMap(voidedLines)),
    tips: new Map(payments.map((payment) => [payment.id, payment.tip])),
  }
}
