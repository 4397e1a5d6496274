import { NO_BOOKS, reportOf } from '#domain/report/report-of.ts'
import type { RangeAnswer, ReportNames, ReportRange } from '#domain/report/range-view.ts'
import { readFirstDate } from '#database/queries/day-totals.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import { readRangeReport } from './range-report.ts'

interface Seeing {
  /** Whether drawers and cash moves may be told. [REPORT6] */
  readonly seesCash: boolean
  /** Asked before each day that is to be made; false: what is done so far will do for now. */
  readonly mayGoOn: () => boolean
}

/** A range's report, or how far it is. */
export async function readRangeView(
  db: Db,
  store: string,
  range: ReportRange,
  { seesCash, mayGoOn }: Seeing,
): Promise<RangeAnswer> {
  const found = await readRangeReport(db, store, range, mayGoOn)
  if ('done' in found) return { kind: 'partial', ...found }
  const { report, days } = found
  const view = {
    from: range.from,
    to: range.to,
    currency: (await readSettings(db, store))?.currency.code ?? '',
    report: seesCash ? report : { ...report, ...WITHOUT_CASH },
    days,
    names: await readNames(db, store),
    knownFrom: await readFirstDate(db, store),
    seesCash,
  }
  return { kind: 'whole', view }
}

const { sessions, cashMoves } = reportOf(NO_BOOKS)
const WITHOUT_CASH = { sessions, cashMoves }

async function readNames(db: Db, store: string): Promise<ReportNames> {
  const [people, tables, categories, devices] = [
    await readRecords(db, store, 'user'),
    await readRecords(db, store, 'table'),
    await readRecords(db, store, 'category'),
    await readRecords(db, store, 'device'),
  ].map((records) => Object.fromEntries(records.map(({ id, name }) => [id, name])))
  return {
    people: people ?? {},
    tables: tables ?? {},
    categories: categories ?? {},
    devices: devices ?? {},
  }
}
