import { allocate } from '#domain/money/allocate.ts'
import { minor, sum, type Minor } from '#domain/money/money.ts'
import { chargeAmount, chargesThatApply } from './charges.ts'
import { discountLines, discountRows, type DiscountedLine } from './discounted.ts'
import type { PricedBill, PricedLine, PricingInput } from './pricing.ts'
import { taxLines, type SharedCharge, type TaxedLine } from './taxed.ts'

const NONE = minor(0)

/**
 * The money of a bill, in whole minor units, worked out in one order and rounded only where docs/spec/pricing.md
 * says. Amounts are whole and not negative; it throws only where a total would be no exact integer. [PRICE1] [PRICE7]
 */
export function priceBill(input: PricingInput): PricedBill {
  const lines = discountLines(input)
  const left = lines.map((line) => line.left)
  const base = { gross: sum(input.lines.map((line) => line.amount)), discounted: sum(left) }
  const rules = chargesThatApply(input, base)
  const share = (phase: 'before_tax' | 'after_tax', onTop: Minor): readonly SharedCharge[] =>
    rules
      .filter((rule) => rule.phase === phase)
      .map((rule) => {
        const amount = chargeAmount(rule, input, base, onTop)
        return { rule, amount, parts: allocate(amount, left) }
      })
  const before = share('before_tax', NONE)
  const taxed = taxLines(lines, before, input)
  const onTop = sum(taxed.lines.map((line) => line.onTop))
  const relief = sum(taxed.lines.map((line) => line.relief))
  const charges = [...before, ...share('after_tax', minor(onTop - relief))]

  const discount = minor(base.gross - base.discounted)
  const charge = sum(charges.map(({ amount }) => amount))
  const tax = sum(taxed.taxes.map((row) => row.tax))
  const total = minor(base.gross - discount + charge + onTop - relief)
  return {
    lines: inPlace(lines, (line, at) => pricedLine(line, taxed.lines[at], charges, at)),
    subtotal: base.gross,
    discounts: discountRows(lines),
    discount,
    charges: rules.flatMap((rule) => {
      const applied = charges.find((one) => one.rule === rule)
      const { id, name, gratuity } = rule
      return applied === undefined ? [] : [{ id, name, gratuity, amount: applied.amount }]
    }),
    charge,
    taxes: taxed.taxes,
    tax,
    relief,
    net: minor(total - tax),
    total,
  }
}

function pricedLine(
  { line, discounts, left }: DiscountedLine,
  taxed: TaxedLine | undefined,
  charges: readonly SharedCharge[],
  at: number,
): PricedLine {
  const { tax, taxes, relief, onTop } = taxed ?? { tax: NONE, taxes: [], relief: NONE, onTop: NONE }
  const charge = sum(charges.map(({ parts }) => parts[at] ?? NONE))
  return {
    id: line.id,
    amount: line.amount,
    discounts,
    discount: minor(line.amount - left),
    charge,
    tax,
    taxes,
    relief,
    total: minor(left + charge + onTop - relief),
  }
}

/** Lines are worked by their ids, and come back as they were given. [PRICE8] */
function inPlace(
  lines: readonly DiscountedLine[],
  price: (line: DiscountedLine, at: number) => PricedLine,
): readonly PricedLine[] {
  const priced: PricedLine[] = []
  for (const [at, line] of lines.entries()) priced[line.place] = price(line, at)
  return priced
}
