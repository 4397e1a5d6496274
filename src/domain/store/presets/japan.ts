import { inside, outOfHouse, type Preset } from './preset.ts'

const FOOD = { taxIds: ['tax-10'], taxIdsByService: outOfHouse(['tax-8']) }

/**
 * 10 % where it is eaten in, and always on alcohol; 8 % on food and soft drinks taken away or delivered. On a qualified
 * invoice the tax is rounded once for each rate, in a way the store chooses; down is the usual one (National Tax Agency,
 * invoice Q&A; Ministry of Finance). The yen has no smaller unit.
 */
export const JAPAN: Preset = {
  country: 'JP',
  name: 'Japan',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'JPY', exponent: 0 },
    taxScope: 'rate',
    taxRounding: 'down',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [],
  },
  taxes: [inside('tax-10', '消費税 10%', 100_000), inside('tax-8', '消費税 8%', 80_000)],
  usual: { food: FOOD, drink: FOOD, alcohol: { taxIds: ['tax-10'] } },
}
