import { expect, test } from 'vitest'
import { ageOf } from './age.ts'

const MINUTE = 60_000

test.each([
  [0, 'fresh'],
  [9, 'fresh'],
  [10, 'slow'],
  [19, 'slow'],
  [20, 'late'],
  [600, 'late'],
] as const)('after %i minutes a ticket is %s', (minutes, urgency) => {
  expect(ageOf(1_000, 1_000 + minutes * MINUTE + 59_999)).toEqual({ minutes, urgency })
})

test('a sender whose clock runs ahead waits zero minutes, never less', () => {
  expect(ageOf(10 * MINUTE, 0)).toEqual({ minutes: 0, urgency: 'fresh' })
})
