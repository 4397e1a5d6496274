import type { Envelope } from '#domain/event/envelope.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import type { Tx } from '#database/schema.ts'
import { isRecord } from './is-record.ts'

/** A receipt nobody waits for any more: printing it would only confuse. A person may still ask for a copy. */
const STALE_MS = 10 * 60_000

/**
 * Turns events that ask for paper into print jobs, in the transaction that journals them: a job exists exactly when
 * its event does. One event, one job, however often it arrives. [PRINTJOB1] [PRINTJOB2]
 */
export async function queuePrintJobs(tx: Tx, events: readonly Envelope[], now: number): Promise<void> {
  for (const event of events) {
    if (event.type !== 'receipt_requested') continue
    const payload: unknown = JSON.parse(event.payload)
    if (!isRecord(payload)) continue
    const { printerId, copy } = payload
    if (typeof printerId !== 'string' || printerId === '' || typeof copy !== 'number') continue
    // A clock that runs ahead, or lies, does not make a job younger than it is.
    const askedAt = Math.min(now, event.wall + event.off)
    await addPrintJob(tx, {
      store: event.store,
      id: `${event.dev}:${event.seq}`,
      kind: 'receipt',
      printer_id: printerId,
      order_id: event.entId,
      copy,
      state: now - askedAt > STALE_MS ? 'held' : 'queued',
      attempts: 0,
      last_error: null,
      asked_at: askedAt,
      updated_at: now,
      next_try_at: now,
    })
  }
}
