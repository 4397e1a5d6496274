import { minor } from '#domain/money/money.ts'
import { inside, type Preset } from './preset.ts'

/**
 * HMRC: catering and hot takeaway food are standard-rated, cold takeaway food mostly zero-rated (VAT Notice 709/1);
 * the reduced rate is here for what else is sold. Tax is rounded to the nearest penny and never down alone (VATREC12020).
 * A service charge that the guest need not pay is outside VAT (VATSC06130) and the staff’s; off until the owner wants it.
 */
export const UNITED_KINGDOM: Preset = {
  country: 'GB',
  name: 'United Kingdom',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'GBP', exponent: 2 },
    taxScope: 'rate',
    taxRounding: 'half_up',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [
      {
        id: 'service',
        name: 'Optional service 12.5%',
        how: { kind: 'percent', ratePpm: 125_000 },
        phase: 'before_tax',
        base: 'discounted',
        taxes: [],
        gratuity: true,
        services: ['dine_in'],
        minCovers: 0,
        minSubtotal: minor(0),
        active: false,
      },
    ],
  },
  taxes: [
    inside('vat-20', 'VAT 20%', 200_000),
    inside('vat-5', 'VAT 5%', 50_000),
    inside('vat-0', 'VAT 0%', 0),
  ],
  usual: { food: { taxIds: ['vat-20'] }, drink: { taxIds: ['vat-20'] }, alcohol: { taxIds: ['vat-20'] } },
}
