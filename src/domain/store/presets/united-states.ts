import { minor } from '#domain/money/money.ts'
import { onTop, type Preset } from './preset.ts'

const SALES_TAX = { taxIds: ['state', 'local'] }

/**
 * Sales tax differs by address. The rates here are those of most Texan cities: 6.25 % for the state and 2 % local, the
 * most that cities, counties and districts may add (Comptroller of Public Accounts, publication 94-117); elsewhere
 * change them. Rounded on each item, half to even, as US systems do (Toast). An automatic gratuity for large parties is
 * the staff's and bears no sales tax there up to 20 % (Comptroller, rule 3.337); it is off until the owner wants it.
 */
export const UNITED_STATES: Preset = {
  country: 'US',
  name: 'United States',
  asOf: '2026-01-01',
  settings: {
    currency: { code: 'USD', exponent: 2 },
    taxScope: 'line',
    taxRounding: 'half_even',
    taxRounded: 'tax',
    cashRounding: null,
    charges: [
      {
        id: 'gratuity',
        name: 'Gratuity 18%',
        how: { kind: 'percent', ratePpm: 180_000 },
        phase: 'before_tax',
        base: 'gross',
        taxes: [],
        gratuity: true,
        services: ['dine_in'],
        minCovers: 6,
        minSubtotal: minor(0),
        active: false,
      },
    ],
  },
  taxes: [onTop('state', 'State tax', 62_500), onTop('local', 'Local tax', 20_000)],
  usual: { food: SALES_TAX, drink: SALES_TAX, alcohol: SALES_TAX },
}
