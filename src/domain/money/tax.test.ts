import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minor, type RoundingMode } from './money.ts'
import { taxTotals, type LineTax, type TaxableLine, type TaxRounding } from './tax.ts'

function tax(percent: number, inclusive: boolean, id = `t${percent}`): LineTax {
  return { id, name: `${percent} %`, ratePpm: Math.round(percent * 10_000), inclusive }
}

function line(amount: number, ...taxes: readonly LineTax[]): TaxableLine {
  return { amount: minor(amount), taxes }
}

const IN_23 = tax(23, true)
const IN_13 = tax(13, true)
const IN_6 = tax(6, true)
const ON_8875 = tax(8.875, false)
const ON_5 = tax(5, false)
const ON_2 = tax(2, false)

interface Example {
  readonly name: string
  readonly lines: readonly TaxableLine[]
  readonly scope: TaxRounding
  readonly mode: RoundingMode
  /** [subtotal, net, tax, total] */
  readonly expected: readonly [number, number, number, number]
}

// The arithmetic stands beside each: amounts in minor units.
const EXAMPLES: readonly Example[] = [
  {
    // 500 × 23 / 123 = 93.4959 → 93; 500 − 93 = 407
    name: 'Portugal: two teas, 23 % inside',
    lines: [line(500, IN_23)],
    scope: 'rate',
    mode: 'half_up',
    expected: [500, 407, 93, 500],
  },
  {
    // by line: 150 × 23 / 123 = 28.0488 → 28, three times = 84; 450 − 84 = 366
    name: 'three coffees at 1.50, rounded by line',
    lines: [line(150, IN_23), line(150, IN_23), line(150, IN_23)],
    scope: 'line',
    mode: 'half_up',
    expected: [450, 366, 84, 450],
  },
  {
    // by line: 110 × 23 / 123 = 20.5691 → 21, three times = 63; 330 − 63 = 267
    name: 'three at 1.10, rounded by line',
    lines: [line(110, IN_23), line(110, IN_23), line(110, IN_23)],
    scope: 'line',
    mode: 'half_up',
    expected: [330, 267, 63, 330],
  },
  {
    // by rate: 330 × 23 / 123 = 61.7073 → 62; 330 − 62 = 268: one cent from the line way
    name: 'three at 1.10, rounded by rate',
    lines: [line(110, IN_23), line(110, IN_23), line(110, IN_23)],
    scope: 'rate',
    mode: 'half_up',
    expected: [330, 268, 62, 330],
  },
  {
    // 1000 × 23/123 = 186.99 → 187; 850 × 13/113 = 97.79 → 98; 250 × 6/106 = 14.15 → 14; Σ 299; 2100 − 299 = 1801
    name: 'Portugal: wine 23 %, food 13 %, bread 6 %',
    lines: [line(1_000, IN_23), line(850, IN_13), line(250, IN_6)],
    scope: 'rate',
    mode: 'half_up',
    expected: [2_100, 1_801, 299, 2_100],
  },
  {
    // 1999 × 8.875 % = 177.41125 → 177; 1999 + 177 = 2176
    name: 'New York: 8.875 % on top',
    lines: [line(1_999, ON_8875)],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_999, 1_999, 177, 2_176],
  },
  {
    // 1999 × 8.875 % = 177.41125 → up 178
    name: 'on top, rounded up',
    lines: [line(1_999, ON_8875)],
    scope: 'rate',
    mode: 'up',
    expected: [1_999, 1_999, 178, 2_177],
  },
  {
    // 50 × 5 % = 2.5: half up 3
    name: 'a tie, half up',
    lines: [line(50, ON_5)],
    scope: 'rate',
    mode: 'half_up',
    expected: [50, 50, 3, 53],
  },
  {
    // 50 × 5 % = 2.5: half even 2
    name: 'a tie, half even',
    lines: [line(50, ON_5)],
    scope: 'rate',
    mode: 'half_even',
    expected: [50, 50, 2, 52],
  },
  {
    // −50 × 5 % = −2.5: half up, away from zero, −3
    name: 'a tie given back mirrors the sale',
    lines: [line(-50, ON_5)],
    scope: 'rate',
    mode: 'half_up',
    expected: [-50, -50, -3, -53],
  },
  {
    // 59 × 5 % = 2.95 → down 2
    name: 'rounded down',
    lines: [line(59, ON_5)],
    scope: 'rate',
    mode: 'down',
    expected: [59, 59, 2, 61],
  },
  {
    // state 5 % and city 2 % on 1000: 50 + 20
    name: 'two taxes on top of one line',
    lines: [line(1_000, ON_5, ON_2)],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 1_000, 70, 1_070],
  },
  {
    // inside: 1000 × 23 / (100 + 23 + 6) = 178.29 → 178 and 1000 × 6 / 129 = 46.51 → 47; net 775
    name: 'two taxes inside one price share it',
    lines: [line(1_000, IN_23, IN_6)],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_000, 775, 225, 1_000],
  },
  {
    // inside first: 1230 × 23 / 123 = 230, net 1000; then 5 % on top of the net: 50
    name: 'a tax on top applies to what is left after the one inside',
    lines: [line(1_230, IN_23, ON_5)],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_230, 1_000, 280, 1_280],
  },
  {
    // yen, exponent 0: food 8 % and drink 10 % inside; 1080 × 8/108 = 80, 550 × 10/110 = 50
    name: 'Japan: whole yen, rounded down once per rate',
    lines: [line(1_080, tax(8, true)), line(550, tax(10, true))],
    scope: 'rate',
    mode: 'down',
    expected: [1_630, 1_500, 130, 1_630],
  },
  {
    // fils, exponent 3: 1.250 KWD × 5 % = 62.5 fils → 63
    name: 'Kuwait: thousandths',
    lines: [line(1_250, ON_5)],
    scope: 'rate',
    mode: 'half_up',
    expected: [1_250, 1_250, 63, 1_313],
  },
  { name: 'no tax', lines: [line(700)], scope: 'rate', mode: 'half_up', expected: [700, 700, 0, 700] },
  { name: 'nothing', lines: [], scope: 'line', mode: 'half_up', expected: [0, 0, 0, 0] },
]

