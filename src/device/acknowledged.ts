import type { Database } from '#database/open.ts'
import { readOtherLogs } from '#database/queries/left-behind.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Place } from '#sync/protocol.ts'
import { createAppointment } from '#link/appointment.ts'

/** Up to which of its own events each place has acknowledged; null: no such place has answered yet. */
export interface Acknowledged {
  reached(): Readonly<Record<Place, number | null>>
  heard(place: Place, seq: number): void
}

const PLACES: readonly Place[] = ['store', 'cloud']
const KEEP_WITHIN_MS = 5_000

/** As far as this device knew when it was last open. */
export async function openAcknowledged(
  database: Database,
  store: string,
  dev: string,
): Promise<Acknowledged> {
  const read = async (place: Place): Promise<number | null> => {
    const text = await readLocal(database.db, store, key(place, dev))
    return text === null ? null : Number(text)
  }
  const reached: Record<Place, number | null> = { store: await read('store'), cloud: await read('cloud') }
  const written = { ...reached }

  async function write(): Promise<void> {
    for (const place of PLACES) {
      const seq = reached[place]
      if (seq === null || written[place] === seq) continue
      await writeLocal(database.db, store, key(place, dev), String(seq))
      written[place] = seq
    }
  }

  // For the next start, which asks again anyway: now and then, never between a tap and a kitchen. A full disk only
  // delays it.
  const writing = createAppointment(() => void write().catch(() => writing.within(KEEP_WITHIN_MS)))
  return {
    reached: () => reached,
    heard(place, seq) {
      reached[place] = seq
      if (written[place] !== seq) writing.within(KEEP_WITHIN_MS)
    },
  }
}

/**
 * How many of this device's events wait here for stores it is in no more. They are kept, and go up when it joins that
 * store again. [PAIR6]
 */
export async function countLeftBehind({ db }: Database, store: string, dev: string): Promise<number> {
  let count = 0
  for (const log of await readOtherLogs(db, store, dev)) {
    const reached = await Promise.all(PLACES.map((place) => readLocal(db, log.store, key(place, dev))))
    count += Math.max(0, log.seq - Math.max(...reached.map(Number)))
  }
  return count
}

/** By device: one that took on a new id has a log of its own. */
function key(place: Place, dev: string): string {
  return `acknowledged:${place}:${dev}`
}
