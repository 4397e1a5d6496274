import { expect, test } from 'vitest'
import { changePercent } from './change.ts'

test.each([
  [110, 100, 10],
  [90, 100, -10],
  [100, 100, 0],
  [999, 1000, 0],
  [1000, 999, 0],
  [5, 0, null],
  [0, 0, null],
  [0, 200, -100],
  [-50, -100, 50],
])('[REPORT8] %d after %d is %d per cent', (now, before, percent) => {
  expect(changePercent(now, before)).toBe(percent)
})
