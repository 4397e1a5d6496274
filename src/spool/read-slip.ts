import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { entityKey, readEntities } from '#database/entities.ts'
import { readRecord, readSettings } from '#database/queries/records.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { SLIP_WORDS } from '#printing/slip-words.ts'
import type { Slip } from '#printing/slip.ts'
import { cashMoveSlip, dayFiguresSlip, refundSlip, testSlip, type SlipTerms } from '#printing/slips.ts'
import { paymentPayloads } from '#sync/schemas/payments.ts'
import { shiftPayloads } from '#sync/schemas/shifts.ts'
import { isRecord } from './is-record.ts'
import { printerTest } from './test-print.ts'

/** The slip of a job, from the words of its event; null: it cannot be read. Names are those of now. [PRINT20] */
export async function readSlip(db: Db, job: PrintJobRow): Promise<Slip | null> {
  const doc: unknown = JSON.parse(job.doc ?? 'null')
  const settings = await readSettings(db, job.store)
  if (!isRecord(doc) || settings === null) return null
  const { type, entId, payload } = doc
  const nameOf = async (id: string | null): Promise<string> =>
    id === null ? '' : ((await readRecord(db, job.store, 'user', id))?.name ?? '')
  const terms = async (by: string, approvedBy: string | null): Promise<SlipTerms> => ({
    settings,
    locale: 'en-GB',
    by: await nameOf(by),
    approvedBy: await nameOf(approvedBy),
  })
  switch (type) {
    case 'shift_cash_moved': {
      const move = shiftPayloads.shift_cash_moved.safeParse(payload).data
      return move === undefined ? null : cashMoveSlip(move, await terms(move.by, move.approvedBy))
    }
    case 'payment_refunded': {
      const refund = paymentPayloads.payment_refunded.safeParse(payload).data
      if (refund === undefined || typeof entId !== 'string') return null
      const { method, methodName } = refund
      const way = methodName === '' ? (SLIP_WORDS.methods[method] ?? method) : methodName
      const number = await orderNumber(db, job.store, entId)
      return refundSlip(refund, number, way, await terms(refund.by, refund.approvedBy))
    }
    case 'day_closed': {
      const z = shiftPayloads.day_closed.safeParse(payload).data
      if (z === undefined) return null
      const title = `${SLIP_WORDS.z} ${z.number}`
      return dayFiguresSlip(title, { ...z, at: z.closedAt }, await terms(z.closedBy, z.approvedBy))
    }
    case 'day_reported': {
      const said = shiftPayloads.day_reported.safeParse(payload).data
      if (said === undefined) return null
      const title = said.number === '' ? SLIP_WORDS.x : `${SLIP_WORDS.z} ${said.number}`
      return dayFiguresSlip(title, said, await terms(said.by, null))
    }
    case 'printer_test': {
      const asked = printerTest.safeParse(payload).data
      const printer = await readRecord(db, job.store, 'printer', job.printer_id)
      if (asked === undefined || printer === null) return null
      return testSlip({ ...printer, at: asked.at }, await terms(asked.by, null))
    }
    default:
      return null
  }
}

async function orderNumber(db: Db, store: string, paymentId: string): Promise<string> {
  const ref = { type: 'payment', id: paymentId }
  const payment = (await readEntities(db, store, [ref])).get(entityKey('payment', paymentId))
  const orderId = (payment?.state as Payment | null | undefined)?.orderId ?? ''
  const order = (await readEntities(db, store, [{ type: 'order', id: orderId }])).get(
    entityKey('order', orderId),
  )
  return (order?.state as Order | null | undefined)?.number ?? ''
}
