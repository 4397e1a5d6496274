import { deviceOfPrinter } from '#domain/kitchen/own-printer.ts'
import type { Order } from '#domain/order/order.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import { readOpenPrintJobs } from '#database/queries/print-jobs.ts'
import { readRecords } from '#database/queries/records.ts'
import type { PrintJobRow } from '#database/schema.ts'
import type { Queue } from './settle.ts'

/** More than anybody reads; the rest shows up as these go. */
const JOBS_MAX = 100

/** What is not on paper, or may not be, in the words of the wire. [PRINTJOB7] */
export interface QueueView {
  readonly jobs: readonly QueueJob[]
  /** The printers in use, to move a job to. */
  readonly printers: readonly { readonly id: string; readonly name: string }[]
}

export interface QueueJob {
  readonly id: string
  readonly kind: string
  readonly orderId: string
  readonly title: string
  readonly printerId: string
  readonly printer: string
  readonly state: string
  readonly reason: string | null
  readonly copy: number
  readonly attempts: number
  readonly askedAt: number
  readonly askedBy: string
}

export async function readQueueView({ db, store, owner }: Queue): Promise<QueueView> {
  // A drawer opens within seconds or not at all: whoever stands there sees it.
  const rows = (await readOpenPrintJobs(db, store, JOBS_MAX)).filter(({ kind }) => kind !== 'drawer')
  const all = await readRecords(db, store, 'printer')
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const orders = await readEntities(
    db,
    store,
    rows.map(({ order_id: id }) => ({ type: 'order', id })),
  )
  const numberOf = ({ order_id: id }: PrintJobRow): string =>
    ((orders.get(entityKey('order', id))?.state ?? null) as Order | null)?.number ?? ''
  return {
    jobs: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      orderId: row.order_id,
      title: row.title === '' ? numberOf(row) : row.title,
      printerId: row.printer_id,
      printer: names.get(row.printer_id) ?? '',
      state: row.state,
      reason: row.last_error,
      copy: row.copy,
      attempts: row.attempts,
      askedAt: row.asked_at,
      askedBy: row.asked_by,
    })),
    printers: all
      .filter(({ active, host }) => active && deviceOfPrinter(host) === owner)
      .map(({ id, name }) => ({ id, name })),
  }
}
