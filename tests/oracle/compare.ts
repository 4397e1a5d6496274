import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput } from '#domain/pricing/pricing.ts'
import { createRandom } from '../simulation/random.ts'
import { arbitraryBill, type PricingStore } from './arbitrary-bills.ts'
import { inOrder } from './exact.ts'
import { keyOf } from './oracle-taxes.ts'
import { amountsOf, discountKey, oracleBill, type OracleBill } from './oracle.ts'
import { smallest } from './smallest.ts'

/** What the engine says, in the form of the oracle. */
export function engineBill(input: PricingInput): OracleBill {
  const bill = priceBill(input)
  return {
    subtotal: bill.subtotal,
    discount: bill.discount,
    charge: bill.charge,
    tax: bill.tax,
    relief: bill.relief,
    net: bill.net,
    total: bill.total,
    discounts: amountsOf(bill.discounts.map((one) => [discountKey(one), one.amount])),
    charges: bill.charges
      .map(({ id, amount }): readonly [string, number] => [id, amount])
      .sort(([a], [b]) => inOrder(a, b)),
    taxes: bill.taxes.map((row) => ({
      key: keyOf(row),
      net: row.net,
      tax: row.tax,
      exempt: row.exempt === true,
    })),
    lines: bill.lines.map((line) => ({
      id: line.id,
      amount: line.amount,
      discount: line.discount,
      charge: line.charge,
      tax: line.tax,
      relief: line.relief,
      total: line.total,
      discounts: amountsOf(line.discounts.map((one) => [discountKey(one), one.amount])),
      taxes: amountsOf(line.taxes.map(({ key, tax }) => [key, tax])),
    })),
  }
}

/** Prices `count` random bills twice. What it returns is empty, or the smallest bill on which the two differ. */
export function firstDifference(seed: number, count: number, store?: PricingStore): string {
  const random = createRandom(seed)
  for (let n = 0; n < count; n++) {
    const input = arbitraryBill(random.fork(), store)
    if (differs(input)) return describe(seed, n, smallest(input, differs))
  }
  return ''
}

function differs(input: PricingInput): boolean {
  try {
    return JSON.stringify(engineBill(input)) !== JSON.stringify(oracleBill(input))
  } catch {
    return true
  }
}

function describe(seed: number, n: number, input: PricingInput): string {
  const engine = said(() => engineBill(input))
  const oracle = said(() => oracleBill(input))
  return [
    `seed ${seed}, bill ${n}, made small:`,
    said(() => input),
    'engine:',
    engine,
    'oracle:',
    oracle,
  ].join('\n')
}

function said(work: () => unknown): string {
  try {
    return JSON.stringify(work())
  } catch (error) {
    return String(error)
  }
}
