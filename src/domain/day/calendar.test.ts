import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber } from './calendar.ts'

const DAY_MS = 86_400_000
/** 1 January 1970. */
const EPOCH = 719_163

test('[REPORT7] days are numbered as the calendar counts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (days) => {
      const date = new Date(days * DAY_MS).toISOString().slice(0, 10)
      expect(dayNumber(date)).toBe(days + EPOCH)
    }),
  )
})

test.each(['2026-02-29', '2100-02-29', '2026-04-31', '2026-13-01', 'today', ''])('%j is no date', (text) => {
  expect(dayNumber(text)).toBeNull()
})
