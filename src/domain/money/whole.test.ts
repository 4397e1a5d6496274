import { describe, expect, test } from 'vitest'
import { divide, plus, times } from './whole.ts'

const SAFE = Number.MAX_SAFE_INTEGER

describe('whole numbers of any size', () => {
  test('[MONEY1] are plain numbers while those are exact, and BigInts beyond', () => {
    expect(plus(SAFE - 1, 1)).toBe(SAFE)
    expect(plus(SAFE, 1)).toBe(9_007_199_254_740_992n)
    expect(plus(-SAFE, -2)).toBe(-9_007_199_254_740_993n)
    expect(plus(1n, 2)).toBe(3n)
    expect(plus(1, 2n)).toBe(3n)
    expect(times(94_906_265, 94_906_265)).toBe(9_007_199_136_250_225)
    expect(times(94_906_267, 94_906_267)).toBe(9_007_199_515_875_289n)
    expect(times(3n, -2)).toBe(-6n)
    expect(times(3, -2n)).toBe(-6n)
  })

  test('[MONEY1] are divided with what is left', () => {
    expect(divide(17, 5)).toEqual({ quotient: 3, rest: 2 })
    expect(divide(SAFE, 2)).toEqual({ quotient: 4_503_599_627_370_495, rest: 1 })
    expect(divide(17n, 5)).toEqual({ quotient: 3n, rest: 2n })
    expect(divide(17, 5n)).toEqual({ quotient: 3n, rest: 2n })
    expect(divide(10n ** 20n + 7n, 10n)).toEqual({ quotient: 10n ** 19n, rest: 7n })
  })
})
