import { describe, expect, test } from 'vitest'
import { DISCOUNT_FIELDS } from './discount-checks.ts'

describe('the fields of a discount', () => {
  test.each<[keyof typeof DISCOUNT_FIELDS, readonly unknown[], readonly unknown[]]>([
    [
      'how',
      [
        { kind: 'percent', ratePpm: 1, cap: null },
        { kind: 'percent', ratePpm: 1_000_000, cap: 1 },
        { kind: 'amount', amount: 1 },
        { kind: 'amount', amount: 100_000_000_000 },
        { kind: 'open_percent' },
        { kind: 'open_amount' },
      ],
      [
        null,
        {},
        { kind: 'percent', ratePpm: 1 },
        { kind: 'percent', ratePpm: 0, cap: null },
        { kind: 'percent', ratePpm: 1_000_001, cap: null },
        { kind: 'percent', ratePpm: 1, cap: 0 },
        { kind: 'percent', ratePpm: 0.5, cap: null },
        { kind: 'amount', amount: 0 },
        { kind: 'amount', amount: -1 },
        { kind: 'amount', amount: 100_000_000_001 },
        { kind: 'open' },
        'open_amount',
      ],
    ],
    ['on', ['line', 'order', 'both'], ['bill', null]],
    ['reasonNeeded', [true, false], [0]],
    ['active', [true], ['yes']],
  ])('[RECORD2] %s is checked', (field, good, bad) => {
    for (const value of good) expect(DISCOUNT_FIELDS[field](value), JSON.stringify(value)).toBe(true)
    for (const value of bad) expect(DISCOUNT_FIELDS[field](value), JSON.stringify(value)).toBe(false)
  })
})
