import type { Envelope } from '#domain/event/envelope.ts'
import { appendJournal } from '#database/journal.ts'
import type { Tx } from '#database/schema.ts'
import type { ReadEvent } from './fold-entities.ts'

const EVENTS_A_PART = 100

/** Journals events in their order, as `read` understands them. PostgreSQL writes one part while the next is read. */
export async function writeDown(
  tx: Tx,
  events: readonly Envelope[],
  read: (event: Envelope) => ReadEvent,
): Promise<readonly ReadEvent[]> {
  const all: ReadEvent[] = []
  for (let start = 0; start < events.length; start += EVENTS_A_PART) {
    const part = events.slice(start, start + EVENTS_A_PART).map(read)
    await appendJournal(
      tx,
      part.map(({ envelope, reading }) => ({ envelope, folded: reading.kind === 'event' })),
    )
    all.push(...part)
  }
  return all
}
