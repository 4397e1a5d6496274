import { minor } from '#domain/money/money.ts'
import type { Payment, PaymentEvent, PaymentRequested, PaymentStatus, PaymentTaken } from './payment.ts'

type Payload<T extends PaymentEvent['type']> = Extract<PaymentEvent, { type: T }>['payload']

/**
 * A payment after one more event. Total: never throws, and what comes before the payment is known changes nothing.
 * The status only moves forward, so nothing takes back money that was taken but a void, and nothing a void.
 * [PAY8] [PAY9] [CARD2] [REFUND7]
 */
export function foldPayment(id: string, payment: Payment | null, event: PaymentEvent): Payment | null {
  if (event.type === 'payment_requested') return payment ?? requested(id, event.payload)
  if (event.type === 'payment_taken') return taken(id, payment, event.payload)
  if (payment === null) return null
  switch (event.type) {
    case 'payment_unknown':
      return isBefore(payment, 'unknown') ? { ...payment, status: 'unknown' } : payment
    case 'payment_declined':
      return isBefore(payment, 'declined') ? { ...payment, status: 'declined' } : payment
    case 'payment_tip_set':
      return payment.status === 'taken' ? tipped(payment, event.payload) : payment
    case 'payment_captured':
      return payment.status === 'taken' && payment.capturedAt === null
        ? { ...payment, capturedAt: event.payload.at }
        : payment
    case 'payment_voided':
      return payment.status === 'taken' ? { ...payment, status: 'voided', voided: event.payload } : payment
    case 'payment_refunded':
      return refunded(payment, event.payload)
  }
}

const FORWARD: readonly PaymentStatus[] = ['requested', 'unknown', 'declined', 'taken', 'voided']

function isBefore(payment: Payment, status: PaymentStatus): boolean {
  return FORWARD.indexOf(payment.status) < FORWARD.indexOf(status)
}

function requested(id: string, payload: PaymentRequested): Payment {
  const { requestedAt, requestedBy, ...asked } = payload
  return {
    ...asked,
    tipFor: null,
    rounding: minor(0),
    tendered: minor(0),
    change: minor(0),
    shiftId: null,
    reference: '',
    takenAt: requestedAt,
    takenBy: requestedBy,
    id,
    status: 'requested',
    capturedAt: null,
    refunds: [],
    voided: null,
  }
}

/** The first taking counts: the same again, from a retry or another till, is the same payment. */
function taken(id: string, payment: Payment | null, payload: PaymentTaken): Payment {
  if (payment !== null && !isBefore(payment, 'taken')) return payment
  const refunds = payment?.refunds ?? []
  return { ...payload, id, status: 'taken', capturedAt: null, refunds, voided: null }
}

/** The tip is charged or handed over on top, so that change stays what was given out. [PAY11] */
function tipped(payment: Payment, { tip, tipFor }: Payload<'payment_tip_set'>): Payment {
  return { ...payment, tip, tipFor, tendered: minor(payment.tendered - payment.tip + tip) }
}

/** Money that was given back is a fact, whatever became of the payment meanwhile. */
function refunded(payment: Payment, refund: Payload<'payment_refunded'>): Payment {
  const known = payment.refunds.some(({ refundId }) => refundId === refund.refundId)
  return known ? payment : { ...payment, refunds: [...payment.refunds, refund] }
}
