import type { Database } from '#database/open.ts'
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
export async function openAcknowledged(database: Database, store: string): Promise<Acknowledged> {
  const read = async (place: Place): Promise<number | null> => {
    const text = await readLocal(database.db, store, key(place))
    return text === null ? null : Number(text)
  }
  const reached: Record<Place, number | null> = { store: await read('store'), cloud: await read('cloud') }
  const written = { ...reached }

  async function write(): Promise<void> {
    for (const place of PLACES) {
      const seq = reached[place]
      if (seq === null || written[place] === seq) continue
      await writeLocal(database.db, store, key(place), String(seq))
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

function key(place: Place): string {
  return `acknowledged:${place}`
}
