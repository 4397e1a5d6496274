import type { DemoRecord } from './record.ts'

export type TaxId = 'tax-6' | 'tax-13' | 'tax-23'

/** Portuguese rates: bread and water, the kitchen and coffee, soft drinks and alcohol. */
const RATES: { readonly [id in TaxId]: { readonly name: string; readonly ratePpm: number } } = {
  'tax-6': { name: 'VAT 6 %', ratePpm: 60_000 },
  'tax-13': { name: 'VAT 13 %', ratePpm: 130_000 },
  'tax-23': { name: 'VAT 23 %', ratePpm: 230_000 },
}

export const taxes: readonly DemoRecord[] = Object.entries(RATES).map(([id, rate]) => ({
  type: 'tax',
  id,
  fields: { ...rate, inclusive: true, active: true },
}))
