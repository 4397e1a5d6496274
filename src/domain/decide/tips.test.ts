import { describe, test } from 'vitest'
import { added, NOON, opened, paymentVoided, SETTINGS, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { captured, drawerOf, refunded, requested, tipSet } from '../../../tests/support/payment-facts.ts'
import { minor } from '#domain/money/money.ts'

const TIP = { type: 'set_tip', orderId: 'o1', paymentId: 'p1', tip: 80, tipFor: null } as const
const PAID = [opened(), added('i1'), taken('p1', 250, 'card')] as const
const HOUR = 3_600_000
const BOSS = as('manager')

describe('a tip after the payment', () => {
  test('[PAY11] is set for the waiter of the order', () => {
    given(...PAID)
      .when(TIP)
      .thenEvents(tipSet('p1', 80, 'ana'))
    given(...PAID)
      .when({ ...TIP, tip: 0 })
      .thenEvents(tipSet('p1', 0, null))
  })

  test('[PAY10] or for another who works here', () => {
    given(...PAID)
      .when({ ...TIP, tipFor: 'eva' }, { person: { id: 'eva', role: 'waiter' } })
      .thenEvents(tipSet('p1', 80, 'eva'))
    given(...PAID)
      .when({ ...TIP, tipFor: 'eva' })
      .thenRefused('unknown_person', 'PAY10')
  })

  test('[PAY11] for 24 hours, or as long as the store says', () => {
    const settings = { ...SETTINGS, tipWindowHours: 1 }
    given(...PAID)
      .when(TIP, { ...BOSS, now: NOON + 24 * HOUR })
      .thenLike({})
    given(...PAID)
      .when(TIP, { ...BOSS, now: NOON + 24 * HOUR + 1 })
      .thenRefused('tip_window_over', 'PAY11')
    given(...PAID)
      .when(TIP, { ...BOSS, settings, now: NOON + HOUR })
      .thenLike({})
    given(...PAID)
      .when(TIP, { ...BOSS, settings, now: NOON + HOUR + 1 })
      .thenRefused('tip_window_over', 'PAY11')
  })

  test('[PAY11] until it is captured, by the bank or in the drawer', () => {
    const cash = [opened(), added('i1'), taken('p1', 250, 'cash', { shiftId: 's1' })]
    given(...PAID, captured('p1'))
      .when(TIP)
      .thenRefused('payment_captured', 'PAY11')
    given(...cash)
      .when(TIP, { drawer: drawerOf('s1') })
      .thenLike({})
    given(...cash)
      .when(TIP, { drawer: drawerOf('s2') })
      .thenRefused('payment_captured', 'PAY11')
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('[PAY11] of %s is refused', (tip) => {
    given(...PAID)
      .when({ ...TIP, tip })
      .thenRefused('bad_amount', 'PAY11')
  })

  test('[PAY11] is never below what was given back of it', () => {
    const facts = [opened(), added('i1'), taken('p1', 250, 'card', { tip: minor(90) })]
    const back = refunded('p1', 0, { tip: minor(50) })
    given(...facts, back)
      .when({ ...TIP, tip: 49 })
      .thenRefused('bad_amount', 'PAY11')
    given(...facts, back)
      .when({ ...TIP, tip: 50 })
      .thenLike({})
  })

  test('[PAY11] belongs to a payment that was taken', () => {
    given(...PAID)
      .when({ ...TIP, paymentId: 'p9' })
      .thenRefused('unknown_payment', 'PAY11')
    given(...PAID, paymentVoided('p1'))
      .when(TIP)
      .thenRefused('unknown_payment', 'PAY11')
    given(opened(), requested('p1', 250)).when(TIP).thenRefused('unknown_payment', 'PAY11')
  })

  test('[ORDER1] needs an order and the settings', () => {
    given().when(TIP).thenRefused('unknown_order', 'ORDER1')
    given(...PAID)
      .when(TIP, { settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})
