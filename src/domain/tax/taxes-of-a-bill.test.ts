import { describe, expect, test } from 'vitest'
import { fixedTax, inputOf, inside, line, onTop, taxesOf } from '../../../tests/support/pricing.ts'
import { minor, type RoundingMode } from '#domain/money/money.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingLine } from '#domain/pricing/pricing.ts'
import type { LineTax, TaxScope } from './tax.ts'

const IN_23 = inside(23)
const IN_13 = inside(13)
const IN_6 = inside(6)
const ON_8875 = onTop(8.875)
const ON_5 = onTop(5)
const ON_2 = onTop(2)

interface Example {
  readonly name: string
  readonly lines: readonly PricingLine[]
  readonly scope: TaxScope
  readonly mode: RoundingMode
  /** [subtotal, net, tax, total] */
  readonly expected: readonly [number, number, number, number]
}

// The arithmetic stands beside each: amounts in minor units.
const EXAMPLES: readonly Example[] = [
  {
    // 500 × 23 / 123 = 93.4959 → 93; 500 − 93 = 407
    name: 'Portugal: two teas, 23 % inside',
    lines: [line(500, [IN_23])],
    scope: 'rate',
    mode: 'half_up',
    expected: [500, 407, 93, 500],
  },
  {
    // by line: 150 × 23 / 123 = 28.0488 → 28, three times = 84; 450 − 84 = 366
    name: 'three coffees at 1.50, rounded by line',
    lines: [line(150, [IN_23]), line(150, [IN_23]), line(150, [IN_23])],
    scope: 'line',
    mode: 'half_up',
    expected: [450, 366, 84, 450],
  },
  {
    // by line: 110 × 23 / 123 = 20.5691 → 21, three times = 63; 330 − 63 = 267
    name: 'three at 1.10, rounded by line',
    lines: [line(110, [IN_23]), line(110, [IN_23]), line(110, [IN_23])],
    scope: 'line',
    mode: 'half_up',
    expected: [330, 267, 63, 330],
  },
  {
    // by rate: 330 × 23 / 123 = 61.7073 → 62; 330 − 62 = 268: one cent from the line way
    name: 'three at 1.10, rounded by rate',
    lines: [line(110, [IN_23]), line(110, [IN_23]), line(110, [IN_23])],
    scope: 'rate',
    mode: 'half_up',
    expected: [330, 268, 62, 330],
  },
  {
    // 1000 × 23/123 = 186.99 → 187; 850 × 13/113 = 97.79 → 98; 250 × 6/106 = 14.15 → 14; Σ 299; 2100 − 299 = 1801
    name: 'Portugal: wine 23 %, food 13 %, bread 6 %',
    lines: [line(1_000, [IN_23]), line(850, [IN_13]), line(250, [IN_6])],
    scope: 'rate',
    mode: 'half_up',
    expected: [2_100, 1_801, 299, 2_100],
  },
  {
    // 150 × 23/123 = 28.0488, 110 × 13/113 = 12.6549, 33 × 6/106 = 1.8679; Σ 42.5716 → 43 (by rate 28 + 13 + 2 = 43)
    name: 'rounded once on the document',
    lines: [line(150, [IN_23]), line(110, [IN_13]), line(33, [IN_6])],
    scope: 'document',
    mode: 'half_up',
    expected: [293, 250, 43, 293],
  },
  {
    // 13 × 23/123 = 2.4309, 13 × 13/113 = 1.4956, 25 × 6/106 = 1.4151: Σ 5.3416 → 5 (by rate 2 + 1 + 1 = 4)
    name: 'the document is not the sum of the rates',
    lines: [line(13, [IN_23]), line(13, [IN_13]), line(25, [IN_6])],
    scope: 'document',
    mode: 'half_up',
    expected: [51, 46, 5, 51],
  },
  {
    // 1999 × 8.875 % = 177.41125 → 177; 1999 + 177 = 2176
    name: 'New York: 8.875 % on top',
    lines: [line(1_999, [ON_8875])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_999, 1_999, 177, 2_176],
  },
  {
    // 1999 × 8.875 % = 177.41125 → up 178
    name: 'on top, rounded up',
    lines: [line(1_999, [ON_8875])],
    scope: 'rate',
    mode: 'up',
    expected: [1_999, 1_999, 178, 2_177],
  },
  {
    // 50 × 5 % = 2.5: half up 3
    name: 'a tie, half up',
    lines: [line(50, [ON_5])],
    scope: 'rate',
    mode: 'half_up',
    expected: [50, 50, 3, 53],
  },
  {
    // 50 × 5 % = 2.5: half even 2
    name: 'a tie, half even',
    lines: [line(50, [ON_5])],
    scope: 'line',
    mode: 'half_even',
    expected: [50, 50, 2, 52],
  },
  {
    // 59 × 5 % = 2.95 → down 2
    name: 'rounded down',
    lines: [line(59, [ON_5])],
    scope: 'document',
    mode: 'down',
    expected: [59, 59, 2, 61],
  },
  {
    // state 5 % and city 2 % on 1000: 50 + 20
    name: 'two taxes on top of one line',
    lines: [line(1_000, [ON_5, ON_2])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 1_000, 70, 1_070],
  },
  {
    // inside: 1000 × 23 / (100 + 23 + 6) = 178.29 → 178 and 1000 × 6 / 129 = 46.51 → 47; net 775
    name: 'two taxes inside one price share it',
    lines: [line(1_000, [IN_23, IN_6])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 775, 225, 1_000],
  },
  {
    // inside first: 1230 × 23 / 123 = 230, net 1000; then 5 % on top of the net: 50
    name: 'a tax on top applies to what is left after the one inside',
    lines: [line(1_230, [IN_23, ON_5])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_230, 1_000, 280, 1_280],
  },
  {
    // Inside 100 × 23/123 = 18.699 → 19. The exact net is 81.3008, × 50 % = 40.65 → 41; of a rounded net of 81 it
    // would be 40.5 → 41 half up, but half even 40.
    name: 'on top is of the exact net, not of a rounded one',
    lines: [line(100, [IN_23, onTop(50)])],
    scope: 'line',
    mode: 'half_even',
    expected: [100, 81, 60, 141],
  },
  {
    // yen, exponent 0: food 8 % and drink 10 % inside; 1080 × 8/108 = 80, 550 × 10/110 = 50
    name: 'Japan: whole yen, rounded down once per rate',
    lines: [line(1_080, [inside(8)]), line(550, [inside(10)])],
    scope: 'rate',
    mode: 'down',
    expected: [1_630, 1_500, 130, 1_630],
  },
  {
    // fils, exponent 3: 1.250 KWD × 5 % = 62.5 fils → 63
    name: 'Kuwait: thousandths',
    lines: [line(1_250, [ON_5])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_250, 1_250, 63, 1_313],
  },
  {
    // 3 pieces × 25 = 75 deposit out of 1000; (1000 − 75) × 19 / 119 = 147.69 → 148; net 1000 − 75 − 148 = 777
    name: 'a fixed tax inside comes out first',
    lines: [line(1_000, [inside(19), fixedTax(25, { inclusive: true })], { qty: 3 })],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 777, 223, 1_000],
  },
  {
    // 2 bags × 10 = 20 on top, beside 5 % of 400 = 20
    name: 'a fixed tax on top, so much a piece',
    lines: [line(400, [ON_5, fixedTax(10)], { qty: 2 })],
    scope: 'line',
    mode: 'half_up',
    expected: [400, 400, 40, 440],
  },
  {
    // Quebec before 2013: GST 5 % = 50.00; QST 9.5 % of 1050.00 = 99.75 → 100
    name: 'a compound tax is a percentage of the tax it names too',
    lines: [line(1_000, [ON_5, onTop(9.5, { on: ['x5'] })])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 1_000, 150, 1_150],
  },
  {
    // 10 % of 95 = 9.5 exact → 10; 50 % of (95 + 9.5 exact) = 52.25 → 52, not of 105 = 52.5 → 53
    name: 'a compound tax is of the exact tax, not of a rounded one',
    lines: [line(95, [onTop(10), onTop(50, { on: ['x10'] })])],
    scope: 'line',
    mode: 'half_up',
    expected: [95, 95, 62, 157],
  },
  {
    // 10 % = 100; 10 % of 1100 = 110; 10 % of (1000 + 110) = 111: it names the second alone
    name: 'compound on compound',
    lines: [line(1_000, [onTop(10), onTop(10, { id: 'b', on: ['x10'] }), onTop(10, { id: 'c', on: ['b'] })])],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 1_000, 321, 1_321],
  },
  {
    // 2 × 50 = 100 duty; 20 % of (1000 + 100) = 220
    name: 'compound on a fixed tax: VAT on a duty',
    lines: [line(1_000, [fixedTax(50), onTop(20, { on: ['f50'] })], { qty: 2 })],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 1_000, 320, 1_320],
  },
  { name: 'no tax', lines: [line(700)], scope: 'rate', mode: 'half_up', expected: [700, 700, 0, 700] },
  { name: 'nothing', lines: [], scope: 'line', mode: 'half_up', expected: [0, 0, 0, 0] },
  { name: 'nothing at all', lines: [], scope: 'document', mode: 'up', expected: [0, 0, 0, 0] },
]

