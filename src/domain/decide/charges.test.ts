import { describe, test } from 'vitest'
import { added, MENU, opened, RULES, taken, VAT_23 } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { chargeSet, chargeWaived, exempted } from '../../../tests/support/order-facts.ts'
import { charge, percentCharge } from '../../../tests/support/pricing.ts'
import { AMOUNT_MAX } from '#domain/money/money.ts'

const SET = { type: 'set_charge', orderId: 'o1', chargeId: 'delivery', amount: 300, reason: '' } as const
const WAIVE = {
  type: 'waive_charge',
  orderId: 'o1',
  chargeId: 'service',
  waived: true,
  reason: 'slow',
} as const
const EXEMPT = { type: 'exempt_order', orderId: 'o1', exempt: 'all', reason: 'embassy' } as const
const BY = { by: 'rui' } as const
const BAG = { id: 'bag', name: 'Bag tax', ratePpm: 0, inclusive: false }

const DELIVERY = charge({ id: 'delivery', how: { kind: 'open' }, taxes: [BAG] })
const SERVICE = percentCharge(10, { id: 'service' })
const CHARGED = [
  opened({ rules: { ...RULES, charges: [DELIVERY, SERVICE] } }),
  added('i1', { qty: 4 }),
] as const

describe('an open charge', () => {
  test('[FEE1] takes an amount, also of nothing, and is taken off again', () => {
    given(...CHARGED)
      .when(SET)
      .thenEvents(chargeSet('delivery', 300))
    given(...CHARGED)
      .when({ ...SET, amount: 0 })
      .thenEvents(chargeSet('delivery', 0))
    given(...CHARGED, chargeSet('delivery', 300))
      .when({ ...SET, amount: null, reason: ' picked up ' })
      .thenEvents(chargeSet('delivery', null, { reason: 'picked up' }))
  })

  test('[FEE1] is refused when the order’s rules have none, or its amount is not open', () => {
    given(opened()).when(SET).thenRefused('unknown_charge', 'FEE1')
    given(...CHARGED)
      .when({ ...SET, chargeId: 'service' })
      .thenRefused('unknown_charge', 'FEE1')
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53, AMOUNT_MAX + 1])('[FEE1] is refused for %s', (amount) => {
    given(...CHARGED)
      .when({ ...SET, amount })
      .thenRefused('bad_amount', 'FEE1')
  })

  test('[BILL2] is refused when the total would leave exact amounts', () => {
    given(...CHARGED)
      .when({ ...SET, amount: AMOUNT_MAX })
      .thenRefused('total_too_large', 'BILL2')
  })

  test('[ORDER12] is not taken off below what was already paid', () => {
    given(...CHARGED, chargeSet('delivery', 300), taken('p1', 1_101))
      .when({ ...SET, amount: null })
      .thenRefused('less_than_paid', 'ORDER12')
  })
})

describe('waiving a charge', () => {
  test('[FEE2] takes a right and a reason, and is put back without one', () => {
    given(...CHARGED)
      .when(WAIVE)
      .thenRefused('approval_needed', 'ROLE3')
    given(...CHARGED)
      .when({ ...WAIVE, reason: '' }, as('manager'))
      .thenRefused('reason_missing', 'FEE2')
    given(...CHARGED)
      .when(WAIVE, as('manager'))
      .thenEvents(chargeWaived('service', true, { ...BY, reason: 'slow' }))
    given(...CHARGED, chargeWaived('service'))
      .when({ ...WAIVE, waived: false, reason: '' }, as('manager'))
      .thenEvents(chargeWaived('service', false, BY))
  })

  test('[FEE2] as it is writes nothing', () => {
    given(...CHARGED, chargeWaived('service'))
      .when(WAIVE, as('manager'))
      .thenEvents()
    given(...CHARGED)
      .when({ ...WAIVE, waived: false })
      .thenEvents()
  })

  test('[FEE2] is refused for a charge the order’s rules do not have', () => {
    given(opened()).when(WAIVE, as('manager')).thenRefused('unknown_charge', 'FEE2')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(...CHARGED, taken('p1', 1_001))
      .when(WAIVE, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
    given(...CHARGED, taken('p1', 1_000))
      .when(WAIVE, as('manager'))
      .thenEvents(chargeWaived('service', true, { ...BY, reason: 'slow' }))
  })
})

describe('exempting an order', () => {
  test('[FEE3] takes a right and a reason, and is taken back without one', () => {
    given(...CHARGED)
      .when(EXEMPT)
      .thenRefused('approval_needed', 'ROLE3')
    given(...CHARGED)
      .when({ ...EXEMPT, reason: ' ' }, as('manager'))
      .thenRefused('reason_missing', 'FEE3')
    given(...CHARGED)
      .when(EXEMPT, as('manager'))
      .thenEvents(exempted('all', { ...BY, reason: 'embassy' }))
    given(...CHARGED, exempted('all'))
      .when({ ...EXEMPT, exempt: [], reason: '' }, as('manager'))
      .thenEvents(exempted([], BY))
  })

  test('[FEE3] names each tax once: of the store, of a line, of a charge', () => {
    const gone = { ...VAT_23, id: 'gone' }
    given(...CHARGED, added('i2', { taxes: [gone] }))
      .when({ ...EXEMPT, exempt: ['vat-23', 'gone', 'bag', 'vat-23'] }, as('manager'))
      .thenEvents(exempted(['bag', 'gone', 'vat-23'], { ...BY, reason: 'embassy' }))
  })

  test('[FEE3] is refused for a tax nobody knows', () => {
    given(...CHARGED)
      .when({ ...EXEMPT, exempt: ['vat-23', 'vat-99'] }, as('manager'))
      .thenRefused('unknown_tax', 'FEE3')
    given(opened())
      .when({ ...EXEMPT, exempt: ['vat-23'] }, { ...as('manager'), menu: { ...MENU, taxes: [] } })
      .thenRefused('unknown_tax', 'FEE3')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(...CHARGED, taken('p1', 1_100))
      .when(EXEMPT, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
  })
})
