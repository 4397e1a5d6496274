import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AMOUNT_MAX, isMinor, minor, sum, type RoundingMode } from './money.ts'
import { addRatios, leastMultiple, ratio, roundRatio, scale, timesRatio, ZERO } from './ratio.ts'

const MODES = ['half_up', 'half_even', 'up', 'down'] as const

describe('rounding a share of an amount', () => {
  // amount × 1/2 : 5 → 2.5, 7 → 3.5, 4 → 2 exactly; amount × 1/3 : 5 → 1.667, 4 → 1.333.
  test.each([
    // [amount, numerator, denominator, half_up, half_even, up, down]
    [5, 1, 2, 3, 2, 3, 2],
    [7, 1, 2, 4, 4, 4, 3],
    [4, 1, 2, 2, 2, 2, 2],
    [5, 1, 3, 2, 2, 2, 1],
    [4, 1, 3, 1, 1, 2, 1],
    [1, 1, 2, 1, 0, 1, 0],
    [0, 1, 3, 0, 0, 0, 0],
    [-5, 1, 2, -3, -2, -3, -2],
    [-7, 1, 2, -4, -4, -4, -3],
    [-4, 1, 3, -1, -1, -2, -1],
    [5, -1, 2, -3, -2, -3, -2],
    [5, 1, -2, -3, -2, -3, -2],
    [-5, -1, 2, 3, 2, 3, 2],
  ])('[TAX3] %i × %i/%i', (amount, numerator, denominator, ...expected) => {
    const rounded = MODES.map((mode) => scale(minor(amount), numerator, denominator, mode) + 0)
    expect(rounded).toEqual(expected)
  })

  test('[TAX3] is exact where a float is not: 0.29 × 100 is 28.999… in floats', () => {
    expect(scale(minor(100), 290_000, 1_000_000, 'down')).toBe(29)
    expect(scale(minor(AMOUNT_MAX), 999_999, 1_000_000, 'half_up')).toBe(99_999_900_000)
  })

  // Any amount by any rate, and small numbers, where ties are common.
  const cases = fc.oneof(
    fc.tuple(
      fc.integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX }),
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.integer({ min: 1_000, max: 20_000_000 }),
    ),
    fc.tuple(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: 1, max: 8 }),
    ),
  )
  const modes = fc.constantFrom<RoundingMode>(...MODES)

  test('[TAX3] is the exact fraction, rounded once: never a whole unit away, and never on the wrong side', () => {
    fc.assert(
      fc.property(cases, modes, ([amount, numerator, denominator], mode) => {
        const product = BigInt(amount) * BigInt(numerator)
        const d = BigInt(denominator)
        const twiceError = 2n * (BigInt(scale(minor(amount), numerator, denominator, mode)) * d - product)
        const away = product < 0n ? -twiceError : twiceError
        if (mode === 'up') expect(away >= 0n && away < 2n * d).toBe(true)
        if (mode === 'down') expect(away <= 0n && away > -2n * d).toBe(true)
        if (mode === 'half_up') expect(away > -d && away <= d).toBe(true)
        if (mode === 'half_even') {
          expect(away >= -d && away <= d).toBe(true)
          const tie = away === d || away === -d
          if (tie) expect(scale(minor(amount), numerator, denominator, mode) % 2 === 0).toBe(true)
        }
      }),
    )
  })

  test('[TAX3] is symmetric: a refund mirrors its sale', () => {
    fc.assert(
      fc.property(cases, modes, ([amount, numerator, denominator], mode) => {
        const sold = scale(minor(amount), numerator, denominator, mode)
        expect(scale(minor(-amount), numerator, denominator, mode) + sold).toBe(0)
      }),
    )
  })
})

describe('an exact fraction', () => {
  test('[TAX3] is kept in lowest terms', () => {
    expect(ratio(230_000, 1_230_000)).toEqual({ n: 23n, d: 123n })
    expect(ratio(0, 7)).toEqual(ZERO)
    expect(ratio(-4, 6)).toEqual({ n: -2n, d: 3n })
    expect(ratio(-6, 4)).toEqual({ n: -3n, d: 2n })
    expect(addRatios(ratio(1, 6), ratio(1, 3))).toEqual({ n: 1n, d: 2n })
    expect(addRatios(ratio(1, 6), ZERO)).toEqual({ n: 1n, d: 6n })
    expect(timesRatio(ratio(2, 3), ratio(3, 4))).toEqual({ n: 1n, d: 2n })
    expect(leastMultiple([])).toBe(1n)
    expect(leastMultiple([4n, 6n, 10n])).toBe(60n)
  })

  test.each([
    // 10^20 / 3 and its neighbours, far beyond floats, then scaled down to a unit: 33.33…
    [10n ** 20n, 3n * 10n ** 18n, 33, 33, 34, 33],
    [5n * 10n ** 20n, 2n * 10n ** 20n, 3, 2, 3, 2],
    [5n * 10n ** 20n + 1n, 2n * 10n ** 20n, 3, 3, 3, 2],
    [7n * 10n ** 20n, 2n * 10n ** 20n, 4, 4, 4, 3],
    [-5n * 10n ** 20n, 2n * 10n ** 20n, -3, -2, -3, -2],
    [0n, 7, 0, 0, 0, 0],
    [7, 10n, 1, 1, 1, 0],
  ])('[TAX3] %s / %s is rounded as a small one is', (value, divisor, ...expected) => {
    expect(MODES.map((mode) => roundRatio(value, divisor, mode))).toEqual(expected)
  })

  test('[TAX3] nothing is plain 0, never −0', () => {
    expect(Object.is(scale(minor(-1), 1, 3, 'down'), 0)).toBe(true)
    expect(Object.is(scale(minor(0), -1, 3, 'up'), 0)).toBe(true)
  })
})

describe('an amount', () => {
  test.each([0, -0, 1, -1, AMOUNT_MAX, -AMOUNT_MAX])('[MONEY1] %s is one', (value) => {
    expect(isMinor(value)).toBe(true)
  })

  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, AMOUNT_MAX + 1, '1', null, undefined, 1n])(
    '[MONEY1] %s is none',
    (value) => expect(isMinor(value)).toBe(false),
  )

  test('[MONEY1] a fraction in the program itself is a bug, and says so', () => {
    expect(() => minor(0.1 + 0.2)).toThrow('is not a whole amount')
    expect(() => minor(2 ** 53)).toThrow('is not a whole amount')
    expect(() => sum([minor(Number.MAX_SAFE_INTEGER), minor(1)])).toThrow('is not a whole amount')
  })

  test('[MONEY1] sums are exact: ten times 0.10 is 1.00', () => {
    expect(sum(Array.from({ length: 10 }, () => minor(10)))).toBe(100)
    expect(sum([])).toBe(0)
  })
})
