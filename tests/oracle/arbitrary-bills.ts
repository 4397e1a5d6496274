import type { Discount } from '#domain/discount/discount.ts'
import { minor } from '#domain/money/money.ts'
import type { Service } from '#domain/order/order.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import type { PricingInput, PricingLine, PricingRules } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import type { Random } from '../simulation/random.ts'
import { arbitraryRate, arbitraryTaxes, halfOf, someOf } from './arbitrary-taxes.ts'

/** The part of a store that prices: random, or a country's. */
export interface PricingStore {
  readonly taxes: readonly LineTax[]
  readonly rules: Pick<PricingRules, 'scope' | 'mode' | 'rounded'>
}

const SERVICES: readonly Service[] = ['dine_in', 'takeaway', 'delivery']

/** A bill nobody would ring up but anybody could: the same seed gives the same one on every machine. */
export function arbitraryBill(random: Random, store: PricingStore = arbitraryStore(random)): PricingInput {
  // Ids in another order than the list: nothing may hang on how a list is sorted.
  const lines = Array.from({ length: lineCount(random) }, (_, n) =>
    arbitraryLine(random, store, `${random.int(0, 9)}-l${n}`),
  )
  const charges = Array.from({ length: random.chance(0.5) ? 0 : random.int(1, 3) }, (_, n) =>
    arbitraryCharge(random, store, `${random.int(0, 9)}-c${n}`),
  )
  const open = charges.filter(({ how }) => how.kind === 'open' && random.chance(0.7))
  return {
    lines,
    discounts: random.chance(0.7) ? [] : arbitraryDiscounts(random, 'o'),
    rules: { ...store.rules, charges },
    service: random.pick(SERVICES),
    covers: random.int(0, 12),
    waivedCharges: someOf(random, charges, 0.1).map(({ id }) => id),
    openCharges: Object.fromEntries(open.map(({ id }) => [id, minor(random.int(0, 3000))])),
    exempt: random.chance(0.85) ? [] : random.chance(0.4) ? 'all' : someExempt(random, store),
  }
}

function arbitraryStore(random: Random): PricingStore {
  return {
    taxes: arbitraryTaxes(random, random.int(0, 5)),
    rules: {
      scope: random.pick(['line', 'rate', 'document']),
      mode: random.pick(['half_up', 'half_even', 'up', 'down']),
      rounded: random.pick(['tax', 'net']),
    },
  }
}

/** Mostly a table's worth; now and then a banquet, or nothing. */
function lineCount(random: Random): number {
  const draw = random.next()
  if (draw < 0.01) return 0
  return draw < 0.85 ? random.int(1, 6) : random.int(7, draw < 0.97 ? 15 : 40)
}

function arbitraryLine(random: Random, store: PricingStore, id: string): PricingLine {
  const some = someOf(random, store.taxes, 0.6)
  const taxes = random.chance(0.98) ? some : [...some, ...some]
  return {
    id,
    amount: minor(arbitraryAmount(random, taxes)),
    qty: random.chance(0.7) ? 1 : random.int(1, 99),
    taxes,
    discounts: random.chance(0.75) ? [] : arbitraryDiscounts(random, id),
  }
}

function arbitraryAmount(random: Random, taxes: readonly LineTax[]): number {
  const draw = random.next()
  if (draw < 0.3 && taxes.length > 0) return halfOf(random, random.pick(taxes))
  if (draw < 0.36) return 0
  if (draw < 0.5) return random.int(1, 12)
  if (draw < 0.94) return random.int(1, 5000)
  return random.int(1, random.chance(0.9) ? 2_000_000_000 : 100_000_000_000)
}

/** Some at the same time, and now and then one given again later. */
function arbitraryDiscounts(random: Random, prefix: string): readonly Discount[] {
  const discounts = Array.from({ length: random.int(1, 3) }, (_, n): Discount => {
    const again = random.chance(0.15)
    return {
      id: again ? `${prefix}-again` : `${prefix}-${random.int(0, 9)}-${n}`,
      name: `Discount ${n}`,
      kind: random.chance(0.15) ? 'comp' : 'discount',
      how: arbitraryHow(random),
      reason: '',
      by: 'u1',
      approvedBy: null,
      at: again || random.chance(0.7) ? n + 1 : 0,
    }
  })
  return random.chance(0.5) ? discounts : [...discounts].reverse()
}

function arbitraryHow(random: Random): Discount['how'] {
  if (random.chance(0.35)) return { kind: 'amount', amount: minor(random.int(0, 1500)) }
  const cap = random.chance(0.75) ? null : minor(random.int(0, 400))
  return { kind: 'percent', ratePpm: arbitraryRate(random), cap }
}

function arbitraryCharge(random: Random, store: PricingStore, id: string): ChargeRule {
  const phase = random.pick(['before_tax', 'after_tax'] as const)
  const ownTaxes = someOf(random, store.taxes, 0.5)
  return {
    id,
    name: `Charge ${id}`,
    how: random.pick<ChargeRule['how']>([
      { kind: 'percent', ratePpm: arbitraryRate(random) },
      { kind: 'percent', ratePpm: random.int(0, 300_000) },
      { kind: 'fixed', amount: minor(random.int(0, 2000)) },
      { kind: 'open' },
    ]),
    phase,
    base: random.pick(['gross', 'discounted']),
    taxes: phase === 'before_tax' && random.chance(0.5) ? 'lines' : phase === 'before_tax' ? ownTaxes : [],
    gratuity: random.chance(0.3),
    services: random.chance(0.8) ? [] : someOf(random, SERVICES, 0.6),
    minCovers: random.chance(0.8) ? 0 : random.int(1, 8),
    minSubtotal: minor(random.chance(0.8) ? 0 : random.int(0, 8000)),
    active: random.chance(0.95),
  }
}

function someExempt(random: Random, store: PricingStore): readonly string[] {
  return [...someOf(random, store.taxes, 0.5).map(({ id }) => id), 'nobody']
}
