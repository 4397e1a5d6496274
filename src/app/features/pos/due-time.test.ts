import { expect, test } from 'vitest'
import { clockOf, dueFrom } from './due-time.ts'

const ZONE = 'Europe/Lisbon'
/** 18:20 on the wall. */
const NOW = Date.UTC(2026, 10, 20, 18, 20)

test('a time is the next time the wall shows it, also past midnight', () => {
  expect(dueFrom('19:05', NOW, ZONE)).toBe(Date.UTC(2026, 10, 20, 19, 5))
  expect(dueFrom('00:10', NOW, ZONE)).toBe(Date.UTC(2026, 10, 21, 0, 10))
  expect(clockOf(dueFrom('18:45', NOW + 40_000, ZONE) ?? 0, ZONE)).toBe('18:45')
})

test('nothing typed, or this very minute, is as soon as it can be: nothing is promised for the past', () => {
  expect(dueFrom('', NOW, ZONE)).toBeNull()
  expect(dueFrom('18:20', NOW + 40_000, ZONE)).toBeNull()
})
