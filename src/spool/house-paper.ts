import type { Envelope } from '#domain/event/envelope.ts'
import { ownPrinterOf } from '#domain/kitchen/own-printer.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import { readRecord, readRecords, readSettings } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { isRecord } from './is-record.ts'
import { jobOf } from './new-job.ts'
import { isPrinterOf, type Owner } from './owner.ts'

/** A drawer that opens later than this would open on somebody else. [DRAWER3] */
export const DRAWER_MS = 10_000

/** The events the house keeps a paper of. [PRINT20] */
const SLIPS: ReadonlySet<string> = new Set([
  'shift_cash_moved',
  'payment_refunded',
  'day_closed',
  'day_reported',
])

/** The events that put a hand into the drawer, where they are about cash. [DRAWER1] */
const DRAWER: ReadonlySet<string> = new Set(['payment_taken', 'payment_refunded', 'shift_cash_moved'])

/** What an event of money asks of the receipt printer by itself: its slip, and the drawer that stands there. */
export async function queueHousePaper(
  tx: Tx,
  event: Envelope,
  { owner, now }: { readonly owner: Owner; readonly now: number },
): Promise<void> {
  const payload = payloadOf(event)
  if (payload === null) return
  const printerId = await printerOf(tx, event, payload)
  if (printerId === '' || !(await isPrinterOf(owner, tx, event.store, printerId))) return
  if (opensDrawer(event, payload)) await queueDrawer(tx, event, printerId, now)
  if (!SLIPS.has(event.type) || payload['kind'] === 'no_sale') return
  await addPrintJob(tx, {
    ...jobOf(event, now),
    // Behind the drawer: whoever has the cash in hand waits for that.
    id: `${event.dev}:${event.seq}:slip`,
    kind: 'slip',
    printer_id: printerId,
    doc: JSON.stringify({ type: event.type, entId: event.entId, payload }),
  })
}

function payloadOf(event: Envelope): Record<string, unknown> | null {
  if (!SLIPS.has(event.type) && !DRAWER.has(event.type)) return null
  const payload: unknown = JSON.parse(event.payload)
  return isRecord(payload) ? payload : null
}

/** The one that was named, else that of the device it was done on, else that of the settings. [ROUTE3] */
async function printerOf(
  tx: Tx,
  { store, dev }: Envelope,
  payload: Record<string, unknown>,
): Promise<string> {
  const named = payload['printerId']
  if (typeof named === 'string') return named
  const own = ownPrinterOf(dev, await readRecords(tx, store, 'printer'))
  return own?.id ?? (await readSettings(tx, store))?.receiptPrinterId ?? ''
}

function opensDrawer({ type }: Envelope, { method }: Record<string, unknown>): boolean {
  return DRAWER.has(type) && (type === 'shift_cash_moved' || method === 'cash')
}

async function queueDrawer(tx: Tx, event: Envelope, printerId: string, now: number): Promise<void> {
  const printer = await readRecord(tx, event.store, 'printer', printerId)
  const pin = printer?.drawer ?? 'none'
  const job = jobOf(event, now)
  if (pin === 'none' || now - job.asked_at > DRAWER_MS) return
  await addPrintJob(tx, { ...job, kind: 'drawer', printer_id: printerId })
}
