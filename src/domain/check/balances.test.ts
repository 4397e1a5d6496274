import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, opened, paymentVoided, taken } from '../../../tests/support/facts.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'
import { declined, refunded, requested, unclear } from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals } from '#domain/order/bill.ts'
import { checkBalances, touchedChecks } from './balances.ts'
import { checkOfItems } from './split.ts'

const A = checkOfItems({ id: 'a', name: 'Ana' }, [{ itemId: 'i1', qty: 1, of: 1 }])
const B = checkOfItems({ id: 'b', name: 'Rui' }, [{ itemId: 'i2', qty: 1, of: 1 }])
/** Ana 100, Rui 200, the rest 400. */
const SPLIT = [
  opened(),
  added('i1', { unitPrice: minor(100) }),
  added('i2', { unitPrice: minor(200) }),
  added('i3', { unitPrice: minor(400) }),
  splitInto(A, B),
]

function balances(...payments: readonly Draft[]): readonly number[] {
  const bill = openBillOf(...SPLIT, ...payments)
  const checks = checkBalances(bill)
  expect(checks.reduce((all, { paid }) => all + paid, 0)).toBe(billTotals(bill).paid)
  expect(checks.reduce((all, { balance }) => all + balance, 0)).toBe(billTotals(bill).balance)
  return checks.map(({ balance }) => balance)
}

describe('what is left to pay of a check', () => {
  test.each<readonly [string, readonly Draft[], readonly number[]]>([
    ['is all of it before anybody pays', [], [100, 200, 400]],
    ['is less what was paid of it', [taken('p1', 60, 'card', { checkId: 'a' })], [40, 200, 400]],
    [
      'is less all that was paid of it, one after the other',
      [taken('p1', 60, 'card', { checkId: 'a' }), taken('p2', 30, 'cash', { checkId: 'a' })],
      [10, 200, 400],
    ],
    ['is not less a payment that names none', [taken('p1', 60)], [100, 200, 340]],
    ['is not less one of a check that is gone', [taken('p1', 60, 'card', { checkId: 'x' })], [100, 200, 340]],
    ['is less what was paid beyond the rest, in order', [taken('p1', 550)], [0, 150, 0]],
    ['is nothing when one pays for all', [taken('p1', 700)], [0, 0, 0]],
    [
      'does not count a voided payment',
      [taken('p1', 60, 'card', { checkId: 'a' }), paymentVoided('p1')],
      [100, 200, 400],
    ],
    ['does not count a tip', [taken('p1', 60, 'card', { checkId: 'a', tip: minor(30) })], [40, 200, 400]],
    ['stays paid too much where it was', [taken('p1', 130, 'card', { checkId: 'a' })], [-30, 200, 400]],
    ['spreads only what is over', [taken('p1', 900)], [0, 0, -200]],
    [
      'is to pay again when it was given back',
      [taken('p1', 60, 'card', { checkId: 'a' }), refunded('p1', 20, { excess: minor(20) })],
      [60, 200, 400],
    ],
  ])('[CHECK13] %s', (_, payments, expected) => expect(balances(...payments)).toEqual(expected))
})

describe('a check that stays as it is', () => {
  test('[CHECK11] is one somebody paid on or asked a card for', () => {
    const { payments } = openBillOf(
      ...SPLIT,
      taken('p1', 1, 'cash', { checkId: 'a' }),
      requested('p2', 1, { checkId: 'b' }),
      requested('p3', 1, { checkId: 'c' }),
      unclear('p3'),
      requested('p4', 1, { checkId: 'd' }),
      declined('p4'),
      taken('p5', 1, 'cash', { checkId: 'e' }),
      paymentVoided('p5'),
      taken('p6', 1),
    )
    expect([...touchedChecks(payments)].sort()).toEqual(['a', 'b', 'c'])
  })
})
