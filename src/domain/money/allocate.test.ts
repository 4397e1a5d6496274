import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { AMOUNT_MAX, minor } from './money.ts'

describe('sharing an amount out', () => {
  test.each([
    // 5 by 3:7 is 1.5 and 3.5: the unit left over goes to the earlier of two equal remainders (Fowler's example).
    [5, [3, 7], [2, 3]],
    [5, [7, 3], [4, 1]],
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    // 10 by 1:2:4 is 1.43, 2.86, 5.71: the largest remainders are the second and the third.
    [10, [1, 2, 4], [1, 3, 6]],
    // 2 by 1:2:3 is 0.33, 0.67, 1: one unit left, to the second.
    [2, [1, 2, 3], [0, 1, 1]],
    [7, [5], [7]],
    [7, [0, 5, 0], [0, 7, 0]],
    [1, [0, 1, 1], [0, 1, 0]],
    [0, [1, 2], [0, 0]],
    [0, [], []],
    // No weights at all: equal parts.
    [5, [0, 0], [3, 2]],
    [-5, [3, 7], [-2, -3]],
    [-5, [0, 0], [-3, -2]],
    [3, [1n, 1n], [2, 1]],
    [3, [1n, 2], [1, 2]],
    // 10^11 × 3·10^8 is far beyond exact floats.
    [AMOUNT_MAX, [300_000_000, 700_000_001], [29_999_999_970, 70_000_000_030]],
    [AMOUNT_MAX, [10n ** 30n, 10n ** 30n + 1n], [50_000_000_000, 50_000_000_000]],
    [3, [10n ** 30n, 10n ** 30n + 1n], [1, 2]],
  ] as const)('[TAX10] %d by %s is %s', (total, weights, parts) => {
    expect(allocate(minor(total), weights)).toEqual(parts)
  })

  test('[TAX10] over nothing is a bug, unless nothing is shared out', () => {
    expect(() => allocate(minor(1), [])).toThrow('an amount is shared out over something')
  })

  const totals = fc.integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX })
  const weights = fc.array(
    fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: AMOUNT_MAX })),
    {
      minLength: 1,
      maxLength: 9,
    },
  )

  test('[TAX10] loses nothing, and gives each less than a unit beside its exact share', () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const parts = allocate(minor(total), by)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
        const all = BigInt(by.reduce((sum, weight) => sum + weight, 0))
        if (all === 0n) return
        for (const [i, part] of parts.entries()) {
          const off = BigInt(part) * all - BigInt(total) * BigInt(by[i] ?? 0)
          expect(off < all && off > -all).toBe(true)
        }
      }),
    )
  })

  test('[TAX10] mirrors for a negative amount, and knows numbers and BigInts alike', () => {
    fc.assert(
      fc.property(totals, weights, (total, by) => {
        const parts = allocate(minor(total), by)
        expect(allocate(minor(0 - total), by)).toEqual(parts.map((part) => 0 - part))
        expect(allocate(minor(total), by.map(BigInt))).toEqual(parts)
      }),
    )
  })
})
