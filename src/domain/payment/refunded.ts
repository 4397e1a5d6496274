import { minor, sum, type Minor } from '#domain/money/money.ts'
import type { Payment, Refund } from './payment.ts'

/** What was given back of a payment so far, amount and tip each by itself. [REFUND2] */
export function givenBack(payment: Pick<Payment, 'refunds'>): {
  readonly amount: Minor
  readonly tip: Minor
} {
  return {
    amount: sum(payment.refunds.map(({ amount }) => amount)),
    tip: sum(payment.refunds.map(({ tip }) => tip)),
  }
}

/** The part of a refund that takes back a sale. [REFUND5] */
export function ofSale(refund: Pick<Refund, 'amount' | 'excess'>): Minor {
  return minor(refund.amount - refund.excess)
}

/** Every refund on a bill, in the order of its payments. */
export function refundsOf(payments: readonly Payment[]): readonly Refund[] {
  return payments.flatMap(({ refunds }) => refunds)
}

/** What of an order's sale was given back. Above zero, its close is not taken back any more. [REFUND8] */
export function saleRefunded(payments: readonly Payment[]): Minor {
  return sum(refundsOf(payments).map(ofSale))
}
