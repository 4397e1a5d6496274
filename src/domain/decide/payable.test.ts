import { describe, test } from 'vitest'
import { added, opened, sent, taken } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'
import { checkOfAmount, checkOfItems } from '#domain/check/split.ts'
import { minor } from '#domain/money/money.ts'

const PAY = { type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'card' } as const
/** Ana 100, a sum of 50, the rest 350. */
const SPLIT = [
  opened(),
  added('i1', { unitPrice: minor(100) }),
  added('i2', { unitPrice: minor(400) }),
  sent('i1'),
  sent('i2'),
  splitInto(
    checkOfItems({ id: 'a', name: 'Ana' }, [{ itemId: 'i1', qty: 1, of: 1 }]),
    checkOfAmount({ id: 'b', name: 'Rui' }, minor(50)),
  ),
] as const

describe('a check', () => {
  test('[CHECK13] is paid by itself, and the order stays open', () => {
    given(...SPLIT)
      .when({ ...PAY, checkId: 'a', amount: 100, tendered: 100 })
      .thenLike(taken('p1', 100, 'card', { checkId: 'a' }), { event: { type: 'receipt_requested' } })
    given(...SPLIT)
      .when({ ...PAY, checkId: 'rest', amount: 350, tendered: 350 })
      .thenLike(taken('p1', 350, 'card', { checkId: 'rest' }), { event: { type: 'receipt_requested' } })
  })

  test('[CHECK13] is never paid more than it costs', () => {
    given(...SPLIT)
      .when({ ...PAY, checkId: 'a', amount: 101, tendered: 101 })
      .thenRefused('amount_above_balance', 'CHECK13')
    given(...SPLIT, taken('p0', 60, 'card', { checkId: 'a' }))
      .when({ ...PAY, checkId: 'a', amount: 41, tendered: 41 })
      .thenRefused('amount_above_balance', 'CHECK13')
    given(...SPLIT)
      .when({ ...PAY, checkId: 'b', amount: 51, tendered: 51 })
      .thenRefused('amount_above_balance', 'CHECK13')
  })

  test('[CHECK13] that is not there is not paid', () => {
    given(...SPLIT)
      .when({ ...PAY, checkId: 'x', amount: 1, tendered: 1 })
      .thenRefused('unknown_check', 'CHECK13')
  })

  test('[CHECK13] the last one closes the order', () => {
    given(...SPLIT, taken('p8', 100, 'card', { checkId: 'a' }), taken('p9', 350, 'card', { checkId: 'rest' }))
      .when({ ...PAY, checkId: 'b', amount: 50, tendered: 50 })
      .thenLike({ ent: { id: 'p1' } }, { event: { type: 'order_closed' } }, {})
  })

  test('[CHECK13] somebody may pay for all', () => {
    given(...SPLIT)
      .when({ ...PAY, amount: 500, tendered: 500 })
      .thenLike({ event: { payload: { checkId: null } } }, { event: { type: 'order_closed' } }, {})
  })
})
