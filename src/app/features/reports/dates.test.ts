import { expect, test } from 'vitest'
import { longDate, shiftDate } from './dates.ts'

test.each([
  ['2026-11-23', 1, '2026-11-24'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-03-29', 1, '2026-03-30'], // clocks change that night
  ['2026-10-25', -1, '2026-10-24'],
])('%s moved by %i is %s', (date, days, expected) => {
  expect(shiftDate(date, days)).toBe(expected)
})

test('a date is the same day wherever the reader is', () => {
  expect(longDate('2026-11-23', 'en-US')).toBe('Monday, November 23, 2026')
})
