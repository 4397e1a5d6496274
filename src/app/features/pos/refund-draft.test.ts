import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../../tests/support/bills.ts'
import {
  added,
  closed,
  DATE,
  NOON,
  opened,
  paymentVoided,
  sent,
  taken,
} from '../../../../tests/support/facts.ts'
import { as, given } from '../../../../tests/support/given.ts'
import { refunded } from '../../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { saleOf } from '#domain/order/close.ts'
import { linesLeft, mostOf, refundable, refundSum, refundWays, type RefundWish } from './refund-draft.ts'

/** Two teas at 2.50 and a coffee at 1.00, sold for 6.00: 5.00 by card with a tip of 0.60, 1.00 in cash. */
const FACTS = [
  opened(),
  added('i1', { qty: 2 }),
  added('i2', { unitPrice: minor(100), name: 'Coffee' }),
  sent('i1'),
  sent('i2'),
  taken('p1', 500, 'card', { tip: minor(60) }),
  taken('p2', 100),
]
const CLOSING = {
  closeId: 'p2',
  closedAt: NOON,
  closedBy: 'ana',
  businessDate: DATE,
  hour: 12,
  currency: 'EUR',
}
const SOLD: readonly Draft[] = [...FACTS, closed(saleOf(openBillOf(...FACTS), CLOSING))]
const ONE_TEA = refunded('p1', 250, {
  refundId: 'r0',
  lines: [{ itemId: 'i1', qty: 1, amount: minor(250) }],
})
const NOTHING: RefundWish = { kind: 'full', qtys: new Map(), typed: 0 }

function wish(over: Partial<RefundWish>): RefundWish {
  return { ...NOTHING, ...over }
}

const WISHES: readonly (readonly [string, readonly Draft[], string, RefundWish])[] = [
  ['all of a payment', SOLD, 'p1', wish({})],
  ['all of what is left', [...SOLD, ONE_TEA], 'p1', wish({})],
  ['one tea', SOLD, 'p1', wish({ kind: 'lines', qtys: new Map([['i1', 1]]) })],
  ['the tea that is left', [...SOLD, ONE_TEA], 'p1', wish({ kind: 'lines', qtys: new Map([['i1', 1]]) })],
  ['a tea of the smaller payment', SOLD, 'p2', wish({ kind: 'lines', qtys: new Map([['i1', 1]]) })],
  ['an amount', SOLD, 'p1', wish({ kind: 'amount', typed: 499 })],
  ['the last cent', SOLD, 'p1', wish({ kind: 'amount', typed: 500 })],
  ['a cent too much', SOLD, 'p1', wish({ kind: 'amount', typed: 501 })],
  ['a cent more than is left', [...SOLD, ONE_TEA], 'p1', wish({ kind: 'amount', typed: 251 })],
  [
    // What was paid beyond the sale goes back first; the lines of the sale are not for it.
    'what two tills took twice',
    [...SOLD, taken('p3', 100)],
    'p3',
    wish({}),
  ],
]

describe('a refund on screen', () => {
  test.each(WISHES)('[REFUND2] [REFUND3] comes to what is decided: %s', (_, facts, paymentId, wanted) => {
    const bill = openBillOf(...facts)
    const payment = bill.payments.find(({ id }) => id === paymentId)
    if (payment === undefined) throw new Error('no such payment')
    const sum = refundSum(bill, payment, wanted)
    const lines = [...wanted.qtys].map(([itemId, qty]) => ({ itemId, qty }))
    const what =
      wanted.kind === 'full'
        ? ({ kind: 'full' } as const)
        : wanted.kind === 'amount'
          ? ({ kind: 'amount', amount: wanted.typed } as const)
          : ({ kind: 'lines', lines } as const)
    const outcome = given(...facts).when(
      {
        type: 'refund_payment',
        orderId: 'o1',
        paymentId,
        refundId: 'r1',
        method: 'card',
        what,
        reason: 'cold',
      },
      as('manager'),
    )
    if (sum.above) outcome.thenRefused('refund_above_paid', 'REFUND2')
    else outcome.thenLike({ event: { payload: { amount: sum.amount, tip: sum.tip } } })
  })

  test('[REFUND2] the most of a payment is what is left of it', () => {
    const bill = openBillOf(...SOLD, ONE_TEA)
    expect(bill.payments.map((payment) => mostOf(bill, payment))).toEqual([250, 100])
  })

  test('[REFUND3] offers the lines that were sold and not refunded, and payments of which something is left', () => {
    const all = [...SOLD, ONE_TEA, refunded('p2', 100), taken('p9', 50), paymentVoided('p9')]
    const bill = openBillOf(...all)
    expect(linesLeft(bill).map(({ name, left }) => `${left} ${name}`)).toEqual(['1 Tea', '1 Coffee'])
    expect(refundable(bill).map(({ id }) => id)).toEqual(['p1'])
  })

  test('[REFUND1] goes back as it was paid first, then in cash or on a card', () => {
    const methods = [{ id: 'm1', name: 'Meal voucher', kind: 'voucher' }] as const
    const names = (method: 'card' | 'voucher', methodName: string): readonly string[] =>
      refundWays({ method, methodName }, methods).map((one) => one.methodId ?? one.method)
    expect(names('card', '')).toEqual(['card', 'cash'])
    expect(names('voucher', 'Meal voucher')).toEqual(['m1', 'cash', 'card'])
    expect(names('voucher', 'Gone')).toEqual(['cash', 'card'])
  })
})
