import { minor } from '#domain/money/money.ts'
import { inside, type Preset } from './preset.ts'

const GST = { taxIds: ['gst-10'] }

/**
 * GST is one eleventh of the price of all that a restaurant serves. Rounded by the total invoice rule, half a cent up (A
 * New Tax System (GST) Act 1999 s 9-90; Australian Taxation Office). The smallest coin is 5 cents: cash is rounded to
 * it, the sale is not (Royal Australian Mint; ACCC).
 */
export const AUSTRALIA: Preset = {
  country: 'AU',
  name: 'Australia',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'AUD', exponent: 2 },
    taxScope: 'document',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: { increment: minor(5), mode: 'half_up' },
    charges: [],
  },
  taxes: [inside('gst-10', 'GST 10%', 100_000), inside('gst-free', 'GST-free', 0)],
  usual: { food: GST, drink: GST, alcohol: GST },
}
