import type { Db, Tx } from '#database/schema.ts'

/** What is kept of one business date's report. */
export interface DayTotal {
  readonly date: string
  /** Raised with every change that may move it. */
  readonly version: number
  /** Null: it is to be made, again or for the first time. */
  readonly body: string | null
}

/** The business dates from `from` to `to` on which anything happened, in order, with what is kept of them. */
export async function readDayTotals(
  db: Db | Tx,
  store: string,
  from: string,
  to: string,
): Promise<readonly DayTotal[]> {
  const rows = await db
    .selectFrom('day_totals')
    .selectAll()
    .where('store', '=', store)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .orderBy('business_date')
    .execute()
  return rows.map(({ business_date: date, version, made, body }) => ({
    date,
    version,
    body: made === version ? body : null,
  }))
}

/** One date, or null where nothing happened on it. */
export async function readDayTotal(db: Db | Tx, store: string, date: string): Promise<DayTotal | null> {
  return (await readDayTotals(db, store, date, date))[0] ?? null
}

/** Keeps what was made of a date as it was at `version`. False: it has changed since, and nothing is kept. */
export async function keepDayTotal(
  db: Db | Tx,
  store: string,
  { date, version, body }: DayTotal,
): Promise<boolean> {
  const kept = await db
    .updateTable('day_totals')
    .set({ body, made: version })
    .where('store', '=', store)
    .where('business_date', '=', date)
    .where('version', '=', version)
    .executeTakeFirst()
  return kept.numUpdatedRows > 0n
}

/** The first business date on which anything happened that is known here, or null. */
export async function readFirstDate(db: Db | Tx, store: string): Promise<string | null> {
  const row = await db
    .selectFrom('day_totals')
    .select('business_date')
    .where('store', '=', store)
    .orderBy('business_date')
    .limit(1)
    .executeTakeFirst()
  return row?.business_date ?? null
}
