import { expect, test } from 'vitest'
import { addressFor, addressOf, periodIn } from './period-address.ts'

test('an address names a period, or today where it makes no sense', () => {
  const range = { kind: 'range', from: '2026-11-01', to: '2026-11-20' }
  expect(periodIn(range)).toEqual(range)
  expect(periodIn({ kind: 'month', from: '2026-11-20' })).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-30',
  })
  for (const address of [
    {},
    { kind: 'year', from: '2026-11-01' },
    { kind: 'day', from: 'today' },
    { kind: 'day', from: '2026-02-31' },
    { ...range, to: '2026-10-01' },
    { ...range, to: '2030-01-01' },
    { ...range, to: '' },
  ])
    expect(periodIn(address)).toBeNull()
  expect(addressOf({ kind: 'day', from: 20_261_120, to: null, other: 'x' })).toEqual({ kind: 'day' })
})

test('[REPORT13] an address names the shift of a day, and only of a day', () => {
  const day = { kind: 'day', from: '2026-11-20', to: '2026-11-20', shiftId: 's1' } as const
  expect(periodIn(addressFor(day))).toEqual(day)
  expect(periodIn({ kind: 'month', from: '2026-11-20', shift: 's1' })).not.toHaveProperty('shiftId')
})
