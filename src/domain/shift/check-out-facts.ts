import { minor, sum } from '#domain/money/money.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { givenBack } from '#domain/payment/refunded.ts'
import type { CheckOutFacts } from './check-out.ts'

/** One person's part of the day so far. */
export interface Worked {
  readonly userId: string
  /** Numbers of the orders they still answer for. */
  readonly openOrders: readonly string[]
  /** Anybody's; only those of their orders count. */
  readonly sales: readonly Sale[]
  /** Anybody's; only those that they took or that hold a tip for them count. */
  readonly payments: readonly Payment[]
}

/** What somebody sold, what cash they hold, and what tips the house holds for them. [CHECKOUT2] */
export function checkOutFacts({ userId, openOrders, sales, payments }: Worked): CheckOutFacts {
  const own = sales.filter(({ waiter }) => waiter === userId)
  const taken = payments.filter(({ status }) => status === 'taken')
  const pocketed = taken.filter(
    ({ method, shiftId, takenBy }) => method === 'cash' && shiftId === null && takenBy === userId,
  )
  const handedBack = payments
    .flatMap(({ refunds }) => refunds)
    .filter(({ method, shiftId, by }) => method === 'cash' && shiftId === null && by === userId)
  const cashIn = sum(pocketed.map(({ amount, rounding }) => minor(amount + rounding)))
  const cashOut = sum(handedBack.map(({ amount, rounding, tip }) => minor(amount + rounding + tip)))
  const tips = taken.filter(({ method, tipFor }) => method !== 'cash' && tipFor === userId)
  return {
    userId,
    openOrders,
    orders: own.length,
    covers: own.reduce((all, { covers }) => all + covers, 0),
    sales: sum(own.map(({ total }) => total)),
    cash: minor(cashIn - cashOut),
    cardTips: sum(tips.map((payment) => minor(payment.tip - givenBack(payment).tip))),
  }
}
