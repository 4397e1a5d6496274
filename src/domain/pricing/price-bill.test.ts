import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountOff,
  bills,
  charge,
  comp,
  inputOf,
  inside,
  line,
  onTop,
  percentCharge,
  percentOff,
} from '../../../tests/support/pricing.ts'
import { priceBill } from './price-bill.ts'
import type { PricedBill } from './pricing.ts'

describe('a bill with everything', () => {
  // 12.40 food less 10 % (1.24 → 11.16), 8.00 wine, a comped 3.00 coffee: 19.16 left.
  // Order: 5 % of 19.16 = 0.958 → 0.96, shared 0.559 and 0.401 of a unit: 56 and 40. Left 10.60 and 7.60: 18.20.
  // Service before tax 10 % of 18.20 = 1.82, shared 1.06 and 0.76: taxable 11.66 and 8.36.
  // Food 6 % inside: 11.66 × 6/106 = 0.66; wine 23 % inside: 8.36 × 23/123 = 1.563 → 1.56.
  // On top, a city tax of 1 % of the nets 11.00 and 6.79675: 0.1779675 → 0.18, shared 0.11 and 0.07.
  // After tax 2 % of 18.20 + 0.18 = 0.3676 → 0.37, shared by 10.60 : 7.60: 0.2155 and 0.1545: 22 and 15.
  const city = onTop(1)
  const input = inputOf(
    [
      line(1_240, [inside(6), city], { discounts: [percentOff(10, { id: 'staff' })] }),
      line(800, [inside(23), city]),
      line(300, [inside(23), city], { discounts: [comp()] }),
    ],
    { discounts: [percentOff(5, { id: 'club' })] },
    { charges: [percentCharge(10), percentCharge(2, { id: 'card', phase: 'after_tax' })] },
  )
  const bill = priceBill(input)

  test('[PRICE1] is worked out in the one order', () => {
    expect(bill).toMatchObject({
      subtotal: 2_340,
      discount: 124 + 96 + 300,
      charge: 182 + 37,
      tax: 66 + 156 + 18,
      relief: 0,
      total: 1_820 + 182 + 18 + 37,
      net: 1_820 + 182 + 18 + 37 - 240,
    })
    expect(bill.taxes.map(({ id, net, tax }) => [id, net, tax])).toEqual([
      ['x1', 1_100 + 680, 18],
      ['t6', 1_100, 66],
      ['t23', 680, 156],
    ])
    expect(bill.charges.map(({ id, amount }) => [id, amount])).toEqual([
      ['service', 182],
      ['card', 37],
    ])
  })

  test('[TAX10] down to the last unit of every line', () => {
    expect(bill.lines).toMatchObject([
      { amount: 1_240, discount: 180, charge: 106 + 22, tax: 66 + 11, relief: 0, total: 1_060 + 128 + 11 },
      { amount: 800, discount: 40, charge: 76 + 15, tax: 156 + 7, relief: 0, total: 760 + 91 + 7 },
      { amount: 300, discount: 300, charge: 0, tax: 0, relief: 0, total: 0 },
    ])
  })

  test('[PRICE8] the lines come back as they were given', () => {
    const [a, b, c] = input.lines
    if (a === undefined || b === undefined || c === undefined)
      throw new Error('assertion failed: three lines')
    const turned = priceBill({ ...input, lines: [c, a, b] })
    expect(turned.lines.map(({ id }) => id)).toEqual([c.id, a.id, b.id])
    expect(turned.lines[1]).toEqual(bill.lines[0])
  })
})

describe('a bill with nothing', () => {
  test('[PRICE7] is nothing', () => {
    expect(priceBill(inputOf([], { discounts: [amountOff(5)] }, { charges: [charge()] }))).toEqual({
      lines: [],
      subtotal: 0,
      discounts: [],
      discount: 0,
      charges: [],
      charge: 0,
      taxes: [],
      tax: 0,
      relief: 0,
      net: 0,
      total: 0,
    })
  })
})

