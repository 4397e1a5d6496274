import { Fraction } from 'fraction.js'
import type { Discount } from '#domain/discount/discount.ts'
import type { RoundingMode } from '#domain/money/money.ts'
import type { PricingInput, PricingLine } from '#domain/pricing/pricing.ts'
import { added, inOrder, least, rateOf, rounded, shareOutBy, type Units } from './exact.ts'

/** What one discount took, of each line. */
export interface Taken {
  readonly id: string
  readonly kind: Discount['kind']
  readonly perLine: readonly Units[]
}

export interface Discounted {
  readonly amounts: readonly Units[]
  /** Of each line, after everything taken. */
  readonly left: readonly Units[]
  readonly taken: readonly Taken[]
}

/** [PRICE3] [PRICE4] [PRICE6] The lines are in their order already. */
export function discounted(lines: readonly PricingLine[], input: PricingInput): Discounted {
  const { mode } = input.rules
  const amounts = lines.map((line) => BigInt(line.amount))
  const none = amounts.map(() => 0n)
  const left = [...amounts]
  const taken: Taken[] = []
  for (const [index, line] of lines.entries()) {
    const full = amounts[index] ?? 0n
    for (const discount of inTheirOrder(line.discounts)) {
      const part = least(wanted(discount, full, mode), left[index] ?? 0n)
      left[index] = (left[index] ?? 0n) - part
      taken.push({ id: discount.id, kind: discount.kind, perLine: none.with(index, part) })
    }
  }
  const base = added(left)
  for (const discount of inTheirOrder(input.discounts)) {
    const perLine = shareOutBy(least(wanted(discount, base, mode), added(left)), left)
    for (const [index, part] of perLine.entries()) left[index] = (left[index] ?? 0n) - part
    taken.push({ id: discount.id, kind: discount.kind, perLine })
  }
  return { amounts, left, taken }
}

/** Percentages, then amounts, then what is given away; each as given, and of one given twice the last. */
function inTheirOrder(all: readonly Discount[]): readonly Discount[] {
  const given = [...all].sort((a, b) => a.at - b.at || inOrder(a.id, b.id))
  const lasting = given.filter(({ id }, at) => !given.slice(at + 1).some((later) => later.id === id))
  const byKind = (kind: Discount['how']['kind']) =>
    lasting.filter((one) => one.kind === 'discount' && one.how.kind === kind)
  return [...byKind('percent'), ...byKind('amount'), ...lasting.filter(({ kind }) => kind === 'comp')]
}

/** Before it is held to what is left. */
function wanted({ kind, how }: Discount, base: Units, mode: RoundingMode): Units {
  if (kind === 'comp') return base
  if (how.kind === 'amount') return BigInt(how.amount)
  const percent = rounded(new Fraction(base).mul(rateOf(how.ratePpm)), mode)
  return how.cap === null ? percent : least(percent, BigInt(how.cap))
}
