import { describe, expect, test } from 'vitest'
import { amountOff, comp, inputOf, inside, line, onTop, percentOff } from '../../../tests/support/pricing.ts'
import { priceBill } from './price-bill.ts'
import type { PricingInput, PricingLine } from './pricing.ts'

function discountsOf(lines: readonly PricingLine[], discounts: PricingInput['discounts'] = []) {
  const bill = priceBill(inputOf(lines, { discounts }))
  return {
    lines: bill.lines.map((one) => one.discount),
    rows: bill.discounts.map(({ id, kind, amount }) => [id, kind, amount]),
    total: bill.total,
  }
}

describe('discounts of a bill', () => {
  test('[PRICE3] on a line touch no other', () => {
    expect(discountsOf([line(1_000, [], { discounts: [percentOff(10)] }), line(500)])).toEqual({
      lines: [100, 0],
      rows: [['off10%', 'discount', 100]],
      total: 1_400,
    })
  })

  test('[PRICE6] a percentage on the order is of the lines after their own discounts', () => {
    // 900 + 500 = 1400, 10 % = 140: 90 and 50.
    expect(
      discountsOf(
        [line(1_000, [], { discounts: [percentOff(10, { id: 'x' })] }), line(500)],
        [percentOff(10)],
      ),
    ).toEqual({
      lines: [190, 50],
      rows: [
        ['x', 'discount', 100],
        ['off10%', 'discount', 140],
      ],
      total: 1_260,
    })
  })

  test('[PRICE6] is shared out by what is left, the largest remainder first', () => {
    // 100 over 333, 333, 334: 33.3, 33.3, 33.4.
    expect(discountsOf([line(333), line(333), line(334)], [amountOff(100)]).lines).toEqual([33, 33, 34])
    // 101 over three equal: 34, 34, 33.
    expect(discountsOf([line(400), line(400), line(400)], [amountOff(101)]).lines).toEqual([34, 34, 33])
  })

  test('[PRICE6] each by what those before it left', () => {
    // 50 % of 30 = 15 over 10 and 20: 5 and 10. Then 7 of the 15 over 5 and 10: 2.33 and 4.67: 2 and 5.
    expect(discountsOf([line(10), line(20)], [percentOff(50), amountOff(7)])).toMatchObject({
      lines: [7, 15],
      total: 8,
    })
    // 3 over 1, 1, 2 is 0.75, 0.75, 1.5: 1, 1, 1. What is left is 0, 0, 1, and takes the other 1.
    expect(
      discountsOf([line(1), line(1), line(2)], [amountOff(3, { id: 'a' }), amountOff(1, { id: 'b' })]),
    ).toEqual({
      lines: [1, 1, 2],
      rows: [
        ['a', 'discount', 3],
        ['b', 'discount', 1],
      ],
      total: 0,
    })
  })

  test('[PRICE6] never takes more than the order', () => {
    expect(discountsOf([line(10), line(20)], [amountOff(100)])).toEqual({
      lines: [10, 20],
      rows: [['off100', 'discount', 30]],
      total: 0,
    })
    expect(discountsOf([], [amountOff(100), percentOff(10)])).toEqual({ lines: [], rows: [], total: 0 })
  })

  test('[PRICE4] a comped line bears no part of an order discount and no tax', () => {
    const input = inputOf([line(1_000, [inside(23)], { discounts: [comp()] }), line(123, [inside(23)])], {
      discounts: [amountOff(23)],
    })
    const bill = priceBill(input)
    expect(bill.lines.map((one) => [one.discount, one.tax, one.total])).toEqual([
      [1_000, 0, 0],
      [23, 19, 100],
    ])
    expect(bill.discounts.map(({ id, kind, name, amount }) => [id, kind, name, amount])).toEqual([
      ['comp', 'comp', 'Comp', 1_000],
      ['off23', 'discount', 'off23', 23],
    ])
    expect(bill.lines[0]?.discounts).toEqual([{ id: 'comp', name: 'Comp', kind: 'comp', amount: 1_000 }])
  })

  test('[PRICE4] on the order it takes all that the other discounts left', () => {
    expect(discountsOf([line(10), line(20)], [comp(), percentOff(10)])).toEqual({
      lines: [10, 20],
      rows: [
        ['off10%', 'discount', 3],
        ['comp', 'comp', 27],
      ],
      total: 0,
    })
  })

  test('[PRICE5] the bill tells one row for a rule; a discount that took nothing is not told', () => {
    const half = percentOff(50, { id: 'happy', name: 'Happy hour' })
    const bill = priceBill(
      inputOf([line(1_000, [], { discounts: [half] }), line(0, [], { discounts: [half] }), line(500)], {
        discounts: [percentOff(10, { id: 'happy', name: 'Happy hour' }), percentOff(0, { id: 'none' })],
      }),
    )
    // 500, then 10 % of the 1000 left: 50 on each.
    expect(bill.discounts).toEqual([{ id: 'happy', name: 'Happy hour', kind: 'discount', amount: 600 }])
    expect(bill.lines.map((one) => one.discounts.map(({ amount }) => amount))).toEqual([[500, 50], [], [50]])
  })

  test('[PRICE5] a comp and a discount of one id are two rows', () => {
    const rows = discountsOf([
      line(10, [], { discounts: [comp({ id: 'x' })] }),
      line(20, [], { discounts: [amountOff(5, { id: 'x' })] }),
    ]).rows
    expect(rows).toEqual([
      ['x', 'comp', 10],
      ['x', 'discount', 5],
    ])
  })

  test('[PRICE1] tax is of what is left after all discounts', () => {
    // 1000 − 100 − 90 = 810, × 5 % = 40.5 → 41
    const input = inputOf([line(1_000, [onTop(5)], { discounts: [amountOff(100)] })], {
      discounts: [percentOff(10)],
    })
    expect(priceBill(input)).toMatchObject({ subtotal: 1_000, discount: 190, tax: 41, net: 810, total: 851 })
  })

  test('[PRICE3] order percentages are rounded by the mode of the bill', () => {
    const totalIn = (mode: 'half_up' | 'half_even') =>
      priceBill(inputOf([line(25, [], { discounts: [percentOff(10)] })], {}, { mode })).total
    expect([totalIn('half_up'), totalIn('half_even')]).toEqual([22, 23])
    const onOrder = (mode: 'half_up' | 'half_even') =>
      priceBill(inputOf([line(25)], { discounts: [percentOff(10)] }, { mode })).total
    expect([onOrder('half_up'), onOrder('half_even')]).toEqual([22, 23])
  })
})
