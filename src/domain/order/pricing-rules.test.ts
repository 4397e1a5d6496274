import { describe, expect, test } from 'vitest'
import { SETTINGS } from '../../../tests/support/facts.ts'
import { charge } from '../../../tests/support/pricing.ts'
import { pricingRules } from './pricing-rules.ts'

describe('the rules an order copies', () => {
  test('[PRICE9] are the settings of the store; charges that are off stay off it', () => {
    const charges = [charge(), charge({ id: 'off', active: false })]
    const settings = {
      ...SETTINGS,
      taxScope: 'line',
      taxRounding: 'half_even',
      taxRounded: 'net',
      charges,
    } as const
    expect(pricingRules(settings)).toEqual({
      scope: 'line',
      mode: 'half_even',
      rounded: 'net',
      charges: [charge()],
    })
  })

  test('[PRICE9] round the tax and charge nothing where the settings do not say', () => {
    expect(pricingRules({ ...SETTINGS, taxScope: 'rate', taxRounding: 'down' })).toEqual({
      scope: 'rate',
      mode: 'down',
      rounded: 'tax',
      charges: [],
    })
  })
})
