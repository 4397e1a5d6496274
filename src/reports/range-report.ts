import type { DaySum, ReportRange } from '#domain/report/range-view.ts'
import type { Report } from '#domain/report/report.ts'
import { NO_BOOKS, reportOf } from '#domain/report/report-of.ts'
import { sumReports } from '#domain/report/sum-reports.ts'
import { readDayTotals } from '#database/queries/day-totals.ts'
import type { Db } from '#database/schema.ts'
import { dayReportOf, makeShiftReport } from './day-report.ts'

export interface RangeReport {
  readonly report: Report
  readonly days: readonly DaySum[]
}

/** What came while one drawer was open; of a drawer that is not one of the date, nothing. [REPORT13] */
async function readShiftReport(db: Db, store: string, date: string, shiftId: string): Promise<RangeReport> {
  const report = (await makeShiftReport(db, store, date, shiftId)) ?? reportOf(NO_BOOKS)
  return { report, days: [] }
}

/** How far it came: `done` of `of` days. */
export interface Unfinished {
  readonly done: number
  readonly of: number
}

/**
 * The report of the business dates from `from` to `to`: the sum of its days. Days that are kept are read as they are,
 * so that a month never reads its orders; the others are made, one after the other. Once `mayGoOn` says no it stops
 * after the day it is at: what was made is kept, and asking again goes on from there. [REPORT3] [REPORT4]
 */
export async function readRangeReport(
  db: Db,
  store: string,
  { from, to, shiftId }: ReportRange,
  mayGoOn: () => boolean = () => true,
): Promise<RangeReport | Unfinished> {
  if (shiftId !== undefined) return readShiftReport(db, store, from, shiftId)
  const totals = await readDayTotals(db, store, from, to)
  const reports: Report[] = []
  const days: DaySum[] = []
  let made = 0
  for (const total of totals) {
    if (total.body === null && made > 0 && !mayGoOn()) return { done: reports.length, of: totals.length }
    if (total.body === null) made += 1
    const report = await dayReportOf(db, store, total)
    reports.push(report)
    const { figures, paid } = report
    if (figures.orders > 0 || figures.refunds !== 0)
      days.push({ date: total.date, orders: figures.orders, paid })
  }
  return { report: sumReports(reports), days }
}