describe('the taxes of a bill', () => {
  test.each(EXAMPLES)(
    '[TAX1] [TAX2] [TAX3] [TAX5] [TAX6] [TAX7] $name',
    ({ lines, scope, mode, expected }) => {
      const { subtotal, net, tax, total } = priceBill(inputOf(lines, {}, { scope, mode }))
      expect([subtotal, net, tax, total]).toEqual(expected)
    },
  )

  test('[TAX11] are told by rate, each with the net it was applied to', () => {
    const { taxes } = priceBill(inputOf([line(1_000, [IN_23]), line(850, [IN_13]), line(230, [IN_23])]))
    // 1230 × 23 / 123 = 230; 850 × 13 / 113 = 97.79 → 98
    expect(taxes).toEqual([
      { ...IN_13, net: 752, tax: 98 },
      { ...IN_23, net: 1_000, tax: 230 },
    ])
  })

  test('[TAX11] the net of a tax on top is without the tax inside', () => {
    // Inside 230 of 1230; on top 5 % of 1000 and, on the other line, of 100.
    expect(taxesOf([line(1_230, [IN_23, ON_5]), line(100, [ON_5])])).toEqual([
      ['x5', 1_100, 55],
      ['t23', 1_000, 230],
    ])
  })

  test('[TAX11] a tax of 0 % has its row', () => {
    expect(taxesOf([line(500, [inside(0)])])).toEqual([['t0', 500, 0]])
  })

  test('[TAX2] lines that bear the same taxes in another order are rounded together', () => {
    // 100 × 5 % = 5 and 100 × 2 % = 2; apart, 50 × 5 % = 2.5 → 3, twice, would make 6.
    expect(taxesOf([line(50, [ON_5, ON_2]), line(50, [ON_2, ON_5])])).toEqual([
      ['x2', 100, 2],
      ['x5', 100, 5],
    ])
  })

  test('[TAX2] one tax is rounded once, even where it stands beside others', () => {
    // 5 %: 30 × 5 % = 1.5 beside nothing and 30 × 5 % = 1.5 beside 2 %: 3 together, 2 + 2 apart.
    expect(taxesOf([line(30, [ON_5]), line(30, [ON_5, ON_2])])).toEqual([
      ['x2', 30, 1],
      ['x5', 60, 3],
    ])
    // 23 % alone is 100 × 23/123 = 18.699, beside 6 % it is 100 × 23/129 = 17.829: Σ 36.528 → 37, apart 19 + 18;
    // 6 % is 100 × 6/129 = 4.651 → 5. Of the 37 the first line gets the unit left over (0.941 before 0.059): 19 + 18.
    expect(taxesOf([line(100, [IN_23]), line(100, [IN_23, IN_6])])).toEqual([
      ['t6', 77, 5],
      ['t23', 158, 37],
    ])
  })

  test('[TAX2] two taxes of one rate but different names stay apart', () => {
    const a = onTop(5, { id: 'state' })
    const b = onTop(5, { id: 'city' })
    expect(taxesOf([line(100, [a, b])]).map(([id]) => id)).toEqual(['city', 'state'])
  })

  test('[TAX2] on the document the units go to the taxes with the largest remainders', () => {
    // 2.4309, 1.4956, 1.4151 are 5 together: 2 + 1 + 1, and the unit left over to 13 %.
    const lines = [line(13, [IN_23]), line(13, [IN_13]), line(25, [IN_6])]
    expect(taxesOf(lines, { scope: 'document' })).toEqual([
      ['t6', 24, 1],
      ['t13', 11, 2],
      ['t23', 11, 2],
    ])
  })

  test('[TAX2] on the document taxes inside and on top are two sums', () => {
    // Inside 10 × 23/123 = 1.87 → 2; on top 8.13 × 5 % = 0.41 → 0. As one sum of 2.28 the inside would still be 2,
    // but 5 lines: inside 9.35 → 9, on top 2.03 → 2.
    const lines = Array.from({ length: 5 }, () => line(10, [IN_23, ON_5]))
    expect(taxesOf(lines, { scope: 'document' })).toEqual([
      ['x5', 41, 2],
      ['t23', 41, 9],
    ])
  })

  test('[TAX10] each tax falls on its lines by their exact parts', () => {
    // 3 × 110 × 23/123 = 61.71 → 62: 20.57 each, so 21, 21, 20; and by line 21 each, 63.
    const lines = [line(110, [IN_23]), line(110, [IN_23]), line(110, [IN_23])]
    const taxed = (scope: TaxScope) =>
      priceBill(inputOf(lines, {}, { scope })).lines.map(({ tax, taxes }) => [tax, taxes.length])
    expect(taxed('rate')).toEqual([
      [21, 1],
      [21, 1],
      [20, 1],
    ])
    expect(taxed('line')).toEqual([
      [21, 1],
      [21, 1],
      [21, 1],
    ])
  })

  test('[TAX10] by line nothing is shared out: halves to even stay where they are', () => {
    // 10 × 5 % = 0.5 → 0 and 30 × 5 % = 1.5 → 2: not 1 and 1.
    const { lines } = priceBill(
      inputOf([line(10, [ON_5]), line(30, [ON_5])], {}, { scope: 'line', mode: 'half_even' }),
    )
    expect(lines.map(({ tax, total }) => [tax, total])).toEqual([
      [0, 10],
      [2, 32],
    ])
  })

  test('[TAX10] the line tells its taxes by key, in their order', () => {
    const [first] = priceBill(inputOf([line(1_230, [ON_5, IN_23])])).lines
    expect(first?.taxes).toEqual([
      { key: '000050000 e 5 % x5', tax: 50 },
      { key: '000230000 i 23 % t23', tax: 230 },
    ])
  })
})

