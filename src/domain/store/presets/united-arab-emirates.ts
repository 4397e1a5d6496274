import { inside, type Preset } from './preset.ts'

const VAT = { taxIds: ['vat-5'] }

/**
 * 5 %, in the prices that guests see, rounded to the nearest fils (Cabinet Decision 52 of 2017, art. 61; Federal Tax
 * Authority, public clarification VATP006).
 */
export const UNITED_ARAB_EMIRATES: Preset = {
  country: 'AE',
  name: 'United Arab Emirates',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'AED', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [],
  },
  taxes: [inside('vat-5', 'VAT 5%', 50_000)],
  usual: { food: VAT, drink: VAT, alcohol: VAT },
}
