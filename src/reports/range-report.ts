import type { Minor } from '#domain/money/money.ts'
import type { Report } from '#domain/report/report.ts'
import { sumReports } from '#domain/report/sum-reports.ts'
import { readDayTotals } from '#database/queries/day-totals.ts'
import type { Db } from '#database/schema.ts'
import { dayReportOf } from './day-report.ts'

/** One business date among others. */
export interface DaySum {
  readonly date: string
  readonly orders: number
  readonly paid: Minor
}

export interface RangeReport {
  readonly from: string
  readonly to: string
  readonly report: Report
  /** Dates on which something was sold or given back, in order. */
  readonly days: readonly DaySum[]
}

export interface ReportRange {
  readonly from: string
  readonly to: string
}

/** How many of the range's days are added up so far. */
export type OnProgress = (done: number, of: number) => void

/**
 * The report of the business dates from `from` to `to`: the sum of its days. Days that are kept are read as they are,
 * so that a month never reads its orders; the others are made, one after the other. [REPORT3] [REPORT4]
 */
export async function readRangeReport(
  db: Db,
  store: string,
  { from, to }: ReportRange,
  onProgress: OnProgress = () => {},
): Promise<RangeReport> {
  const totals = await readDayTotals(db, store, from, to)
  const reports: Report[] = []
  const days: DaySum[] = []
  for (const total of totals) {
    const report = await dayReportOf(db, store, total)
    reports.push(report)
    const { figures, paid } = report
    if (figures.orders > 0 || figures.refunds !== 0)
      days.push({ date: total.date, orders: figures.orders, paid })
    onProgress(reports.length, totals.length)
  }
  return { from, to, report: sumReports(reports), days }
}
