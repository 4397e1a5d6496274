import { canonicalJson } from '#domain/event/canonical.ts'
import { givenDiscounts } from '#domain/report/given-discounts.ts'
import { givenTips, tipsGivenBack } from '#domain/report/given-tips.ts'
import type { Report } from '#domain/report/report.ts'
import { NO_BOOKS, reportOf } from '#domain/report/report-of.ts'
import { soldCosts } from '#domain/report/sold-costs.ts'
import { sumReports } from '#domain/report/sum-reports.ts'
import { isDuring, type Shift } from '#domain/shift/shift.ts'
import { readEntities } from '#database/entities.ts'
import { readBesideSales, readSoldBills } from '#database/queries/day-books.ts'
import { keepDayTotal, readDayTotal, type DayTotal } from '#database/queries/day-totals.ts'
import { readShiftIdsOfDay } from '#database/queries/shifts.ts'
import type { Db, Tx } from '#database/schema.ts'

/** Of the form below: a body that another program kept is made anew. */
const FORM = 2

/** A till that sells on while it is added up: after so many tries the day as it was a moment ago will do. */
const TRIES = 3

/** A day's report: as it is kept, or else from the day's orders, and kept from then on. [REPORT4] */
export async function dayReportOf(db: Db, store: string, kept: DayTotal): Promise<Report> {
  let total = kept
  for (let tries = 1; ; tries += 1) {
    const known = reportIn(total)
    if (known !== null) return known
    const report = await makeDayReport(db, store, total.date)
    const body = canonicalJson({ form: FORM, report })
    // What came meanwhile raised the version: nothing is kept, and the day is added up again.
    if (tries === TRIES || (await keepDayTotal(db, store, { ...total, body }))) return report
    total = (await readDayTotal(db, store, total.date)) ?? total
  }
}

/** A day's report from its orders, a part at a time. Reads that date and nothing else. */
export async function makeDayReport(db: Db | Tx, store: string, date: string): Promise<Report> {
  const shifts = await readShiftsOfDay(db, store, date)
  return addUp(db, store, date, shifts, () => true)
}

/**
 * The report of what came while one drawer was open, at whatever till: made each time, from the orders of its date.
 * Null: that date has no such drawer session. [REPORT13]
 */
export async function makeShiftReport(
  db: Db | Tx,
  store: string,
  date: string,
  shiftId: string,
): Promise<Report | null> {
  const shift = (await readShiftsOfDay(db, store, date)).find(({ id }) => id === shiftId)
  if (shift === undefined) return null
  return addUp(db, store, date, [shift], (at) => isDuring(shift, at))
}

async function addUp(
  db: Db | Tx,
  store: string,
  date: string,
  shifts: readonly Shift[],
  counts: (at: number) => boolean,
): Promise<Report> {
  const { payments, refunds, voids, tips } = await readBesideSales(db, store, date, counts)
  const tipped = tipsGivenBack(payments, date, counts)
  const parts = [reportOf({ ...NO_BOOKS, refunds, voids, tipped, shifts })]
  for await (const all of readSoldBills(db, store, date)) {
    const sold = all.filter(({ sale }) => counts(sale.closedAt))
    const sales = sold.map(({ sale }) => sale)
    const given = sold.flatMap(({ bill, sale }) => givenDiscounts(sale, bill))
    const costs = sold.flatMap(({ bill, sale }) => soldCosts(sale, bill))
    const tipped = sold.flatMap(({ bill, sale }) => givenTips(sale, bill.payments, tips))
    parts.push(reportOf({ ...NO_BOOKS, sales, given, costs, tipped, tips }))
  }
  return sumReports(parts)
}

function reportIn({ body }: DayTotal): Report | null {
  if (body === null) return null
  const { form, report } = JSON.parse(body) as { readonly form: number; readonly report: Report }
  return form === FORM ? report : null
}

/** The drawer sessions of a business date. */
export async function readShiftsOfDay(db: Db | Tx, store: string, date: string): Promise<readonly Shift[]> {
  const ids = await readShiftIdsOfDay(db, store, date)
  const found = await readEntities(
    db,
    store,
    ids.map((id) => ({ type: 'shift', id })),
  )
  return [...found.values()].flatMap(({ state }) => (state === null ? [] : [state as Shift]))
}
