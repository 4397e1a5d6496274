import { describe, expect, test } from 'vitest'
import { paymentVoided, saleOf, taken } from '../../../tests/support/facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import { paymentsOf } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import { checkOutFacts } from './check-out-facts.ts'

describe('what somebody worked', () => {
  test('[CHECKOUT2] is their sales, the cash they hold, and their tips that the house holds', () => {
    const facts = checkOutFacts({
      userId: 'ana',
      openOrders: ['A-007'],
      sales: [
        saleOf({ total: minor(4_000), covers: 3 }),
        saleOf({ total: minor(1_000), covers: 2 }),
        saleOf({ total: minor(7_777), covers: 9, waiter: 'rui' }),
      ],
      payments: paymentsOf([
        taken('p1', 1_002, 'cash', { rounding: minor(-2), tip: minor(100), tipFor: 'ana' }),
        refunded('p1', 200, { by: 'ana', tip: minor(10) }),
        taken('p2', 500, 'cash', { shiftId: 's1' }),
        taken('p3', 600, 'cash', { takenBy: 'rui' }),
        taken('p4', 700, 'cash'),
        paymentVoided('p4'),
        taken('p5', 3_000, 'card', { tip: minor(300), tipFor: 'ana', takenBy: 'rui' }),
        refunded('p5', 0, { method: 'card', tip: minor(50) }),
        taken('p6', 3_000, 'card', { tip: minor(400), tipFor: 'rui' }),
      ]),
    })
    expect(facts).toEqual({
      userId: 'ana',
      openOrders: ['A-007'],
      orders: 2,
      covers: 5,
      sales: 5_000,
      cash: 790,
      cardTips: 250,
    })
  })

  test('[CHECKOUT2] of somebody who did nothing is nothing', () => {
    const facts = checkOutFacts({ userId: 'ana', openOrders: [], sales: [], payments: [] })
    expect(facts).toMatchObject({ orders: 0, covers: 0, sales: 0, cash: 0, cardTips: 0 })
  })
})
