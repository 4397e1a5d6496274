import type { DemoRecord } from './record.ts'

const RATES = { neighbours: ['Neighbours', 100_000], 'team-meal': ['Team meal', 500_000] } as const

/** What the café gives off by habit: one tap each, beside whatever is typed. */
export const discounts: readonly DemoRecord[] = Object.entries(RATES).map(([id, [name, ratePpm]]) => ({
  type: 'discount',
  id: `discount-${id}`,
  fields: {
    name,
    how: { kind: 'percent', ratePpm, cap: null },
    on: 'both',
    reasonNeeded: true,
    active: true,
  },
}))
