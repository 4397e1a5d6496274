import type { Envelope } from '#domain/event/envelope.ts'
import type { PrintJobRow } from '#database/schema.ts'

/** A receipt nobody waits for any more: printing it would only confuse. A person may still ask for a copy. */
const STALE_MS = 10 * 60_000
/** Nor does anybody decide about one that old. */
const FORGOTTEN_MS = 12 * 3_600_000

/** What an event's own paper begins with: held where nobody waits for it any more. [PRINTJOB1] [PRINTJOB2] */
export function jobOf(event: Envelope, now: number): Omit<PrintJobRow, 'kind' | 'printer_id'> {
  const askedAt = askedAtOf(event, now)
  return {
    ...newJob(event.store, now),
    id: `${event.dev}:${event.seq}`,
    order_id: '',
    copy: 0,
    state: stateOf(now - askedAt),
    asked_at: askedAt,
    asked_by: event.actor,
  }
}

/** A server that is filled anew gets the receipts of weeks: those are nobody's to decide about. [PRINTJOB2] */
function stateOf(ageMs: number): string {
  if (ageMs > FORGOTTEN_MS) return 'discarded'
  return ageMs > STALE_MS ? 'held' : 'queued'
}

/** A clock that runs ahead, or lies, does not make a job younger than it is. */
export function askedAtOf({ wall, off }: Envelope, now: number): number {
  return Math.min(now, wall + off)
}

/** What every new job begins with. */
export function newJob(
  store: string,
  now: number,
): Omit<PrintJobRow, 'id' | 'kind' | 'printer_id' | 'order_id' | 'copy' | 'asked_at'> {
  return {
    store,
    state: 'queued',
    attempts: 0,
    last_error: null,
    updated_at: now,
    next_try_at: now,
    station_id: '',
    title: '',
    doc: null,
    asked_by: '',
    mark: '',
    other_printer_id: null,
    copy_of: null,
    queued_at: now,
    settled_by: null,
    settled_why: null,
  }
}
