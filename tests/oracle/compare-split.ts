import { checkTotals } from '#domain/check/check-totals.ts'
import type { Check } from '#domain/check/check.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { createRandom, type Random } from '../simulation/random.ts'
import { arbitraryBill } from './arbitrary-bills.ts'
import { arbitraryChecks, arbitrarySeats, type SeatedLine } from './arbitrary-checks.ts'
import { added } from './exact.ts'
import { oracleSplit, type Figures, type SplitCheck } from './oracle-split.ts'
import { keyOf } from './oracle-taxes.ts'
import { oracleBill } from './oracle.ts'
import { smallest } from './smallest.ts'

interface Split {
  readonly input: PricingInput
  readonly seats: readonly SeatedLine[]
  readonly checks: readonly Check[]
}

/** Splits `count` random bills twice. What it returns is empty, or the smallest bill on which the two differ. */
export function firstSplitDifference(seed: number, count: number): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const split = arbitrarySplit(random.fork())
    if (!differs(split)) continue
    const small = { ...split, input: smallest(split.input, (input) => differs({ ...split, input })) }
    const asked = JSON.stringify(small)
    const said = ['engine:', written(engineSplit(small)), 'oracle:', written(wantedSplit(small))]
    return [`seed ${seed}, split ${n}, made small:`, asked, ...said].join('\n')
  }
  return ''
}

function differs(split: Split): boolean {
  return written(engineSplit(split)) !== written(wantedSplit(split))
}

function arbitrarySplit(random: Random): Split {
  const input = arbitraryBill(random)
  const ids = input.lines.map(({ id }) => id)
  const { total } = oracleBill(input)
  return { input, seats: arbitrarySeats(random, ids), checks: arbitraryChecks(random, ids, total) }
}

function engineSplit({ input, seats, checks }: Split): readonly SplitCheck[] {
  return checkTotals(priceBill(input), seats, checks).map((check) => {
    const { id, subtotal, discount, charge, relief, tax, net, total } = check
    const taxes = check.taxes.map((row): readonly [string, number] => [keyOf(row), row.tax])
    const figures = { subtotal, discount, charge, relief, tax, net, total, ...Object.fromEntries(taxes) }
    return { id, figures: unitsOf(figures) }
  })
}

function unitsOf(figures: { readonly [figure: string]: number }): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, amount]) => [name, BigInt(amount)]))
}

/** The oracle's, in the order of the checks. */
function wantedSplit({ input, seats, checks }: Split): readonly SplitCheck[] {
  const bill = oracleBill(input)
  const keys = bill.taxes.map(({ key }) => key)
  const onTop = new Set(
    input.lines
      .flatMap(({ taxes }) => taxes)
      .concat(ownTaxes(input))
      .filter(isOnTop)
      .map(keyOf),
  )
  const lines = bill.lines.map(({ id, total, discount, charge, relief, taxes }) => ({
    id,
    seat: seats.find((line) => line.id === id)?.seat ?? 0,
    figures: unitsOf({ total, discount, charge, relief, ...taxes }),
  }))
  const places = new Map(checks.map(({ id }, at) => [id, at]))
  const place = ({ id }: SplitCheck) => places.get(id) ?? checks.length
  return [...oracleSplit(lines, ['total', 'discount', 'charge', 'relief', ...keys], checks)]
    .sort((a, b) => place(a) - place(b))
    .map(({ id, figures }) => ({ id, figures: { ...figures, ...following(figures, keys, onTop) } }))
}

/** [CHECK6] What follows from the figures of a check. */
function following(figures: Figures, keys: readonly string[], onTop: ReadonlySet<string>): Figures {
  const of = (name: string) => figures[name] ?? 0n
  const tax = added(keys.map(of))
  const top = added(keys.filter((key) => onTop.has(key)).map(of))
  const subtotal = of('total') + of('discount') - of('charge') - top + of('relief')
  return { tax, net: of('total') - tax, subtotal }
}

function ownTaxes({ rules }: PricingInput): readonly LineTax[] {
  return rules.charges.flatMap(({ taxes }) => (taxes === 'lines' ? [] : taxes))
}

function isOnTop({ inclusive }: LineTax): boolean {
  return !inclusive
}

function written(checks: readonly SplitCheck[]): string {
  return checks.map(({ id, figures }) => `${id}: ${figuresText(figures)}`).join('\n')
}

function figuresText(figures: Figures): string {
  const some = Object.entries(figures).filter(([, units]) => units !== 0n)
  return some
    .map(([name, units]) => `${name} ${units}`)
    .sort()
    .join(', ')
}
