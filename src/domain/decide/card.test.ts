import { describe, test } from 'vitest'
import {
  added,
  cancelled,
  closed,
  opened,
  saleOf,
  sent,
  soldLine,
  taken,
} from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'
import { declined, requested, unclear } from '../../../tests/support/payment-facts.ts'
import { checkOfItems } from '#domain/check/split.ts'
import { minor } from '#domain/money/money.ts'

const ASK = { type: 'request_payment', orderId: 'o1', paymentId: 'p1', method: 'card', amount: 500 } as const
const CARD = {
  type: 'take_payment',
  orderId: 'o1',
  paymentId: 'p2',
  method: 'card',
  amount: 500,
  tendered: 500,
} as const
const TEAS = [opened(), added('i1', { qty: 2 }), sent('i1')] as const
const UNCLEAR = { type: 'payment_unclear', orderId: 'o1', paymentId: 'p1' } as const
const DECLINE = { type: 'decline_payment', orderId: 'o1', paymentId: 'p1' } as const

describe('asking a terminal', () => {
  test('[CARD1] records what was asked', () => {
    given(...TEAS)
      .when({ ...ASK, tip: 50 })
      .thenEvents(requested('p1', 500, { tip: minor(50) }))
  })

  test('[CARD2] the same again asks once', () => {
    given(...TEAS, requested('p1', 500))
      .when(ASK)
      .thenEvents()
    given(...TEAS, requested('p1', 500), declined('p1'))
      .when(ASK)
      .thenEvents()
  })

  test('[CARD1] never asks for cash, for nothing, or for more than is left', () => {
    given(...TEAS)
      .when({ ...ASK, method: 'cash' })
      .thenRefused('unknown_method', 'CARD1')
    given(...TEAS, taken('p0', 500))
      .when({ ...ASK, amount: 0 })
      .thenRefused('bad_amount', 'CARD1')
    given(...TEAS)
      .when({ ...ASK, amount: 501 })
      .thenRefused('amount_above_balance', 'PAY3')
    given(opened()).when(ASK).thenRefused('order_empty', 'PAY1')
    given(...TEAS)
      .when({ ...ASK, method: 'other' })
      .thenRefused('unknown_method', 'PAY12')
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('[CARD1] never asks for %s', (odd) => {
    given(...TEAS)
      .when({ ...ASK, amount: odd })
      .thenRefused('bad_amount', 'PAY2')
    given(...TEAS)
      .when({ ...ASK, tip: odd })
      .thenRefused('bad_amount', 'CARD1')
  })

  test('[ORDER1] [ORDER4] needs an open order and the settings', () => {
    given().when(ASK).thenRefused('unknown_order', 'ORDER1')
    given(...TEAS, cancelled())
      .when(ASK)
      .thenRefused('order_not_open', 'ORDER4')
    given(...TEAS)
      .when(ASK, { settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})

describe('an attempt without a clear answer', () => {
  test.each([
    ['asked', [requested('p1', 500)]],
    ['unclear', [requested('p1', 500), unclear('p1')]],
  ])('[CARD3] %s keeps every other card away, not cash', (_, attempt) => {
    const again = { ...ASK, paymentId: 'p2', amount: 100 } as const
    given(...TEAS, ...attempt)
      .when(again)
      .thenRefused('payment_unclear_first', 'CARD3')
    given(...TEAS, ...attempt)
      .when(CARD)
      .thenRefused('payment_unclear_first', 'CARD3')
    given(...TEAS, ...attempt)
      .when({ ...CARD, amount: 100, tendered: 100 })
      .thenRefused('payment_unclear_first', 'CARD3')
    given(...TEAS, ...attempt)
      .when({ ...CARD, method: 'cash', amount: 100, tendered: 100 })
      .thenEvents(taken('p2', 100))
  })

  test('[CARD3] declined or taken, it is in nobody’s way', () => {
    given(...TEAS, requested('p1', 500), declined('p1'))
      .when({ ...CARD, amount: 100, tendered: 100 })
      .thenLike({ ent: { id: 'p2' } })
    given(...TEAS, requested('p1', 100), taken('p1', 100, 'card'))
      .when({ ...ASK, paymentId: 'p2', amount: 400 })
      .thenLike({})
  })

  test('[CARD3] of one check leaves the other checks free, but not the whole order', () => {
    const check = (id: string, qty: number) => checkOfItems({ id, name: id }, [{ itemId: 'i1', qty, of: 2 }])
    const facts = [...TEAS, splitInto(check('a', 1), check('b', 1)), requested('p1', 250, { checkId: 'a' })]
    const one = { ...ASK, paymentId: 'p2', amount: 250 } as const
    given(...facts)
      .when({ ...one, checkId: 'b' })
      .thenEvents(requested('p2', 250, { checkId: 'b' }))
    given(...facts)
      .when({ ...one, checkId: 'a' })
      .thenRefused('payment_unclear_first', 'CARD3')
    given(...facts)
      .when(one)
      .thenRefused('payment_unclear_first', 'CARD3')
    given(...TEAS, splitInto(check('a', 1)), requested('p1', 250))
      .when({ ...one, checkId: 'a' })
      .thenRefused('payment_unclear_first', 'CARD3')
  })
})

describe('the answer of the terminal', () => {
  const LATE = { ...CARD, paymentId: 'p1' } as const
  const asked = requested('p1', 500, { checkId: null })

  test('[CARD2] is taken under the id it was asked with, and closes the order', () => {
    given(...TEAS, asked)
      .when(LATE)
      .thenLike({ ent: { id: 'p1' } }, { event: { payload: { sale: { closeId: 'p1' } } } }, {})
    given(...TEAS, asked, unclear('p1'))
      .when(LATE)
      .thenLike({ ent: { id: 'p1' } }, { event: { type: 'order_closed' } }, {})
  })

  test('[CARD4] counts though it was called declined before', () => {
    given(...TEAS, asked, declined('p1'))
      .when(LATE)
      .thenLike({ ent: { id: 'p1' } }, { event: { type: 'order_closed' } }, {})
  })

  test('[CARD4] counts though the order was closed or cancelled meanwhile', () => {
    const sale = saleOf({ closeId: 'p9', lines: [soldLine('i1', 2, 250)], total: minor(500) })
    given(...TEAS, asked, taken('p9', 500), closed(sale))
      .when(LATE)
      .thenEvents(taken('p1', 500, 'card'))
    given(opened(), asked, cancelled())
      .when(LATE)
      .thenEvents(taken('p1', 500, 'card'))
    given(opened(), asked)
      .when(LATE)
      .thenEvents(taken('p1', 500, 'card'))
  })

  test('[CARD4] closes the order though somebody else paid a part meanwhile', () => {
    given(...TEAS, asked, taken('p9', 100))
      .when(LATE)
      .thenLike(
        { ent: { id: 'p1' } },
        { event: { payload: { sale: { payments: [{ amount: 100 }, { amount: 500 }] } } } },
        {},
      )
  })

  test('[CARD4] counts though too much was never sent', () => {
    const many = Array.from({ length: 301 }, (_, at) => added(`n${at}`, { unitPrice: minor(0) }))
    given(...TEAS, ...many, asked)
      .when(LATE)
      .thenEvents(taken('p1', 500, 'card'))
  })

  test('[CARD2] keeps the check and the method it was asked with, and its own tip', () => {
    given(...TEAS, requested('p1', 100, { checkId: 'gone', methodName: 'Terminal 2' }))
      .when({ ...LATE, checkId: 'other', amount: 100, tip: 20, tendered: 120 })
      .thenEvents(
        taken('p1', 100, 'card', {
          checkId: 'gone',
          methodName: 'Terminal 2',
          tip: minor(20),
          tipFor: 'ana',
          tendered: minor(120),
        }),
      )
  })

  test.each([0, -1, 0.5, Number.NaN, 2 ** 53])('[PAY2] of %s is refused', (amount) => {
    given(...TEAS, asked)
      .when({ ...LATE, amount })
      .thenRefused('bad_amount', 'PAY2')
  })

  test('[CARD2] may be lost', () => {
    given(...TEAS, asked)
      .when(UNCLEAR)
      .thenEvents(unclear('p1'))
    given(...TEAS, asked, unclear('p1'))
      .when(UNCLEAR)
      .thenEvents()
    given(...TEAS, taken('p1', 500, 'card'))
      .when(UNCLEAR)
      .thenEvents()
    given(...TEAS)
      .when(UNCLEAR)
      .thenRefused('unknown_payment', 'CARD2')
    given().when(UNCLEAR).thenRefused('unknown_payment', 'CARD2')
  })

  test('[CARD2] may be no', () => {
    given(...TEAS, asked)
      .when(DECLINE)
      .thenEvents(declined('p1'))
    given(...TEAS, asked, unclear('p1'))
      .when(DECLINE)
      .thenEvents(declined('p1'))
    given(...TEAS, asked, declined('p1'))
      .when(DECLINE)
      .thenEvents()
    given(...TEAS, taken('p1', 500, 'card'))
      .when(DECLINE)
      .thenRefused('payment_answered', 'CARD2')
    given(...TEAS)
      .when(DECLINE)
      .thenRefused('unknown_payment', 'CARD2')
  })
})
