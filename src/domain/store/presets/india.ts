import { minor } from '#domain/money/money.ts'
import { onTop, type Preset } from './preset.ts'

const FIVE = { taxIds: ['cgst-2.5', 'sgst-2.5'] }

/**
 * Restaurants charge 5 %, half for the Union and half for the state; those in hotels that are "specified premises" 18 %
 * (notification 11/2017-Central Tax (Rate), as amended; CBIC). Alcohol is outside GST: add the state's VAT for it. Cash
 * goes to the nearest rupee, half up, the way section 170 of the CGST Act rounds what is due to the government.
 */
export const INDIA: Preset = {
  country: 'IN',
  name: 'India',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'INR', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: { increment: minor(100), mode: 'half_up' },
    charges: [],
  },
  taxes: [
    onTop('cgst-2.5', 'CGST 2.5%', 25_000),
    onTop('sgst-2.5', 'SGST 2.5%', 25_000),
    onTop('cgst-9', 'CGST 9%', 90_000),
    onTop('sgst-9', 'SGST 9%', 90_000),
  ],
  usual: { food: FIVE, drink: FIVE, alcohol: { taxIds: [] } },
}
