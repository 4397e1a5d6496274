import { err, ok, type Result } from '#domain/result.ts'
import { readBill } from '#database/queries/bill.ts'
import { readRecord, readSettings } from '#database/queries/records.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { encodeReceipt } from '#printing/encode.ts'
import type { Columns } from '#printing/models.ts'
import { receiptOf } from '#printing/receipt.ts'

export interface RenderedJob {
  readonly host: string
  readonly port: number
  readonly bytes: Uint8Array
}

export type RenderProblem = 'printer_unknown' | 'order_not_closed'

/** Where a job goes and its bytes, for the printer that will really print it. */
export async function renderJob(db: Db, job: PrintJobRow): Promise<Result<RenderedJob, RenderProblem>> {
  const printer = await readRecord(db, job.store, 'printer', job.printer_id)
  if (printer === null || !printer.active) return err('printer_unknown')
  const bill = await readBill(db, job.store, job.order_id)
  const settings = await readSettings(db, job.store)
  if (bill === null || settings === null) return err('order_not_closed')
  const { order } = bill
  if (order.sale === null) return err('order_not_closed')
  const table = order.tableId === null ? null : await readRecord(db, job.store, 'table', order.tableId)
  const waiter = await readRecord(db, job.store, 'user', order.openedBy)
  const receipt = receiptOf({
    sale: order.sale,
    number: order.number,
    table: table?.name ?? null,
    covers: order.service === 'dine_in' ? order.covers : null,
    waiter: waiter?.name ?? '',
    settings,
    payments: bill.payments,
    copy: job.copy,
    locale: 'en-GB',
  })
  return ok({
    host: printer.host,
    port: printer.port,
    bytes: encodeReceipt(receipt, { columns: columnsOf(printer.columns) }),
  })
}

function columnsOf(columns: number): Columns {
  return columns === 32 || columns === 42 ? columns : 48
}
