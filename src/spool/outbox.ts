import type { Envelope } from '#domain/event/envelope.ts'
import { noteKitchenDue } from '#database/queries/kitchen-prints.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import type { Tx } from '#database/schema.ts'
import { queueHousePaper } from './house-paper.ts'
import { isRecord } from './is-record.ts'
import { askedAtOf, jobOf } from './new-job.ts'
import { isPrinterOf, type Owner } from './owner.ts'
import { stationsHere } from './stations-here.ts'

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
  'item_allergies_set',
  'item_voided',
  'order_opened',
  'order_table_set',
  'order_service_set',
  'order_merged',
  'order_unmerged',
])

/** Where the queue stands, and its time in milliseconds since 1970. */
export interface Here {
  readonly owner: Owner
  readonly now: number
}

/**
 * Turns events that ask for paper into print jobs, in the transaction that journals them: a job exists exactly when
 * its event does. One event, one job, however often it arrives. What the kitchen has to hear is only noted here, and
 * told once everything of its transaction is folded. [PRINTJOB1] [PRINTJOB2]
 */
export async function queuePrintJobs(tx: Tx, events: readonly Envelope[], here: Here): Promise<void> {
  for (const event of events) {
    if (event.type === 'receipt_requested') await queueReceipt(tx, event, here)
    if (event.type === 'order_billed') await queueBill(tx, event, here)
    await queueHousePaper(tx, event, here)
  }
  await noteForKitchen(tx, events, here)
}

async function queueReceipt(tx: Tx, event: Envelope, { owner, now }: Here): Promise<void> {
  const payload: unknown = JSON.parse(event.payload)
  if (!isRecord(payload)) return
  const { printerId, copy, check } = payload
  if (typeof printerId !== 'string' || printerId === '' || typeof copy !== 'number') return
  if (!(await isPrinterOf(owner, tx, event.store, printerId))) return
  await addPrintJob(tx, {
    ...jobOf(event, now),
    kind: 'receipt',
    printer_id: printerId,
    order_id: event.entId,
    copy,
    doc: isRecord(check) ? JSON.stringify(check) : null,
  })
}

async function queueBill(tx: Tx, event: Envelope, { owner, now }: Here): Promise<void> {
  const payload: unknown = JSON.parse(event.payload)
  if (!isRecord(payload)) return
  const { printerId, bill, due } = payload
  if (typeof printerId !== 'string' || printerId === '') return
  if (!(await isPrinterOf(owner, tx, event.store, printerId))) return
  await addPrintJob(tx, {
    ...jobOf(event, now),
    kind: 'bill',
    printer_id: printerId,
    order_id: event.entId,
    doc: JSON.stringify({ bill, due }),
  })
}

async function noteForKitchen(tx: Tx, events: readonly Envelope[], { owner, now }: Here): Promise<void> {
  const heard = events.filter(({ type }) => KITCHEN_EVENTS.has(type))
  const [first] = heard
  if (first === undefined) return
  if ((await stationsHere(tx, first.store, owner)).length === 0) return
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
