import { z } from 'zod'
import { METHODS, type PaymentEvent } from '#domain/payment/payment.ts'
import { amount, authority, date, id, name, qty, time, type PayloadSchemas } from './fields.ts'
import { taxParts } from './pricing.ts'

const method = z.enum(METHODS)

export const paymentPayloads: PayloadSchemas<PaymentEvent> = {
  payment_requested: z.object({
    orderId: id,
    checkId: id.nullable(),
    method,
    methodName: name,
    amount,
    tip: amount,
    requestedAt: time,
    requestedBy: id,
    businessDate: date,
  }),
  payment_unknown: z.object({ at: time }),
  payment_declined: z.object({ at: time, by: id }),
  payment_taken: z.object({
    orderId: id,
    checkId: id.nullable(),
    method,
    methodName: name,
    amount,
    tip: amount,
    tipFor: id.nullable(),
    rounding: amount,
    tendered: amount,
    change: amount,
    shiftId: id.nullable(),
    reference: z.string().max(80),
    takenAt: time,
    takenBy: id,
    businessDate: date,
  }),
  payment_tip_set: z.object({ tip: amount, tipFor: id.nullable(), by: id, at: time }),
  payment_captured: z.object({ at: time }),
  payment_voided: authority,
  payment_refunded: authority.extend({
    refundId: id,
    method,
    methodName: name,
    amount,
    tip: amount,
    rounding: amount,
    excess: amount,
    lines: z.array(z.object({ itemId: id, qty, amount })).max(2_000),
    taxes: taxParts,
    shiftId: id.nullable(),
    businessDate: date,
  }),
}
