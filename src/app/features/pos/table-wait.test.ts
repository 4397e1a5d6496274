import { expect, test } from 'vitest'
import { waitOf } from './table-wait.ts'

const MINUTE = 60_000
const OPENED = 1_000_000

test.each([
  ['taken', 15],
  ['sent', 30],
  ['part_paid', 20],
  ['ready', 5],
] as const)('[FLOOR2] a table that is %s has waited long after %i minutes', (state, minutes) => {
  const order = { state, openedAt: OPENED, lastSentAt: null }
  expect(waitOf(order, OPENED + minutes * MINUTE - 1).long).toBe(false)
  expect(waitOf(order, OPENED + minutes * MINUTE).long).toBe(true)
})

test('[FLOOR2] what is waited for counts from the last sending, and the table from its opening', () => {
  const order = { state: 'sent', openedAt: OPENED, lastSentAt: OPENED + 40 * MINUTE } as const
  expect(waitOf(order, OPENED + 50 * MINUTE)).toEqual({
    openMs: 50 * MINUTE,
    sentMs: 10 * MINUTE,
    long: false,
  })
})
