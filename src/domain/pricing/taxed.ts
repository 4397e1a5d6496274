import { allocate } from '#domain/money/allocate.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import { exactTaxes, type Bearer } from '#domain/tax/exact-tax.ts'
import { roundTaxes, type RoundedTax } from '#domain/tax/round-taxes.ts'
import type { TaxTotal } from '#domain/tax/tax.ts'
import type { ChargeRule } from './charge.ts'
import type { DiscountedLine } from './discounted.ts'
import type { PricedLine, PricingInput } from './pricing.ts'

/** A charge with what it comes to, and each line's part of that. */
export interface SharedCharge {
  readonly rule: ChargeRule
  readonly amount: Minor
  readonly parts: readonly Minor[]
}

/** The taxes that fall on one line, with its part of those on charges. */
export interface TaxedLine extends Pick<PricedLine, 'tax' | 'taxes' | 'relief'> {
  readonly onTop: Minor
}

/** Taxes of the lines and of charges before tax, by line and by tax. [CHARGE3] [TAX9] [TAX10] [TAX11] */
export function taxLines(
  lines: readonly DiscountedLine[],
  charges: readonly SharedCharge[],
  { rules, exempt }: Pick<PricingInput, 'rules' | 'exempt'>,
): { readonly lines: readonly TaxedLine[]; readonly taxes: readonly TaxTotal[] } {
  const bearers = [...lines.map((line, i) => lineBearer(line, i, charges)), ...chargeBearers(charges)]
  const rounded = roundTaxes(exactTaxes(bearers, exempt), bearers, rules)
  const left = lines.map((line) => line.left)
  const onLines = rounded.map((tax) => ({ tax, parts: partsOfLines(tax, left) }))
  return {
    lines: lines.map((_, i) => taxedLine(onLines, i)),
    taxes: taxTotals(rounded, bearers),
  }
}

function lineBearer({ line, left }: DiscountedLine, at: number, charges: readonly SharedCharge[]): Bearer {
  const parts = charges.filter(({ rule }) => rule.taxes === 'lines').map(({ parts }) => parts[at] ?? minor(0))
  return { taxable: minor(left + sum(parts)), qty: line.qty, taxes: line.taxes }
}

/** Charges with taxes of their own, by their ids. [PRICE8] */
function chargeBearers(charges: readonly SharedCharge[]): readonly Bearer[] {
  return [...charges]
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
    .flatMap(({ rule, amount }) =>
      rule.taxes === 'lines' ? [] : [{ taxable: amount, qty: 1, taxes: rule.taxes }],
    )
}

/** What of a tax falls on each line; null where the line has no part in it. The tax of charges goes where they went. */
function partsOfLines(tax: RoundedTax, left: readonly Minor[]): readonly (Minor | null)[] {
  const parts: (Minor | null)[] = left.map(() => null)
  const add = (at: number, part: Minor): void => {
    parts[at] = minor((parts[at] ?? 0) + part)
  }
  for (const [i, at] of tax.bearers.entries()) {
    const part = tax.parts[i] ?? minor(0)
    if (at < left.length) add(at, part)
    else for (const [line, share] of allocate(part, left).entries()) if (share !== 0) add(line, share)
  }
  return parts
}

type OnLines = readonly { readonly tax: RoundedTax; readonly parts: readonly (Minor | null)[] }[]

function taxedLine(onLines: OnLines, at: number): TaxedLine {
  const taxes: { readonly key: string; readonly tax: Minor }[] = []
  let [tax, relief, onTop] = [0, 0, 0]
  for (const { tax: of, parts } of onLines) {
    const part = parts[at] ?? null
    if (part === null) continue
    taxes.push({ key: of.key, tax: of.exempt ? minor(0) : part })
    // Exempt on top is nothing from the start; inside, the guest is let off that much of the price.
    if (of.exempt) relief += part
    else tax += part
    if (!of.tax.inclusive) onTop += part
  }
  return { taxes, tax: minor(tax), relief: minor(relief), onTop: minor(onTop) }
}

function taxTotals(rounded: readonly RoundedTax[], bearers: readonly Bearer[]): readonly TaxTotal[] {
  const nets = bearers.map(({ taxable }): number => taxable)
  for (const { tax, bearers: bearing, parts } of rounded) {
    if (!tax.inclusive) continue
    for (const [i, at] of bearing.entries()) nets[at] = (nets[at] ?? 0) - (parts[i] ?? 0)
  }
  return rounded.map(({ tax, exempt, bearers: bearing, parts }) => ({
    ...tax,
    net: minor(bearing.reduce((net, at) => net + (nets[at] ?? 0), 0)),
    tax: exempt ? minor(0) : sum(parts),
    ...(exempt ? { exempt } : {}),
  }))
}
