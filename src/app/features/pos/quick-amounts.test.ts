import { expect, test } from 'vitest'
import { quickAmounts } from './quick-amounts.ts'

test.each([
  // due, exponent, what a guest may hand over
  [1170, 2, [1500, 2000, 5000, 10000]],
  [320, 2, [500, 1000, 2000, 5000]],
  [500, 2, [1000, 2000, 5000, 10000]],
  [3460, 0, [4000, 5000, 10000, 20000]],
  [12_500, 3, [15_000, 20_000, 50_000, 100_000]],
  [0, 2, []],
  [-100, 2, []],
])('%i with exponent %i suggests %j', (due, exponent, sums) => {
  expect(quickAmounts(due, exponent)).toEqual(sums)
})

test('every suggestion is above what is due, and none twice', () => {
  for (let due = 1; due < 60_000; due += 137) {
    const sums = quickAmounts(due, 2)
    expect(sums.every((sum) => sum > due)).toBe(true)
    expect(new Set(sums).size).toBe(sums.length)
    expect(sums).toHaveLength(4)
  }
})
