import { inside, outOfHouse, type Preset } from './preset.ts'

const SERVED = { taxIds: ['iva-10'] }
const DRINKS = { ...SERVED, taxIdsByService: outOfHouse(['iva-22']) }

/**
 * 10 % on whatever is served, and on prepared dishes taken away or delivered; drinks sold out of the house 22 %; 4 % on
 * bread and the like (DPR 633/1972, tabella A parte II and III n. 80 and 121; Agenzia delle Entrate).
 */
export const ITALY: Preset = {
  country: 'IT',
  name: 'Italy',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'EUR', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [],
  },
  taxes: [
    inside('iva-22', 'IVA 22%', 220_000),
    inside('iva-10', 'IVA 10%', 100_000),
    inside('iva-4', 'IVA 4%', 40_000),
  ],
  usual: { food: SERVED, drink: DRINKS, alcohol: DRINKS },
}
