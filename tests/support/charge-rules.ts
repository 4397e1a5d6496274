import { minor } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'

const service: ChargeRule = {
  id: 'service',
  name: 'Service',
  how: { kind: 'percent', ratePpm: 125_000 },
  phase: 'before_tax',
  base: 'discounted',
  taxes: 'lines',
  gratuity: false,
  services: ['dine_in'],
  minCovers: 4,
  minSubtotal: minor(0),
  active: true,
}

/** One charge of every kind: one that comes by itself, one whose amount is typed, one after tax. */
export const CHARGE_RULES = {
  service,
  open: { ...service, id: 'delivery', name: 'Delivery', how: { kind: 'open' }, services: [], minCovers: 0 },
  fee: {
    ...service,
    id: 'fee',
    name: 'Fee',
    how: { kind: 'fixed', amount: minor(33) },
    phase: 'after_tax',
    services: ['delivery'],
    minCovers: 0,
  },
} satisfies Record<string, ChargeRule>
