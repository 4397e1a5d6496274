import { describe, expect, test } from 'vitest'
import { isNearlyFull } from './room.ts'

describe('[DISK4] a device is nearly full', () => {
  test.each([
    ['a usual tablet', 100_000_000, 60_000_000_000, false],
    ['one with 50 MB left', 1_950_000_000, 2_000_000_000, false],
    ['one with less', 1_950_000_001, 2_000_000_000, true],
    ['a private window with most of its room left', 20_000_000, 100_000_000, false],
    ['a private window with a fifth left', 80_000_001, 100_000_000, true],
    ['one that has used more than it may', 110_000_000, 100_000_000, true],
    ['a browser that does not say', null, null, false],
  ])('%s', (_, usedBytes, quotaBytes, nearlyFull) => {
    expect(isNearlyFull({ usedBytes, quotaBytes })).toBe(nearlyFull)
  })
})
