import { businessDate } from '#domain/day/business-date.ts'
import { unitOf } from '#domain/stock/ingredient.ts'
import { varianceOf } from '#domain/stock/variance.ts'
import type { Variances } from '#domain/stock/variance-view.ts'
import { readSettings } from '#database/queries/records.ts'
import { readCountedTwice } from '#database/queries/stock-variance.ts'
import type { Db } from '#database/schema.ts'

const DAY_MS = 86_400_000
const HALF_DAY_MS = DAY_MS / 2
/** Before every business date. */
const EVER = '0000-01-01'

interface Asked {
  /** Null: between the last two counts of each; else from the first count of so many days. */
  readonly days: number | null
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether a business date is here. */
  readonly holds: (date: string) => boolean
}

/** What counts found beside what should have been there, by name. [STOCK12] */
export async function readVariances(db: Db, store: string, { days, now, holds }: Asked): Promise<Variances> {
  const settings = await readSettings(db, store)
  if (settings === null) return { rows: [], isWhole: true }
  const { zone, cutoverHour } = settings
  const since = days === null ? null : businessDate(now - days * DAY_MS, zone, cutoverHour)
  // A count may still be here when days after it have gone: what moved on them would be missing.
  const isHeld = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += HALF_DAY_MS)
      if (!holds(businessDate(at, zone, cutoverHour))) return false
    return holds(businessDate(to, zone, cutoverHour))
  }
  const found = await readCountedTwice(db, store, since)
  const rows = found
    .filter((row) => isHeld(row.opened_at, row.counted_at))
    .map((row) => {
      // Moves take off what was used and wasted; here they are amounts.
      const { opening, received, counted } = row
      const between = { opening, received, used: 0 - row.used, wasted: 0 - row.wasted, counted }
      return {
        id: row.id,
        name: row.name,
        unit: unitOf(row.unit),
        openedAt: row.opened_at,
        countedAt: row.counted_at,
        ...between,
        ...varianceOf(between, { packSize: row.pack_size, packCost: row.pack_cost }),
      }
    })
  // An earlier count may be older than all that is here.
  return { rows, isWhole: days === null ? holds(EVER) : isHeld(now - days * DAY_MS, now) }
}
