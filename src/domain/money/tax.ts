import { minor, sum, type Minor, type RoundingMode } from './money.ts'
import { scale } from './ratio.ts'

/** A tax as it was when the line was added: copied onto the line, so later changes never move old money. */
export interface LineTax {
  readonly id: string
  readonly name: string
  /** Millionths: 20 % = 200 000, 8.875 % = 88 750. */
  readonly ratePpm: number
  /** Whether the price already holds the tax (Europe) or it comes on top (US). */
  readonly inclusive: boolean
}

export type TaxRounding = 'line' | 'rate'

export interface TaxPolicy {
  /** Round each line's tax, or each rate's sum once. */
  readonly scope: TaxRounding
  readonly mode: RoundingMode
}

export interface TaxableLine {
  /** Price × quantity, as shown on the line. */
  readonly amount: Minor
  readonly taxes: readonly LineTax[]
}

export interface TaxTotal {
  readonly id: string
  readonly name: string
  readonly ratePpm: number
  readonly inclusive: boolean
  /** What the rate was applied to, without any tax. */
  readonly net: Minor
  readonly tax: Minor
}

export interface TaxedTotals {
  /** Sum of the lines as shown. */
  readonly subtotal: Minor
  /** Without any tax. */
  readonly net: Minor
  readonly tax: Minor
  /** What the guest pays. */
  readonly total: Minor
  readonly taxes: readonly TaxTotal[]
}

const PPM = 1_000_000

/** Taxes of a whole bill. [TAX1] [TAX2] [TAX3] */
export function taxTotals(lines: readonly TaxableLine[], policy: TaxPolicy): TaxedTotals {
  const groups = groupLines(lines, policy.scope)
  const totals = new Map<string, TaxTotal>()
  let inclusiveTax = 0
  let onTopTax = 0
  for (const group of groups) {
    for (const part of taxGroup(group, policy.mode)) {
      if (part.inclusive) inclusiveTax += part.tax
      else onTopTax += part.tax
      addTo(totals, part)
    }
  }
  const subtotal = sum(lines.map((line) => line.amount))
  return {
    subtotal,
    net: minor(subtotal - inclusiveTax),
    tax: minor(inclusiveTax + onTopTax),
    total: minor(subtotal + onTopTax),
    taxes: [...totals.values()].sort((a, b) => (taxKey(a) < taxKey(b) ? -1 : 1)),
  }
}

/** Lines that are rounded together: each alone, or all lines that bear exactly the same taxes. */
function groupLines(lines: readonly TaxableLine[], scope: TaxRounding): readonly TaxableLine[] {
  if (scope === 'line') return lines
  const groups = new Map<string, TaxableLine>()
  for (const line of lines) {
    const key = line.taxes.map(taxKey).sort().join('|')
    const known = groups.get(key)
    groups.set(key, { amount: minor((known?.amount ?? 0) + line.amount), taxes: line.taxes })
  }
  return [...groups.values()]
}

/** Inclusive taxes are taken out of the price first, all at once; taxes on top apply to what is left. */
function taxGroup(group: TaxableLine, mode: RoundingMode): readonly TaxTotal[] {
  const inclusiveRate = group.taxes.reduce((rate, tax) => rate + (tax.inclusive ? tax.ratePpm : 0), 0)
  const inclusive = group.taxes
    .filter((tax) => tax.inclusive)
    .map((tax) => ({ tax, amount: scale(group.amount, tax.ratePpm, PPM + inclusiveRate, mode) }))
  const net = minor(group.amount - sum(inclusive.map((part) => part.amount)))
  const onTop = group.taxes
    .filter((tax) => !tax.inclusive)
    .map((tax) => ({ tax, amount: scale(net, tax.ratePpm, PPM, mode) }))
  return [...inclusive, ...onTop].map(({ tax, amount }) => ({
    id: tax.id,
    name: tax.name,
    ratePpm: tax.ratePpm,
    inclusive: tax.inclusive,
    net,
    tax: amount,
  }))
}

function addTo(totals: Map<string, TaxTotal>, part: TaxTotal): void {
  const key = taxKey(part)
  const known = totals.get(key)
  totals.set(
    key,
    known === undefined
      ? part
      : { ...known, net: minor(known.net + part.net), tax: minor(known.tax + part.tax) },
  )
}

function taxKey(tax: LineTax): string {
  return `${String(tax.ratePpm).padStart(9, '0')} ${tax.inclusive ? 'i' : 'e'} ${tax.name} ${tax.id}`
}
