import type { Envelope } from '#domain/event/envelope.ts'
import type { DomainEvent } from '#domain/event/event.ts'

/** Edits that nobody waits for go up in batches, this long after the first of them. */
export const BATCH_MS = 5_000
/** How often a device without a socket asks. */
export const POLL_MS = 5_000

const CALM: ReadonlySet<string> = new Set<DomainEvent['type']>([
  'item_added',
  'item_qty_set',
  'item_note_set',
  'order_covers_set',
])

/** Someone waits for it: the kitchen, the printer, another till, or a guest. What this program does not know, too. */
export function isUrgent(events: readonly Pick<Envelope, 'type'>[]): boolean {
  return events.some((event) => !CALM.has(event.type))
}

const BACKOFF_FIRST_MS = 500
// With the round trips that follow, everything is in the store within five seconds of its server's return.
const BACKOFF_LAST_MS = 4_000

/** How long to wait after `failures` failed tries in a row; `random` in 0–1 spreads devices apart. */
export function retryDelayMs(failures: number, random: number): number {
  const ceiling = Math.min(BACKOFF_LAST_MS, BACKOFF_FIRST_MS * 2 ** Math.min(failures, 10))
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}
