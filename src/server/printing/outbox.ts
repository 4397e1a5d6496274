import type { Envelope } from '#domain/event/envelope.ts'
import { paperStations } from '#domain/kitchen/routes.ts'
import { noteKitchenDue } from '#database/queries/kitchen-prints.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import { readRecords } from '#database/queries/records.ts'
import type { PrintJobRow, Tx } from '#database/schema.ts'
import { isRecord } from './is-record.ts'

/** A receipt nobody waits for any more: printing it would only confuse. A person may still ask for a copy. */
const STALE_MS = 10 * 60_000
/** Nor does anybody decide about one that old. */
const FORGOTTEN_MS = 12 * 3_600_000

/** What the kitchen may have to hear of: everything of an item but its money, and where its order is eaten. */
const KITCHEN_EVENTS: ReadonlySet<string> = new Set([
  'item_added',
  'item_qty_set',
  'item_note_set',
  'item_modifiers_set',
  'item_place_set',
  'item_moved',
  'item_sent',
  'item_changed',
  'item_voided',
  'order_opened',
  'order_table_set',
  'order_service_set',
  'order_merged',
  'order_unmerged',
])

/**
 * Turns events that ask for paper into print jobs, in the transaction that journals them: a job exists exactly when
 * its event does. One event, one job, however often it arrives. What the kitchen has to hear is only noted here, and
 * told once everything of its transaction is folded. [PRINTJOB1] [PRINTJOB2]
 */
export async function queuePrintJobs(tx: Tx, events: readonly Envelope[], now: number): Promise<void> {
  for (const event of events) {
    if (event.type === 'receipt_requested') await queueReceipt(tx, event, now)
  }
  await noteForKitchen(tx, events, now)
}

async function queueReceipt(tx: Tx, event: Envelope, now: number): Promise<void> {
  const payload: unknown = JSON.parse(event.payload)
  if (!isRecord(payload)) return
  const { printerId, copy, check } = payload
  if (typeof printerId !== 'string' || printerId === '' || typeof copy !== 'number') return
  const askedAt = askedAtOf(event, now)
  await addPrintJob(tx, {
    ...newJob(event.store, now),
    id: `${event.dev}:${event.seq}`,
    kind: 'receipt',
    printer_id: printerId,
    order_id: event.entId,
    copy,
    doc: isRecord(check) ? JSON.stringify(check) : null,
    state: stateOf(now - askedAt),
    asked_at: askedAt,
    asked_by: event.actor,
  })
}

/** A server that is filled anew gets the receipts of weeks: those are nobody's to decide about. [PRINTJOB2] */
function stateOf(ageMs: number): string {
  if (ageMs > FORGOTTEN_MS) return 'discarded'
  return ageMs > STALE_MS ? 'held' : 'queued'
}

async function noteForKitchen(tx: Tx, events: readonly Envelope[], now: number): Promise<void> {
  const heard = events.filter(({ type }) => KITCHEN_EVENTS.has(type))
  const [first] = heard
  if (first === undefined) return
  if (paperStations(await readRecords(tx, first.store, 'station')).length === 0) return
  await noteKitchenDue(
    tx,
    heard.map((event) => ({
      store: event.store,
      id: `${event.dev}:${event.seq}`,
      ent_type: event.entType,
      ent_id: event.entId,
      actor: event.actor,
      asked_at: askedAtOf(event, now),
      noted_at: now,
    })),
  )
}

/** A clock that runs ahead, or lies, does not make a job younger than it is. */
function askedAtOf({ wall, off }: Envelope, now: number): number {
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
