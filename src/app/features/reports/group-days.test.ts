import { expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { groupDays } from './group-days.ts'

const day = (date: string, paid = 100) => ({ date, orders: 1, paid: minor(paid) })

test('a short time has a bar for each day, quiet ones between too; a long one for each month', () => {
  expect(groupDays([])).toEqual([])
  expect(groupDays([day('2026-11-29'), day('2026-12-01')]).map(({ date, orders }) => [date, orders])).toEqual(
    [
      ['2026-11-29', 1],
      ['2026-11-30', 0],
      ['2026-12-01', 1],
    ],
  )
  expect(groupDays([day('2025-12-31'), day('2026-01-01'), day('2026-03-01'), day('2026-03-31', 50)])).toEqual(
    [
      { date: '2025-12', orders: 1, paid: 100 },
      { date: '2026-01', orders: 1, paid: 100 },
      { date: '2026-03', orders: 2, paid: 150 },
    ],
  )
})
