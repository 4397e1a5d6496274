import { describe, expect, test } from 'vitest'
import { amountOff, comp, MODES, percentOff } from '../../../tests/support/pricing.ts'
import { minor, type RoundingMode } from '#domain/money/money.ts'
import type { Discount } from './discount.ts'
import { takeDiscounts } from './take.ts'

function taken(amount: number, discounts: readonly Discount[], mode: RoundingMode = 'half_up') {
  return takeDiscounts(minor(amount), discounts, mode).map((one) => [one.discount.id, one.amount])
}

describe('what discounts take', () => {
  test('[PRICE3] a percentage is of the full amount, rounded by the mode', () => {
    // 25 × 10 % = 2.5
    expect(MODES.map((mode) => taken(25, [percentOff(10)], mode)[0]?.[1])).toEqual([3, 2, 3, 2])
    // 33.333 % of 10 000 = 3333.3, and again: not of what the first left.
    expect(taken(10_000, [percentOff(33.333), percentOff(10)])).toEqual([
      ['off10%', 1_000],
      ['off33.333%', 3_333],
    ])
  })

  test('[PRICE3] a percentage is rounded, then capped', () => {
    expect(taken(1_000, [percentOff(50, {}, 300)])).toEqual([['off50%', 300]])
    expect(taken(1_000, [percentOff(50, {}, 500)])).toEqual([['off50%', 500]])
    expect(taken(1_000, [percentOff(50, {}, 501)])).toEqual([['off50%', 500]])
    expect(taken(1_000, [percentOff(50, {}, 0)])).toEqual([['off50%', 0]])
  })

  test('[PRICE3] percentages first, then amounts, whenever they were given', () => {
    expect(taken(1_000, [amountOff(100, { at: 1 }), percentOff(10, { at: 2 })])).toEqual([
      ['off10%', 100],
      ['off100', 100],
    ])
    // 60 % and 60 %: the second gets what is left; the amount nothing.
    expect(
      taken(1_000, [
        amountOff(50, { at: 1 }),
        percentOff(60, { id: 'b', at: 3 }),
        percentOff(60, { id: 'a', at: 2 }),
      ]),
    ).toEqual([
      ['a', 600],
      ['b', 400],
      ['off50', 0],
    ])
  })

  test('[PRICE3] in the order they were given, each at most what is left', () => {
    const early = amountOff(700, { at: 1 })
    const late = amountOff(600, { at: 2 })
    expect(taken(1_000, [early, late])).toEqual([
      ['off700', 700],
      ['off600', 300],
    ])
    expect(taken(1_000, [late, early])).toEqual(taken(1_000, [early, late]))
    // Given in the same moment: by their ids.
    expect(taken(1_000, [amountOff(700), amountOff(600)])).toEqual([
      ['off600', 600],
      ['off700', 400],
    ])
  })

  test('[PRICE2] never takes more than there is', () => {
    expect(taken(1_000, [percentOff(250)])).toEqual([['off250%', 1_000]])
    expect(taken(1_000, [amountOff(1_001)])).toEqual([['off1001', 1_000]])
    expect(taken(0, [percentOff(10), amountOff(5), comp()])).toEqual([
      ['off10%', 0],
      ['off5', 0],
      ['comp', 0],
    ])
  })

  test('[PRICE4] a comp takes what the others left, whatever its own figures say', () => {
    const figures = percentOff(10, { id: 'comp', kind: 'comp', at: 0 })
    expect(taken(1_000, [figures, amountOff(300, { at: 5 }), percentOff(20, { at: 6 })])).toEqual([
      ['off20%', 200],
      ['off300', 300],
      ['comp', 500],
    ])
    expect(taken(1_000, [comp({ id: 'b' }), comp({ id: 'a' })])).toEqual([
      ['a', 1_000],
      ['b', 0],
    ])
  })

  test('[PRICE5] the same rule given again counts once, as it was given last', () => {
    const first = percentOff(10, { id: 'happy', at: 1 })
    const again = percentOff(20, { id: 'happy', at: 3 })
    const other = percentOff(5, { id: 'other', at: 2 })
    expect(taken(1_000, [first, again])).toEqual([['happy', 200]])
    expect(taken(1_000, [again, first])).toEqual([['happy', 200]])
    expect(taken(1_000, [again, other, first])).toEqual([
      ['other', 50],
      ['happy', 200],
    ])
  })

  test('[PRICE1] none takes nothing', () => expect(taken(1_000, [])).toEqual([]))
})