describe('large bills', () => {
  test('[MONEY1] stay exact at the largest amount', () => {
    const lines = [line(99_999_999_999, [inside(7), onTop(8.875)]), line(1, [inside(7)])]
    const bill = priceBill(inputOf(lines, {}, { charges: [percentCharge(12.345)] }))
    // Charge 12 345 000 000 all on the first line; inside 112 345 000 000 × 7/107 = 7 349 672 897.196…; the net of the
    // first is 104 995 327 101.87, × 8.875 % = 9 318 335 280.29.
    expect(bill).toMatchObject({ charge: 12_345_000_000, tax: 7_349_672_897 + 9_318_335_280 })
    expect(bill.total).toBe(112_345_000_000 + 9_318_335_280)
  })
})

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** The lines' sums and rows' sums, against the bill's own figures. */
function checkSums(bill: PricedBill): void {
  const { lines, subtotal, discount, charge: charged, tax, relief, net, total } = bill
  const inPrices = sumOf(bill.taxes.map((row) => (row.inclusive ? row.tax : 0)))
  expect(total).toBe(subtotal - discount + charged + (tax - inPrices) - relief)
  expect(net).toBe(total - tax)
  expect(sumOf(bill.discounts.map(({ amount }) => amount))).toBe(discount)
  expect(sumOf(bill.charges.map(({ amount }) => amount))).toBe(charged)
  expect(sumOf(bill.taxes.map((row) => row.tax))).toBe(tax)
  for (const figure of ['amount', 'discount', 'charge', 'tax', 'relief', 'total'] as const) {
    const whole = figure === 'amount' ? subtotal : bill[figure]
    expect(sumOf(lines.map((one) => one[figure])), figure).toBe(whole)
  }
  for (const one of lines) {
    expect(sumOf(one.discounts.map(({ amount }) => amount))).toBe(one.discount)
    expect(sumOf(one.taxes.map((part) => part.tax))).toBe(one.tax)
    expect(one.discount).toBeGreaterThanOrEqual(0)
    expect(one.discount).toBeLessThanOrEqual(one.amount)
  }
}

describe('whatever stands on a bill', () => {
  test('[PRICE7] [TAX10] the figures are one another', () => {
    fc.assert(
      fc.property(bills, (input) => checkSums(priceBill(input))),
      { numRuns: 500 },
    )
  })

  test('[TAX10] each tax of the bill is on its lines', () => {
    fc.assert(
      fc.property(bills, (input) => {
        const bill = priceBill(input)
        const onLines = new Map<string, number>()
        for (const { key, tax } of bill.lines.flatMap(({ taxes }) => taxes))
          onLines.set(key, (onLines.get(key) ?? 0) + tax)
        const byTotal = (a: number, b: number): number => a - b
        expect([...onLines.values()].filter((tax) => tax !== 0).sort(byTotal)).toEqual(
          bill.taxes
            .map(({ tax }) => tax)
            .filter((tax) => tax !== 0)
            .sort(byTotal),
        )
      }),
    )
  })

  test('[PRICE8] the order of lines, discounts, charges and taxes moves nothing', () => {
    const turned = bills.chain((input) =>
      fc.record({
        input: fc.constant(input),
        lines: fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
        discounts: fc.shuffledSubarray([...input.discounts], { minLength: input.discounts.length }),
        charges: fc.shuffledSubarray([...input.rules.charges], { minLength: input.rules.charges.length }),
      }),
    )
    const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)
    fc.assert(
      fc.property(turned, ({ input, lines, discounts, charges }) => {
        const straight = priceBill(input)
        const other = priceBill({
          ...input,
          lines: lines.map((one) => ({
            ...one,
            taxes: one.taxes.toReversed(),
            discounts: one.discounts.toReversed(),
          })),
          discounts,
          rules: { ...input.rules, charges },
        })
        expect({
          ...other,
          lines: [...other.lines].sort(byId),
          charges: [...other.charges].sort(byId),
        }).toEqual({
          ...straight,
          lines: [...straight.lines].sort(byId),
          charges: [...straight.charges].sort(byId),
        })
      }),
    )
  })

  test('[PRICE2] nothing is negative where no tax is let off', () => {
    fc.assert(
      fc.property(bills, (input) => {
        const bill = priceBill({ ...input, exempt: [] })
        expect(bill.relief).toBe(0)
        for (const { total, tax } of [bill, ...bill.lines]) {
          expect(total).toBeGreaterThanOrEqual(0)
          expect(tax).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('[TAX2] a coarser rounding is never off by more than the roundings it saves', () => {
    fc.assert(
      fc.property(bills, (input) => {
        const { charges } = input.rules
        const fixed = charges.filter(({ phase }) => phase === 'before_tax')
        const at = (scope: 'line' | 'rate' | 'document') =>
          priceBill({ ...input, rules: { ...input.rules, charges: fixed, scope } })
        const [byLine, byRate] = [at('line'), at('rate')]
        const roundings = (input.lines.length + fixed.length) * 9
        expect(Math.abs(byLine.tax - byRate.tax)).toBeLessThanOrEqual(roundings)
        expect(Math.abs(byRate.tax - at('document').tax)).toBeLessThanOrEqual(9 * 2)
      }),
    )
  })
})
