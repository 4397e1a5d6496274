import type { Payment } from './payment.ts'

/** An attempt whose answer nobody knows yet: the card may have been charged. [CARD3] */
export function isPending({ status }: Pick<Payment, 'status'>): boolean {
  return status === 'requested' || status === 'unknown'
}

/**
 * The attempt that must be cleared up before a card pays this check, or, where either names none, this order.
 * [CARD3]
 */
export function pendingBefore(payments: readonly Payment[], checkId: string | null): Payment | null {
  const inTheWay = payments.find(
    (payment) =>
      isPending(payment) && (payment.checkId === checkId || payment.checkId === null || checkId === null),
  )
  return inTheWay ?? null
}
