import { inside, type Preset } from './preset.ts'

/**
 * 10 % on food and soft drinks to be eaten at once, in or out; 20 % on alcohol; 5.5 % on food packed to keep (CGI art.
 * 278-0 bis, 279; BOFiP TVA-LIQ-30-20-10-20; Direction générale des Finances publiques). Service is in the price by law.
 */
export const FRANCE: Preset = {
  country: 'FR',
  name: 'France',
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
    inside('tva-20', 'TVA 20 %', 200_000),
    inside('tva-10', 'TVA 10 %', 100_000),
    inside('tva-5.5', 'TVA 5,5 %', 55_000),
  ],
  usual: { food: { taxIds: ['tva-10'] }, drink: { taxIds: ['tva-10'] }, alcohol: { taxIds: ['tva-20'] } },
}
