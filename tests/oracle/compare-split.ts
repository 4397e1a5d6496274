import { checkTotals } from '#domain/check/check-totals.ts'
import type { Check } from '#domain/check/check.ts'
import type { PricedBill, PricingInput } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import type { Random } from '../simulation/random.ts'
import { arbitraryChecks, arbitrarySeats, type SeatedLine } from './arbitrary-checks.ts'
import { added } from './exact.ts'
import { oracleSplit, type Figures, type SplitCheck } from './oracle-split.ts'
import { keyOf } from './oracle-taxes.ts'
import type { OracleBill } from './oracle.ts'

/** Splits a bill in a random way; empty where both say the same of every check. */
export function splitDifference(
  random: Random,
  input: PricingInput,
  engine: PricedBill,
  oracle: OracleBill,
): string {
  const ids = input.lines.map(({ id }) => id)
  const split = { seats: arbitrarySeats(random, ids), checks: arbitraryChecks(random, ids, oracle.total) }
  const said = written(engineSplit(engine, split))
  const wanted = written(wantedSplit(input, oracle, split))
  return said === wanted ? '' : `${JSON.stringify(split)}\nengine:\n${said}\noracle:\n${wanted}`
}

interface Split {
  readonly seats: readonly SeatedLine[]
  readonly checks: readonly Check[]
}

function engineSplit(bill: PricedBill, { seats, checks }: Split): readonly SplitCheck[] {
  return checkTotals(bill, seats, checks).map((check) => {
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
function wantedSplit(input: PricingInput, bill: OracleBill, { seats, checks }: Split): readonly SplitCheck[] {
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
