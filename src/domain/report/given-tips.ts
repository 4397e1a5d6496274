import { minor, type Minor } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { TipRow } from './report.ts'

/**
 * Whose the tips of a sale are: of the person a payment names, else of the waiter who sold it. `tips`: as they stand
 * now; a sale tells them as they were at its close. [PAY10] [REPORT12]
 */
export function givenTips(
  sale: Sale,
  payments: readonly Payment[],
  tips?: ReadonlyMap<string, Minor>,
): TipRow[] {
  return sale.payments.flatMap(({ paymentId, tip }) => {
    const amount = tips?.get(paymentId) ?? tip
    if (amount === 0) return []
    const tipFor = payments.find(({ id }) => id === paymentId)?.tipFor
    return [{ id: tipFor ?? sale.waiter, count: 1, amount, refunded: minor(0) }]
  })
}

/** What was given back of somebody's tips on a business date, when `counts` says so of its time. */
export function tipsGivenBack(
  payments: readonly Payment[],
  date: string,
  counts: (at: number) => boolean = () => true,
): TipRow[] {
  return payments.flatMap(({ tipFor, refunds }) =>
    refunds
      .filter(({ businessDate, tip, at }) => businessDate === date && tip !== 0 && counts(at))
      .map(({ tip }) => ({ id: tipFor ?? '', count: 0, amount: minor(0), refunded: tip })),
  )
}
