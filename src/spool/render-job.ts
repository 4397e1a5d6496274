import type { Columns, Printer } from '#domain/kitchen/station.ts'
import type { Bill } from '#domain/order/bill.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readBill } from '#database/queries/bill.ts'
import { readRecord, readSettings } from '#database/queries/records.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import {
  encodeDrawer,
  encodeReceipt,
  encodeSlip,
  encodeTicket,
  type PrinterProfile,
} from '#printing/encode.ts'
import type { KitchenTicket } from '#printing/kitchen-ticket.ts'
import { modelOf } from '#printing/models.ts'
import { isMark } from '#printing/outcome.ts'
import { billOf, checkReceiptOf, receiptOf, type Receipt, type ReceiptHead } from '#printing/receipt.ts'
import { billed, soldCheck } from '#sync/schemas/orders.ts'
import type { ByteLine } from './byte-line.ts'
import { readSlip } from './read-slip.ts'
import type { SpoolPlace } from './ports.ts'

export interface RenderedJob {
  readonly open: () => ByteLine
  readonly bytes: Uint8Array
}

export type RenderProblem = 'printer_unknown' | 'order_not_closed' | 'job_unreadable'

/** Where a job goes and its bytes, for the printer that will really print it. */
export async function renderJob(
  { db, pen, openLine }: Pick<SpoolPlace, 'pen' | 'openLine'> & { readonly db: Db },
  job: PrintJobRow,
): Promise<Result<RenderedJob, RenderProblem>> {
  const printer = await readRecord(db, job.store, 'printer', job.printer_id)
  if (printer === null || !printer.active) return err('printer_unknown')
  const columns = columnsOf(printer.columns)
  const profile = { columns, model: modelOf(printer.model, columns), pen }
  const bytes = await bytesOf(db, job, printer, profile)
  const { host, port } = printer
  return bytes.ok ? ok({ open: () => openLine(host, port), bytes: bytes.value }) : bytes
}

async function bytesOf(
  db: Db,
  job: PrintJobRow,
  printer: Printer,
  profile: PrinterProfile,
): Promise<Result<Uint8Array, RenderProblem>> {
  const { drawer = 'none' } = printer
  switch (job.kind) {
    case 'kitchen':
      return ticketBytes(db, job, profile)
    case 'drawer':
      return drawer === 'none' ? err('printer_unknown') : ok(encodeDrawer(drawer))
    case 'slip': {
      const slip = await readSlip(db, job)
      return slip === null ? err('job_unreadable') : ok(encodeSlip(slip, job.copy, profile))
    }
    default:
      return receiptBytes(db, job, profile)
  }
}

async function ticketBytes(
  db: Db,
  job: PrintJobRow,
  profile: PrinterProfile,
): Promise<Result<Uint8Array, RenderProblem>> {
  if (job.doc === null || !isMark(job.mark)) return err('job_unreadable')
  const other =
    job.other_printer_id === null ? null : await readRecord(db, job.store, 'printer', job.other_printer_id)
  const head = { mark: job.mark, copy: job.copy, otherPrinter: other?.name ?? '' }
  // Written by this program, in this database.
  return ok(encodeTicket(JSON.parse(job.doc) as KitchenTicket, head, profile))
}

async function receiptBytes(
  db: Db,
  job: PrintJobRow,
  profile: PrinterProfile,
): Promise<Result<Uint8Array, RenderProblem>> {
  const bill = await readBill(db, job.store, job.order_id)
  const settings = await readSettings(db, job.store)
  if (bill === null || settings === null) return err('order_not_closed')
  const { order } = bill
  const table = order.tableId === null ? null : await readRecord(db, job.store, 'table', order.tableId)
  const waiter = await readRecord(db, job.store, 'user', order.openedBy)
  const head = {
    number: order.number,
    table: table?.name ?? null,
    covers: order.service === 'dine_in' ? order.covers : null,
    waiter: waiter?.name ?? '',
    settings,
    copy: job.copy,
    locale: 'en-GB',
  }
  const receipt =
    job.kind === 'bill'
      ? unpaidBill(job.doc, head)
      : job.doc === null
        ? wholeReceipt(bill, head)
        : checkReceipt(job.doc, head)
  return receipt.ok ? ok(encodeReceipt(receipt.value, profile)) : receipt
}

function wholeReceipt({ order, payments }: Bill, head: ReceiptHead): Result<Receipt, RenderProblem> {
  return order.sale === null
    ? err('order_not_closed')
    : ok(receiptOf({ ...head, sale: order.sale, payments }))
}

/** What was to pay when somebody asked for the bill. [BILL6] */
function unpaidBill(doc: string | null, head: ReceiptHead): Result<Receipt, RenderProblem> {
  const asked = billed.safeParse(JSON.parse(doc ?? 'null'))
  if (!asked.success) return err('job_unreadable')
  return ok(billOf({ ...head, check: asked.data.bill, due: asked.data.due }))
}

/** Of a check: as it was frozen when it was asked for, by whatever device. [CHECK14] */
function checkReceipt(doc: string, head: ReceiptHead): Result<Receipt, RenderProblem> {
  const check = soldCheck.safeParse(JSON.parse(doc))
  return check.success ? ok(checkReceiptOf({ ...head, check: check.data })) : err('job_unreadable')
}

function columnsOf(columns: number): Columns {
  return columns === 32 || columns === 42 ? columns : 48
}
