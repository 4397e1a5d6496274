import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { createRandom, type Random } from '../simulation/random.ts'
import { arbitraryBill } from './arbitrary-bills.ts'
import { figuresOf } from './compare-bill.ts'
import { inOrder } from './exact.ts'

/** Prices random bills as they are and with every list in another order; empty, or the first that then differs. */
export function firstHungOnOrder(seed: number, count: number): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const one = random.fork()
    const input = arbitraryBill(one)
    const other = shuffledBill(one, input)
    if (figures(input) !== figures(other)) {
      return [`seed ${seed}, bill ${n}:`, JSON.stringify(input), figures(input), figures(other)].join('\n')
    }
  }
  return ''
}

function figures(input: PricingInput): string {
  const priced = priceBill(input)
  const bill = figuresOf(priced)
  // Lines come back as they were given, and they alone.
  const lines = [...bill.lines].sort((a, b) => inOrder(a.id, b.id))
  return JSON.stringify([{ ...bill, lines }, priced.taxes.map(({ tax }) => tax)])
}

function shuffledBill(random: Random, input: PricingInput): PricingInput {
  const { rules } = input
  return {
    ...input,
    lines: shuffled(random, input.lines).map((line) => ({
      ...line,
      taxes: shuffled(random, line.taxes),
      discounts: shuffled(random, line.discounts),
    })),
    discounts: shuffled(random, input.discounts),
    rules: { ...rules, charges: shuffled(random, rules.charges) },
  }
}

function shuffled<T>(random: Random, list: readonly T[]): readonly T[] {
  return list
    .map((one) => ({ one, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}
