import { describe, expect, test } from 'vitest'
import { cashDue } from './cash-due.ts'
import { minor } from './money.ts'

function due(amounts: readonly number[], increment: number, mode: 'half_up' | 'half_even' | 'up' | 'down') {
  return amounts.map((amount) => cashDue(minor(amount), { increment: minor(increment), mode }))
}

describe('what is due in cash', () => {
  const CENTS = [1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009]

  test('[ROUND1] in steps of 0.05: 1 and 2 down, 3 and 4 up, 6 and 7 down, 8 and 9 up', () => {
    // As Canada, Australia, Belgium and Switzerland round.
    expect(due(CENTS, 5, 'half_up')).toEqual([1000, 1000, 1000, 1005, 1005, 1005, 1005, 1005, 1010, 1010])
    expect(due(CENTS, 5, 'down')).toEqual([1000, 1000, 1000, 1000, 1000, 1005, 1005, 1005, 1005, 1005])
    expect(due(CENTS, 5, 'up')).toEqual([1000, 1005, 1005, 1005, 1005, 1005, 1010, 1010, 1010, 1010])
  })

  test('[ROUND1] in steps of 0.10 the halfway 5 follows the mode', () => {
    // New Zealand lets the shop choose; Hong Kong rounds the half up.
    expect(due([1004, 1005, 1006, 1015], 10, 'half_up')).toEqual([1000, 1010, 1010, 1020])
    expect(due([1004, 1005, 1006, 1015], 10, 'half_even')).toEqual([1000, 1000, 1010, 1020])
  })

  test('[ROUND1] in whole crowns, and given back as it was taken', () => {
    expect(due([49, 50, 149, 150], 100, 'half_up')).toEqual([0, 100, 100, 200])
    expect(due([-1003, -1002], 5, 'half_up')).toEqual([-1005, -1000])
    expect(due([0, -1], 5, 'half_up')).toEqual([0, 0])
  })

  test('[ROUND1] without a step it is the amount', () => {
    expect(cashDue(minor(1003), null)).toBe(1003)
    expect(due([1003], 1, 'half_up')).toEqual([1003])
  })
})