describe('two lines whose taxes differ in one thing', () => {
  const VAT = onTop(10, { id: 'vat', name: 'VAT' })
  const CITY = onTop(5, { id: 'city', name: 'City' })

  test.each<[string, readonly LineTax[], number, number]>([
    ['the rate', [{ ...VAT, ratePpm: 200_000 }], 300, 2],
    ['the name', [{ ...VAT, name: 'TVA' }], 200, 2],
    ['the id', [{ ...VAT, id: 'tva' }], 200, 2],
    // 100 on top of the first; 1000 × 10/110 = 90.91 inside the second
    ['where it is', [{ ...VAT, inclusive: true }], 191, 2],
    ['so much a piece', [{ ...VAT, ratePpm: 0, perPiece: minor(7) }], 107, 2],
    ['one tax more', [VAT, CITY], 250, 2],
    ['no tax', [], 100, 1],
    // 10 % of 1000 and of the city’s 50
    ['what it compounds on', [{ ...VAT, on: ['city'] }, CITY], 255, 2],
  ])('[TAX4] [TAX11] each bears its own: %s', (_, other, tax, rows) => {
    for (const lines of [
      [line(1_000, [VAT]), line(1_000, other)],
      [line(1_000, other), line(1_000, [VAT])],
    ]) {
      const bill = priceBill(inputOf(lines))
      expect([bill.tax, bill.taxes.length]).toEqual([tax, rows])
    }
  })

  test('[TAX6] only what one compounds on', () => {
    const compound = { ...VAT, on: ['city'] }
    for (const lines of [
      [line(1_000, [VAT, CITY]), line(1_000, [compound, CITY])],
      [line(1_000, [compound, CITY]), line(1_000, [VAT, CITY])],
    ])
      // 50 and 50 for the city; 100, and 10 % of 1050.
      expect(priceBill(inputOf(lines)).tax).toBe(305)
  })
})

describe('a tax named twice on one line', () => {
  test('[TAX2] is borne once', () => {
    expect(taxesOf([line(1_000, [ON_5, ON_5]), line(1_230, [IN_23, IN_23])])).toEqual([
      ['x5', 1_000, 50],
      ['t23', 1_000, 230],
    ])
  })
})
