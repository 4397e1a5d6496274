import { paidBy } from '#domain/order/bill.ts'
import { isPending } from '#domain/payment/attempts.ts'
import type { Payment } from '#domain/payment/payment.ts'

/**
 * Whether money is held, or may be: an attempt nobody knows the end of counts, what was given back in full does not.
 * [ORDER5] [MERGE3]
 */
export function holdsMoney(payments: readonly Payment[]): boolean {
  return payments.some((payment) => {
    if (payment.status !== 'taken') return isPending(payment)
    return payment.refunds.length === 0 || paidBy(payment) > 0
  })
}
