import type { HourTotal } from '#domain/day/day-report.ts'
import { minor } from '#domain/money/money.ts'
import { describe, expect, test } from 'vitest'
import { barPercent, hoursInOrder } from './hours.ts'

function sold(...hours: readonly number[]): readonly HourTotal[] {
  return hours.map((hour) => ({ hour, orders: 1, gross: minor(100) }))
}

function order(hours: readonly HourTotal[]): readonly number[] {
  return hoursInOrder(hours).map((hour) => hour.hour)
}

describe('the hours of a day', () => {
  test('nothing sold has no hours', () => {
    expect(order([])).toEqual([])
  })

  test('one hour stands alone', () => {
    expect(order(sold(0))).toEqual([0])
    expect(order(sold(12))).toEqual([12])
  })

  test('quiet hours between are filled with zero', () => {
    expect(order(sold(8, 11))).toEqual([8, 9, 10, 11])
    expect(hoursInOrder(sold(8, 10))[1]).toEqual({ hour: 9, orders: 0, gross: 0 })
  })

  test('a night runs on past midnight', () => {
    expect(order(sold(0, 1, 18, 20, 22))).toEqual([18, 19, 20, 21, 22, 23, 0, 1])
  })

  test('a day without a quiet hour begins at midnight', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour)
    expect(order(sold(...all))).toEqual(all)
  })
})

test.each([
  [50, 100, 50],
  [100, 100, 100],
  [1, 1000, 1],
  [0, 100, 0],
  [-5, 100, 0],
  [0, 0, 0],
])('a bar of %i beside %i is %i percent', (amount, longest, percent) => {
  expect(barPercent(amount, longest)).toBe(percent)
})
