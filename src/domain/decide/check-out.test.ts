import { describe, test } from 'vitest'
import { DATE, NOON } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { checkOutFactsOf } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'

const NO_AMOUNTS = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 100_000_000_001]

describe('checking out', () => {
  const command = { type: 'check_out', checkOutId: 'k1', declaredTips: 320 } as const

  test('[CHECKOUT2] freezes what they sold and took, and what they hand in', () => {
    given()
      .when(command, { checkOut: checkOutFactsOf() })
      .thenEvents({
        ent: { type: 'check_out', id: 'k1' },
        event: {
          type: 'check_out_done',
          payload: {
            userId: 'ana',
            businessDate: DATE,
            orders: 3,
            covers: 7,
            sales: minor(9_000),
            cash: minor(4_000),
            cardTips: minor(650),
            declaredTips: minor(320),
            due: minor(3_350),
            by: 'ana',
            approvedBy: null,
            at: NOON,
          },
        },
      })
  })

  test('[CHECKOUT2] below nothing, the house owes them', () => {
    given()
      .when(command, { checkOut: checkOutFactsOf({ cash: minor(100) }) })
      .thenLike({ event: { payload: { due: -550 } } })
  })

  test('[CHECKOUT1] is refused while they answer for an open order', () => {
    given()
      .when(command, { checkOut: checkOutFactsOf({ openOrders: ['A-004'] }) })
      .thenRefused('orders_to_transfer', 'CHECKOUT1')
  })

  test.each(NO_AMOUNTS)('[CHECKOUT3] is refused with declared tips of %s', (declaredTips) => {
    given()
      .when({ ...command, declaredTips }, { checkOut: checkOutFactsOf() })
      .thenRefused('bad_amount', 'CHECKOUT3')
  })

  test('[CHECKOUT3] for somebody else only by whoever may', () => {
    const checkOut = checkOutFactsOf({ userId: 'eva' })
    given().when(command, { checkOut }).thenRefused('not_allowed', 'ROLE1')
    given()
      .when(command, { ...as('manager'), checkOut })
      .thenLike({ event: { payload: { userId: 'eva', by: 'rui' } } })
  })

  test('[ORDER1] is refused before the facts are here', () => {
    given().when(command).thenRefused('store_not_ready', 'ORDER1')
    given()
      .when(command, { checkOut: checkOutFactsOf(), settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})
