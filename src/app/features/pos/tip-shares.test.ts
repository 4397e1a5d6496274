import { expect, test } from 'vitest'
import { tipOf } from './tip-shares.ts'

test('[PAY2] a tip in percent is a whole amount, rounded half up', () => {
  expect([5, 10, 15].map((percent) => tipOf(1_230, percent))).toEqual([62, 123, 185])
  expect([tipOf(0, 10), tipOf(9, 5), tipOf(10, 5), tipOf(29, 5)]).toEqual([0, 0, 1, 1])
})
