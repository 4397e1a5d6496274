import { Fraction } from 'fraction.js'
import type { PricingInput, PricingRules } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { added, inOrder, least, rateOf, rounded, shareOut, ZERO, type Units } from './exact.ts'

/** What bears tax: a line, or a charge with taxes of its own. */
export interface Bearer {
  readonly taxable: Units
  readonly qty: Units
  readonly taxes: readonly LineTax[]
}

/** One tax of the bill; `parts` are in the order of the bearers, those that do not bear it left out. */
export interface TaxRow {
  readonly key: string
  readonly inside: boolean
  readonly exempt: boolean
  readonly parts: readonly { readonly bearer: number; readonly units: Units }[]
}

interface ExactRow {
  readonly key: string
  readonly tax: LineTax
  readonly exempt: boolean
  readonly parts: { readonly bearer: number; readonly taxable: Units; readonly exact: Fraction }[]
}

const ONE = new Fraction(1)

export function taxRows(
  bearers: readonly Bearer[],
  rules: PricingRules,
  exempt: PricingInput['exempt'],
): readonly TaxRow[] {
  const rows = exactRows(bearers, exempt)
  const totals = rules.scope === 'document' ? documentTotals(rows, bearers, rules) : []
  return rows.map((row, index) => {
    const { key, tax, parts } = row
    const units =
      rules.scope === 'line'
        ? parts.map((part) => roundedTax(part.exact, part.taxable, tax, rules))
        : shareOut(
            totals[index] ?? roundedTax(sumOf(row), added(parts.map(({ taxable }) => taxable)), tax, rules),
            parts.map(({ exact }) => exact),
          )
    return {
      key,
      inside: tax.inclusive,
      exempt: row.exempt,
      parts: parts.map(({ bearer }, at) => ({ bearer, units: units[at] ?? 0n })),
    }
  })
}

/** [TAX2] One rounding of everything inside and one of everything on top, each shared out over its taxes. */
function documentTotals(
  rows: readonly ExactRow[],
  bearers: readonly Bearer[],
  rules: PricingRules,
): readonly Units[] {
  const totals = rows.map(() => 0n)
  for (const inside of [true, false]) {
    const indexes = [...rows.keys()].filter((index) => rows[index]?.tax.inclusive === inside)
    const exact = indexes.map((index) => sumOf(rows[index]))
    const taxable = added(
      bearers.filter(({ taxes }) => taxes.some((tax) => tax.inclusive)).map((bearer) => bearer.taxable),
    )
    const all = exact.reduce((sum, one) => sum.add(one), ZERO)
    const total = inside && rules.rounded === 'net' ? restOf(all, taxable, rules) : rounded(all, rules.mode)
    for (const [at, part] of shareOut(total, exact).entries()) totals[indexes[at] ?? 0] = part
  }
  return totals
}

function roundedTax(exact: Fraction, taxable: Units, tax: LineTax, rules: PricingRules): Units {
  const net = rules.rounded === 'net' && tax.inclusive && tax.perPiece === undefined
  return net ? restOf(exact, taxable, rules) : rounded(exact, rules.mode)
}

/** [TAX8] The net is rounded; the tax is the rest. */
function restOf(exact: Fraction, taxable: Units, { mode }: PricingRules): Units {
  return taxable - rounded(new Fraction(taxable).sub(exact), mode)
}

function sumOf(row: ExactRow | undefined): Fraction {
  return (row?.parts ?? []).reduce((sum, { exact }) => sum.add(exact), ZERO)
}

/** Every tax of the bill once, in the order of the keys. */
function exactRows(bearers: readonly Bearer[], exempt: PricingInput['exempt']): readonly ExactRow[] {
  const rows = new Map<string, ExactRow>()
  for (const [bearer, one] of bearers.entries()) {
    const free = (tax: LineTax) => exempt === 'all' || exempt.includes(tax.id)
    const exact = exactTaxes(one, free)
    for (const [at, tax] of one.taxes.entries()) {
      const key = keyOf(tax)
      const row = rows.get(key) ?? { key, tax, exempt: free(tax), parts: [] }
      row.parts.push({ bearer, taxable: one.taxable, exact: exact[at] ?? ZERO })
      rows.set(key, row)
    }
  }
  return [...rows.values()].sort((a, b) => inOrder(a.key, b.key))
}

/** [TAX1] [TAX5] [TAX6] [TAX7] The exact amount of each tax of one line, in the order of its taxes. */
function exactTaxes(bearer: Bearer, exempt: (tax: LineTax) => boolean): readonly Fraction[] {
  const { taxes, taxable } = bearer
  const fixed = fixedInside(bearer)
  const base = new Fraction(taxable - added([...fixed.values()]))
  const insideRates = taxes
    .filter((tax) => tax.inclusive && tax.perPiece === undefined)
    .reduce((sum, tax) => sum.add(rateOf(tax.ratePpm)), ZERO)
  const net = base.div(ONE.add(insideRates))
  const onTop = (tax: LineTax): Fraction => {
    if (exempt(tax)) return ZERO
    if (tax.perPiece !== undefined) return new Fraction(piecesOf(tax, bearer))
    const named = isInCircle(tax, taxes) ? [] : namedBy(tax, taxes)
    return named.reduce((sum, other) => sum.add(onTop(other)), net).mul(rateOf(tax.ratePpm))
  }
  return taxes.map((tax) => {
    if (!tax.inclusive) return onTop(tax)
    const whole = fixed.get(tax)
    return whole === undefined ? net.mul(rateOf(tax.ratePpm)) : new Fraction(whole)
  })
}

function namedBy(tax: LineTax, taxes: readonly LineTax[]): readonly LineTax[] {
  if (tax.inclusive || tax.perPiece !== undefined) return []
  return taxes.filter((other) => !other.inclusive && (tax.on ?? []).includes(other.id))
}

function isInCircle(start: LineTax, taxes: readonly LineTax[]): boolean {
  const reached = new Set<LineTax>()
  const next = [...namedBy(start, taxes)]
  for (let tax = next.pop(); tax !== undefined; tax = next.pop()) {
    if (tax === start) return true
    if (!reached.has(tax)) next.push(...namedBy(tax, taxes))
    reached.add(tax)
  }
  return false
}

function fixedInside(bearer: Bearer): ReadonlyMap<LineTax, Units> {
  const fixed = new Map<LineTax, Units>()
  let left = bearer.taxable
  for (const tax of [...bearer.taxes].sort((a, b) => inOrder(keyOf(a), keyOf(b)))) {
    if (!tax.inclusive || tax.perPiece === undefined) continue
    const part = least(piecesOf(tax, bearer), left)
    fixed.set(tax, part)
    left -= part
  }
  return fixed
}

function piecesOf(tax: LineTax, { taxable, qty }: Bearer): Units {
  return taxable === 0n ? 0n : BigInt(tax.perPiece ?? 0) * qty
}

/** Rate, then on top before inside, then name and id. */
export function keyOf(tax: LineTax): string {
  const rate = String(tax.ratePpm).padStart(9, '0')
  return [rate, tax.inclusive ? 'i' : 'e', tax.name, tax.id].join(' ')
}
