import { reviewReasons } from '#domain/order/review.ts'
import type { StoredBill } from '#database/queries/bill.ts'
import type { Db } from '#database/schema.ts'
import type { DayView, OrderRow } from '#device/messages.ts'
import { readDay } from '#reports/day.ts'
import { readLookups, type Lookups } from './lookups.ts'

export async function readDayView(db: Db, store: string, date: string, waiting: number): Promise<DayView> {
  const { report, bills } = await readDay(db, store, date)
  const lookups = await readLookups(db, store)
  return { report, orders: bills.map((bill) => rowOf(bill, lookups)), waiting }
}

function rowOf(bill: StoredBill, lookups: Lookups): OrderRow {
  const { order } = bill
  return {
    orderId: order.id,
    number: order.number,
    tableName: lookups.tableName(order.tableId),
    service: order.service,
    waiter: lookups.personName(order.openedBy),
    status: order.status,
    sale: order.sale,
    review: reviewReasons(bill),
  }
}