describe('the taxes of a bill', () => {
  test.each(EXAMPLES)('[TAX1] [TAX2] [TAX3] $name', ({ lines, scope, mode, expected }) => {
    const { subtotal, net, tax: taxed, total } = taxTotals(lines, { scope, mode })
    expect([subtotal, net, taxed, total]).toEqual(expected)
  })

  test('[TAX2] are listed by rate, each with the net it was applied to', () => {
    const { taxes } = taxTotals([line(1_000, IN_23), line(850, IN_13), line(230, IN_23)], {
      scope: 'rate',
      mode: 'half_up',
    })
    // 1230 × 23 / 123 = 230; 850 × 13 / 113 = 97.79 → 98
    expect(taxes).toEqual([
      { ...IN_13, net: 752, tax: 98 },
      { ...IN_23, net: 1_000, tax: 230 },
    ])
  })

  test('[TAX2] lines that bear the same taxes in another order are rounded together', () => {
    // 100 × 5 % = 5 and 100 × 2 % = 2; apart, 50 × 5 % = 2.5 → 3, twice, would make 6.
    const lines = [line(50, ON_5, ON_2), line(50, ON_2, ON_5)]
    expect(taxTotals(lines, { scope: 'rate', mode: 'half_up' }).taxes.map((one) => one.tax)).toEqual([2, 5])
  })

  test('[TAX2] two taxes of one rate but different names stay apart', () => {
    const a = tax(5, false, 'state')
    const b = tax(5, false, 'city')
    const { taxes } = taxTotals([line(100, a, b)], { scope: 'rate', mode: 'half_up' })
    expect(taxes.map((one) => one.id)).toEqual(['city', 'state'])
  })
})

const TAXES = [IN_23, IN_13, IN_6, ON_8875, ON_5, ON_2, tax(0, true), tax(0, false, 'z')]
const lines = fc.array(
  fc
    .tuple(fc.integer({ min: -1_000_000, max: 10_000_000 }), fc.subarray(TAXES))
    .map(([amount, taxes]) => line(amount, ...taxes)),
  { maxLength: 12 },
)
const policies = fc.record({
  scope: fc.constantFrom<TaxRounding>('line', 'rate'),
  mode: fc.constantFrom<RoundingMode>('half_up', 'half_even', 'up', 'down'),
})

describe('whatever stands on a bill', () => {
  test('[TAX1] net and tax are the total, and the parts are the tax', () => {
    fc.assert(
      fc.property(lines, policies, (all, policy) => {
        const totals = taxTotals(all, policy)
        expect(totals.net + totals.tax).toBe(totals.total)
        expect(totals.taxes.reduce((total, part) => total + part.tax, 0)).toBe(totals.tax)
        const onTop = totals.taxes.reduce((total, part) => total + (part.inclusive ? 0 : part.tax), 0)
        expect(totals.subtotal + onTop).toBe(totals.total)
      }),
    )
  })

  test('[TAX1] where every line bears one tax, the nets and taxes of all rates are the total', () => {
    const single = lines.map((all) => all.map(({ amount, taxes }) => line(amount, taxes[0] ?? IN_23)))
    fc.assert(
      fc.property(single, policies, (all, policy) => {
        const { taxes, total } = taxTotals(all, policy)
        expect(taxes.reduce((together, part) => together + part.net + part.tax, 0)).toBe(total)
      }),
    )
  })

  test('[TAX2] the order of lines, and of taxes on a line, changes nothing', () => {
    const shuffled = lines.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, policies, ([all, other], policy) => {
        const turned = other.map((one, index) =>
          index % 2 ? { ...one, taxes: one.taxes.toReversed() } : one,
        )
        expect(taxTotals(turned, policy)).toEqual(taxTotals(all, policy))
      }),
    )
  })
})
