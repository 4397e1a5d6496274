import { expect, test } from 'vitest'
import { isRange } from './ranges.ts'

test.each([
  ['2026-11-20', '2026-11-20', true],
  ['2026-01-01', '2026-12-31', true],
  // Clocks change in between.
  ['2026-03-28', '2026-03-30', true],
  ['2026-11-21', '2026-11-20', false],
  ['2026-02-31', '2026-03-01', false],
  ['2026-02-01', '2026-02-30', false],
  ['2020-01-01', '2026-01-01', false],
  ['yesterday', '2026-01-01', false],
  ['', '', false],
])('[REPORT7] %s to %s is a range somebody may ask for: %s', (from, to, may) => {
  expect(isRange({ from, to })).toBe(may)
})
