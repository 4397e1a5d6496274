import type { PricedBill } from '#domain/pricing/pricing.ts'
import { inOrder } from './exact.ts'
import { keyOf } from './oracle-taxes.ts'
import { amountsOf, discountKey, type OracleBill } from './oracle.ts'

/** What the engine says, in the form of the oracle. */
export function figuresOf(bill: PricedBill): OracleBill {
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

/** Every figure of a bill, its taxes and its lines; empty where the two agree. */
export function billDifference(engine: PricedBill, oracle: OracleBill): string {
  const [said, wanted] = [JSON.stringify(figuresOf(engine)), JSON.stringify(oracle)]
  return said === wanted ? '' : `engine: ${said}\noracle: ${wanted}`
}
