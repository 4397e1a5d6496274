import { NO_BOOKS, reportOf } from '#domain/report/report-of.ts'
import type { RangeAnswer, ReportNames, ReportRange, ShiftTime } from '#domain/report/range-view.ts'
import { readFirstDate } from '#database/queries/day-totals.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import { readShiftsOfDay } from './day-report.ts'
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
    ...range,
    currency: (await readSettings(db, store))?.currency.code ?? '',
    report: seesCash ? report : { ...report, ...WITHOUT_CASH },
    days,
    names: await readNames(db, store),
    shifts: await readShiftTimes(db, store, range),
    knownFrom: await readFirstDate(db, store),
    seesCash,
  }
  return { kind: 'whole', view }
}

const { sessions, cashMoves } = reportOf(NO_BOOKS)
const WITHOUT_CASH = { sessions, cashMoves }

/** By its drawers a day is asked for in parts. */
async function readShiftTimes(
  db: Db,
  store: string,
  { from, to }: ReportRange,
): Promise<readonly ShiftTime[]> {
  if (from !== to) return []
  const shifts = await readShiftsOfDay(db, store, from)
  return shifts
    .map(({ id, drawer, openedBy, openedAt, closed }) => ({
      id,
      drawer,
      openedBy,
      openedAt,
      closedAt: closed?.at ?? null,
    }))
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
}

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
