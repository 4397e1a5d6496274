import { minor } from '#domain/money/money.ts'
import { inside, outOfHouse, type Preset } from './preset.ts'

const FOOD = { taxIds: ['mwst-8.1'], taxIdsByService: outOfHouse(['mwst-2.6']) }

/**
 * 8.1 % on what is served and on alcohol, 2.6 % on food and soft drinks taken away or delivered, since 1 January 2024
 * (art. 25 MWSTG; Federal Tax Administration). The smallest coin is 5 Rappen: cash is rounded to it (Swissmint).
 */
export const SWITZERLAND: Preset = {
  country: 'CH',
  name: 'Switzerland',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'CHF', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: { increment: minor(5), mode: 'half_up' },
    charges: [],
  },
  taxes: [inside('mwst-8.1', 'MWST 8.1%', 81_000), inside('mwst-2.6', 'MWST 2.6%', 26_000)],
  usual: { food: FOOD, drink: FOOD, alcohol: { taxIds: ['mwst-8.1'] } },
}
