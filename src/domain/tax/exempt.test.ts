import { describe, expect, test } from 'vitest'
import { fixedTax, inputOf, inside, line, onTop } from '../../../tests/support/pricing.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput, PricingLine, PricingRules } from '#domain/pricing/pricing.ts'

const IN_23 = inside(23)
const IN_13 = inside(13)
const IN_6 = inside(6)
const ON_5 = onTop(5)
const ON_2 = onTop(2)

describe('an exempt tax', () => {
  const priced = (
    lines: readonly PricingLine[],
    exempt: PricingInput['exempt'],
    rules: Partial<PricingRules> = {},
  ) => {
    const { tax, relief, net, total, taxes } = priceBill(inputOf(lines, { exempt }, rules))
    return {
      tax,
      relief,
      net,
      total,
      rows: taxes.map((row) => [row.id, row.net, row.tax, row.exempt ?? false]),
    }
  }

  test('[TAX9] on top is nothing, and stays on the bill', () => {
    expect(priced([line(1_000, [ON_5, ON_2])], ['x5'])).toEqual({
      tax: 20,
      relief: 0,
      net: 1_000,
      total: 1_020,
      rows: [
        ['x2', 1_000, 20, false],
        ['x5', 1_000, 0, true],
      ],
    })
  })

  test('[TAX9] inside, the guest pays that much less', () => {
    // 500 × 23/123 = 93.4959 → 93 off the price.
    expect(priced([line(500, [IN_23])], ['t23'])).toEqual({
      tax: 0,
      relief: 93,
      net: 407,
      total: 407,
      rows: [['t23', 407, 0, true]],
    })
    expect(priced([line(500, [IN_23])], ['t23'], { mode: 'up' }).total).toBe(406)
  })

  test('[TAX9] only those that are named, or all', () => {
    // 1000: 23 % 178.29 → 178, 6 % 46.51 → 47.
    expect(priced([line(1_000, [IN_23, IN_6])], ['t6', 'x5'])).toMatchObject({
      tax: 178,
      relief: 47,
      total: 953,
    })
    expect(priced([line(1_000, [IN_23, IN_6])], 'all')).toMatchObject({ tax: 0, relief: 225, total: 775 })
    expect(priced([line(1_000, [IN_23, IN_6])], [])).toMatchObject({ tax: 225, relief: 0, total: 1_000 })
  })

  test('[TAX9] does not change the net of the others', () => {
    // Inside 230 of 1230 is let off; 5 % of the net of 1000 is charged.
    expect(priced([line(1_230, [IN_23, ON_5])], ['t23'])).toMatchObject({
      tax: 50,
      relief: 230,
      net: 1_000,
      total: 1_050,
    })
  })

  test('[TAX6] counts nothing for a tax that names it', () => {
    expect(priced([line(1_000, [ON_5, onTop(10, { on: ['x5'] })])], ['x5'])).toMatchObject({ tax: 100 })
    const duty = fixedTax(50)
    expect(priced([line(1_000, [duty, onTop(10, { on: ['f50'] })])], ['f50'])).toMatchObject({
      tax: 100,
      relief: 0,
    })
  })

  test('[TAX9] is rounded and shared out as the tax would have been', () => {
    // As above on the document: 2.4309, 1.4956, 1.4151 are 5; 13 % gets 2 of it.
    const lines = [line(13, [IN_23]), line(13, [IN_13]), line(25, [IN_6])]
    expect(priced(lines, ['t13'], { scope: 'document' })).toMatchObject({ tax: 3, relief: 2, total: 49 })
    // A fixed one inside: 2 × 5.
    expect(priced([line(100, [fixedTax(5, { inclusive: true })], { qty: 2 })], 'all')).toMatchObject({
      relief: 10,
    })
  })

  test('[TAX9] the line tells it as relief, and the tax as 0', () => {
    const [first] = priceBill(inputOf([line(500, [IN_23, ON_5])], { exempt: ['t23'] })).lines
    // The net is 406.504, 5 % of it is 20.325.
    expect(first).toMatchObject({
      tax: 20,
      relief: 93,
      total: 427,
      taxes: [
        { key: '000050000 e 5 % x5', tax: 20 },
        { key: '000230000 i 23 % t23', tax: 0 },
      ],
    })
  })
})
