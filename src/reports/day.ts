import { dayReport, type DayReport } from '#domain/day/day-report.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readOrderIdsOfDay } from '#database/queries/orders.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'

export interface Day {
  readonly report: DayReport
  /** Orders closed that date in order of closing, then those opened that date and not closed. */
  readonly bills: readonly StoredBill[]
}

/** One business date of one store: reads that date's orders and nothing else. */
export async function readDay(db: Db, store: string, date: string): Promise<Day> {
  const ids = await readOrderIdsOfDay(db, store, date)
  const bills = await readBills(db, store, ids)
  const sales = bills.flatMap(({ order }) =>
    order.sale === null || order.sale.businessDate !== date ? [] : [order.sale],
  )
  const currency = (await readSettings(db, store))?.currency.code ?? ''
  return { report: dayReport(date, currency, sales), bills }
}
