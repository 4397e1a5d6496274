import { businessDate } from '#domain/day/business-date.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

const DAY_MS = 24 * 3_600_000

/** As many business dates as screens look back by themselves. [SNAP1] */
export const DAYS_HELD = 7

/** The last business dates up to now, newest first; none before the store has its settings. */
export async function readLastDates(
  db: Db | Tx,
  store: string,
  now: number,
  days: number,
): Promise<readonly string[]> {
  const settings = await readSettings(db, store)
  if (settings === null) return []
  const { zone, cutoverHour } = settings
  const dates = Array.from({ length: days }, (_, day) => businessDate(now - day * DAY_MS, zone, cutoverHour))
  return [...new Set(dates)]
}

/** The first of them, or null. */
export async function firstDateHeld(
  db: Db | Tx,
  store: string,
  now: number,
  days: number,
): Promise<string | null> {
  return (await readLastDates(db, store, now, days)).at(-1) ?? null
}
