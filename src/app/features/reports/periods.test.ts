import { describe, expect, test } from 'vitest'
import { daysOf, likeBefore, periodAround, stepped } from './periods.ts'

// A Friday.
const FRIDAY = '2026-11-20'

describe('a period', () => {
  test.each([
    ['day', FRIDAY, '2026-11-20', '2026-11-20'],
    ['week', FRIDAY, '2026-11-16', '2026-11-22'],
    ['week', '2026-11-22', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['month', FRIDAY, '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['range', FRIDAY, '2026-11-14', '2026-11-20'],
  ] as const)('of a %s around %s is %s to %s', (kind, date, from, to) => {
    expect(periodAround(kind, date)).toEqual({ kind, from, to })
  })

  test('steps to the one before and after it, across months and years', () => {
    expect(stepped(periodAround('month', '2026-01-31'), -1)).toMatchObject({ from: '2025-12-01' })
    expect(stepped(periodAround('month', '2026-01-31'), 1)).toMatchObject({ to: '2026-02-28' })
    expect(stepped(periodAround('week', '2026-01-01'), -1)).toMatchObject({ from: '2025-12-22' })
    expect(stepped(periodAround('day', FRIDAY), 1)).toMatchObject({ from: '2026-11-21' })
    expect(stepped({ kind: 'range', from: '2026-11-01', to: '2026-11-10' }, -1)).toEqual({
      kind: 'range',
      from: '2026-10-22',
      to: '2026-10-31',
    })
  })
})

describe('[REPORT8] what it is compared with', () => {
  test('a day: the same weekday a week before', () => {
    expect(likeBefore(periodAround('day', FRIDAY), FRIDAY)).toEqual({ from: '2026-11-13', to: '2026-11-13' })
  })

  test('a week or month that is over: the one before', () => {
    expect(likeBefore(periodAround('week', FRIDAY), '2026-12-24')).toEqual({
      from: '2026-11-09',
      to: '2026-11-15',
    })
    expect(likeBefore(periodAround('month', '2026-03-05'), '2026-12-24')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
  })

  test('one that is not over: as many days of the one before, and never beyond it', () => {
    expect(likeBefore(periodAround('week', FRIDAY), FRIDAY)).toEqual({ from: '2026-11-09', to: '2026-11-13' })
    expect(likeBefore(periodAround('month', FRIDAY), FRIDAY)).toEqual({
      from: '2026-10-01',
      to: '2026-10-20',
    })
    expect(likeBefore(periodAround('month', '2026-03-30'), '2026-03-30')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
  })

  test('a range: as many days before it', () => {
    const range = { kind: 'range', from: '2026-11-11', to: '2026-11-20' } as const
    expect(likeBefore(range, '2026-12-24')).toEqual({ from: '2026-11-01', to: '2026-11-10' })
    expect(daysOf(range)).toBe(10)
  })
})
