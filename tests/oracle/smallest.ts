import { minor } from '#domain/money/money.ts'
import type { PricingInput, PricingLine } from '#domain/pricing/pricing.ts'

/** The smallest bill found that still fails: takes things away and halves amounts for as long as it does. */
export function smallest(input: PricingInput, fails: (input: PricingInput) => boolean): PricingInput {
  let best = input
  for (let tries = 0; tries < 200; tries++) {
    const smaller = smallerThan(best).find((candidate) => fails(candidate))
    if (smaller === undefined) return best
    best = smaller
  }
  return best
}

function smallerThan(input: PricingInput): readonly PricingInput[] {
  const { rules } = input
  const simple: PricingInput = { ...input, exempt: [], waivedCharges: [] }
  return [
    ...(input.exempt.length + input.waivedCharges.length > 0 ? [simple] : []),
    ...withoutOne(input.lines).map((lines) => ({ ...input, lines })),
    ...withoutOne(rules.charges).map((charges) => ({ ...input, rules: { ...rules, charges } })),
    ...withoutOne(input.discounts).map((discounts) => ({ ...input, discounts })),
    ...input.lines.flatMap((line, at) =>
      smallerLines(line).map((smaller) => ({ ...input, lines: input.lines.with(at, smaller) })),
    ),
  ]
}

function smallerLines(line: PricingLine): readonly PricingLine[] {
  return [
    ...withoutOne(line.discounts).map((discounts) => ({ ...line, discounts })),
    ...withoutOne(line.taxes).map((taxes) => ({ ...line, taxes })),
    ...(line.qty > 1 ? [{ ...line, qty: 1 }] : []),
    ...(line.amount > 1 ? [{ ...line, amount: minor(Math.floor(line.amount / 2)) }] : []),
    ...(line.amount > 0 ? [{ ...line, amount: minor(line.amount - 1) }] : []),
  ]
}

function withoutOne<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.map((_, at) => list.filter((__, index) => index !== at))
}
