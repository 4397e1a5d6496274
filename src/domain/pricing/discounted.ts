import { takeDiscounts, type Taken } from '#domain/discount/take.ts'
import { allocate } from '#domain/money/allocate.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import type { AppliedDiscount, PricingInput, PricingLine } from './pricing.ts'

/** A line with all its discounts taken, and its part of the order's. */
export interface DiscountedLine {
  readonly line: PricingLine
  /** Its place among the lines as they were given. */
  readonly place: number
  readonly discounts: readonly AppliedDiscount[]
  /** What is left of its amount, in minor units. Never negative. */
  readonly left: Minor
}

/** The lines by their ids, after line discounts and then order discounts. [PRICE3] [PRICE6] [PRICE8] */
export function discountLines({ lines, discounts, rules }: PricingInput): readonly DiscountedLine[] {
  const worked = lines
    .map((line, place): DiscountedLine => ({ line, place, discounts: [], left: line.amount }))
    .sort((a, b) => (a.line.id < b.line.id ? -1 : 1))
    .map((one) => withTaken(one, takeDiscounts(one.left, one.line.discounts, rules.mode)))
  const left = sum(worked.map((one) => one.left))
  return takeDiscounts(left, discounts, rules.mode).reduce(shareOut, worked)
}

function shareOut(lines: readonly DiscountedLine[], { discount, amount }: Taken): readonly DiscountedLine[] {
  const parts = allocate(
    amount,
    lines.map((line) => line.left),
  )
  return lines.map((line, i) => withTaken(line, [{ discount, amount: parts[i] ?? minor(0) }]))
}

function withTaken(line: DiscountedLine, taken: readonly Taken[]): DiscountedLine {
  const applied = taken.filter(({ amount }) => amount > 0)
  if (applied.length === 0) return line
  return {
    line: line.line,
    place: line.place,
    discounts: [
      ...line.discounts,
      ...applied.map(({ discount: { id, name, kind }, amount }) => ({ id, name, kind, amount })),
    ],
    left: minor(line.left - sum(applied.map(({ amount }) => amount))),
  }
}

/** One row for a rule, its amounts on all lines added up. [PRICE5] */
export function discountRows(lines: readonly DiscountedLine[]): readonly AppliedDiscount[] {
  const rows = new Map<string, { readonly discount: AppliedDiscount; amount: number }>()
  for (const discount of lines.flatMap(({ discounts }) => discounts)) {
    const key = `${discount.kind} ${discount.id}`
    const row = rows.get(key)
    if (row === undefined) rows.set(key, { discount, amount: discount.amount })
    else row.amount += discount.amount
  }
  return [...rows.values()].map(({ discount, amount }) => ({ ...discount, amount: minor(amount) }))
}
