import { allocate } from '#domain/money/allocate.ts'
import { minor, type Minor, type RoundingMode } from '#domain/money/money.ts'
import { leastMultiple, roundRatio } from '#domain/money/ratio.ts'
import { divide, plus, times, type Whole } from '#domain/money/whole.ts'
import type { Bearer, ExactTax } from './exact-tax.ts'
import type { TaxScope } from './tax.ts'

export interface TaxRounding {
  readonly scope: TaxScope
  readonly mode: RoundingMode
  readonly rounded: 'tax' | 'net'
}

/** A tax in whole minor units: `parts[i]` falls on bearer `bearers[i]`. */
export interface RoundedTax extends Pick<ExactTax, 'tax' | 'key' | 'exempt' | 'bearers'> {
  readonly parts: readonly Minor[]
}

/** Rounds each tax where the store says, and shares it out over what bears it. [TAX2] [TAX10] */
export function roundTaxes(
  taxes: readonly ExactTax[],
  bearers: readonly Bearer[],
  rounding: TaxRounding,
): readonly RoundedTax[] {
  switch (rounding.scope) {
    case 'line':
      return taxes.map((exact) => rounded(exact, byLine(exact, bearers, rounding)))
    case 'rate':
      return taxes.map((exact) => {
        const { tax, unit, weights } = exact
        const taxable = taxableOf(exact.bearers, bearers)
        const total = roundOnce(weights.reduce(plus, 0), unit, taxable, tax.inclusive, rounding)
        return rounded(exact, allocate(total, weights))
      })
    case 'document':
      return byDocument(taxes, bearers, rounding)
  }
}

function byLine(exact: ExactTax, bearers: readonly Bearer[], rounding: TaxRounding): readonly Minor[] {
  const { tax, unit, weights } = exact
  return exact.bearers.map((at, i) => {
    const taxable = bearers[at]?.taxable ?? minor(0)
    return roundOnce(weights[i] ?? 0, unit, taxable, tax.inclusive, rounding)
  })
}

/** All taxes inside and all on top are each rounded once, then shared out over the taxes and on over their bearers. */
function byDocument(
  taxes: readonly ExactTax[],
  bearers: readonly Bearer[],
  rounding: TaxRounding,
): readonly RoundedTax[] {
  const totals = new Map<ExactTax, Minor>()
  for (const inclusive of [true, false]) {
    const group = taxes.filter(({ tax }) => tax.inclusive === inclusive)
    const unit = leastMultiple(group.map((exact) => BigInt(exact.unit)))
    const weights = group.map((exact) =>
      times(exact.weights.reduce(plus, 0), divide(unit, exact.unit).quotient),
    )
    const taxable = taxableOf([...new Set(group.flatMap((exact) => exact.bearers))], bearers)
    const total = roundOnce(weights.reduce(plus, 0), unit, taxable, inclusive, rounding)
    for (const [i, share] of allocate(total, weights).entries()) {
      const exact = group[i]
      if (exact !== undefined) totals.set(exact, share)
    }
  }
  return taxes.map((exact) => rounded(exact, allocate(totals.get(exact) ?? minor(0), exact.weights)))
}

/** `tax / unit` in whole minor units. Of a price that holds its tax the store may round the net instead. [TAX8] */
function roundOnce(
  tax: Whole,
  unit: Whole,
  taxable: Minor,
  inclusive: boolean,
  { mode, rounded: side }: TaxRounding,
): Minor {
  if (!inclusive || side === 'tax') return roundRatio(tax, unit, mode)
  const net = plus(times(taxable, unit), times(tax, -1))
  return minor(taxable - roundRatio(net, unit, mode))
}

function taxableOf(indices: readonly number[], bearers: readonly Bearer[]): Minor {
  return minor(indices.reduce((sum, at) => sum + (bearers[at]?.taxable ?? 0), 0))
}

function rounded({ tax, key, exempt, bearers }: ExactTax, parts: readonly Minor[]): RoundedTax {
  return { tax, key, exempt, bearers, parts }
}
