import { inside, type Preset } from './preset.ts'

/**
 * From 1 January 2026 food is taxed at 7 % wherever it is eaten, drinks at 19 % (§ 12 Abs. 2 Nr. 15 UStG, BGBl. 2025 I
 * Nr. 363; Bundesfinanzministerium). Until then food eaten in was taxed at 19 %. Rounded once per rate, as invoices
 * tell tax by rate (§ 14 Abs. 4 UStG).
 */
export const GERMANY: Preset = {
  country: 'DE',
  name: 'Germany',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'EUR', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [],
  },
  taxes: [inside('mwst-19', 'MwSt. 19 %', 190_000), inside('mwst-7', 'MwSt. 7 %', 70_000)],
  usual: { food: { taxIds: ['mwst-7'] }, drink: { taxIds: ['mwst-19'] }, alcohol: { taxIds: ['mwst-19'] } },
}
