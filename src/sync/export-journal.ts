import { readMissing } from '#database/pages.ts'
import type { Head } from '#database/journal.ts'
import { toWire } from './protocol.ts'
import type { Replica } from './replica.ts'

/**
 * A store's whole journal as text, page by page: a first line that says whose it is and how far each device's log
 * goes, then one event a line, oldest arrival first (docs/protocol.md, Export). What arrives meanwhile is not in it.
 */
export async function* exportJournal({
  store,
  db,
  heads: readHeads,
}: Pick<Replica, 'store' | 'db' | 'heads'>): AsyncGenerator<string> {
  const heads = await readHeads()
  yield `${JSON.stringify({ comanda: 'journal/1', store, heads: toWire(heads) })}\n`
  const written = new Map<string, Head>()
  for (;;) {
    const { events } = await readMissing(db, store, heads, written)
    if (events.length === 0) return
    for (const { dev, seq, hash } of events) written.set(dev, { seq, hash })
    yield events.map((event) => `${JSON.stringify(event)}\n`).join('')
  }
}
