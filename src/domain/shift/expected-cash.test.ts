import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentVoided, taken } from '../../../tests/support/facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import { cashMoved, drawerAfter, SHIFT } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import { NO_RIGHTS, rightsOf } from '#domain/staff/rights.ts'
import { cashFlow, expectedCash, visibleExpected } from './expected-cash.ts'

const HERE = { shiftId: SHIFT }

describe('the cash that should be in a drawer', () => {
  test('[CASH1] is its float before anything happens', () =>
    expect(expectedCash(drawerAfter([]))).toBe(10_000))

  test('[CASH1] adds and takes off what went through it, each figure by itself', () => {
    const drawer = drawerAfter(
      [
        cashMoved('m1', 'paid_in', 2_000),
        cashMoved('m2', 'paid_out', 300),
        cashMoved('m3', 'drop', 5_000),
        cashMoved('m4', 'tip_out', 40),
      ],
      [
        // 12.34 due, rounded up to 12.35, 1.00 tip, handed over 20.00: 6.65 change went out again.
        taken('p1', 1_234, 'cash', {
          ...HERE,
          rounding: minor(1),
          tip: minor(100),
          tendered: minor(2_000),
          change: minor(665),
        }),
        taken('p2', 800, 'cash', { ...HERE, rounding: minor(-2) }),
        refunded('p2', 500, { ...HERE, rounding: minor(1), tip: minor(20) }),
      ],
    )
    expect(cashFlow(drawer)).toEqual({
      cashSales: 2_033,
      cashTips: 100,
      cashRefunds: 521,
      paidIn: 2_000,
      paidOut: 300,
      drops: 5_000,
      tipsOut: 40,
    })
    // 10 000 + 2 033 + 100 + 2 000 − 300 − 5 000 − 40 − 521
    expect(expectedCash(drawer)).toBe(8_272)
  })

  test('[CASH2] what was handed over and the change given out are no part of it', () => {
    const exact = drawerAfter([], [taken('p1', 1_000, 'cash', HERE)])
    const withChange = drawerAfter(
      [],
      [taken('p1', 1_000, 'cash', { ...HERE, tendered: minor(5_000), change: minor(4_000) })],
    )
    expect(expectedCash(withChange)).toBe(expectedCash(exact))
  })

  test.each([
    ['card', taken('p1', 900, 'card', { ...HERE, tip: minor(50) })],
    ['cash of another drawer', taken('p1', 900, 'cash', { shiftId: 's2' })],
    ['cash of no drawer', taken('p1', 900, 'cash')],
  ])('[CASH1] %s is no part of it', (_what, payment) => {
    expect(expectedCash(drawerAfter([], [payment]))).toBe(10_000)
  })

  test('[CASH1] a voided payment went back to the guest, a card refunded in cash came out of the drawer', () => {
    const voided = drawerAfter([], [taken('p1', 900, 'cash', HERE), paymentVoided('p1')])
    expect(expectedCash(voided)).toBe(10_000)
    const paidBack = drawerAfter([], [taken('p1', 900, 'card'), refunded('p1', 400, HERE)])
    expect(expectedCash(paidBack)).toBe(9_600)
    const byCard = drawerAfter(
      [],
      [taken('p1', 900, 'cash', HERE), refunded('p1', 400, { ...HERE, method: 'card' })],
    )
    expect(expectedCash(byCard)).toBe(10_900)
  })

  test('[CASH1] is the same whatever order things came in', () => {
    const facts = [
      taken('p1', 250, 'cash', HERE),
      taken('p2', 1_300, 'cash', { ...HERE, tip: minor(70) }),
      taken('p3', 77, 'cash', { ...HERE, rounding: minor(-2) }),
    ]
    const moves = [
      cashMoved('m1', 'drop', 900),
      cashMoved('m2', 'paid_in', 11),
      cashMoved('m3', 'paid_out', 4),
    ]
    const all = fc.tuple(
      fc.shuffledSubarray(facts, { minLength: 3, maxLength: 3 }),
      fc.shuffledSubarray(moves, { minLength: 3, maxLength: 3 }),
    )
    fc.assert(
      fc.property(all, ([some, moved]) => {
        expect(expectedCash(drawerAfter(moved, some))).toBe(10_000 + 250 + 1_370 + 75 - 900 + 11 - 4)
      }),
    )
  })

  test('[COUNT3] is shown to whoever may see it, and to nobody else', () => {
    const drawer = drawerAfter([cashMoved('m1', 'paid_in', 1)])
    expect(visibleExpected(rightsOf('manager'), drawer)).toBe(10_001)
    expect(visibleExpected(rightsOf('waiter'), drawer)).toBeNull()
    expect(visibleExpected(NO_RIGHTS, drawer)).toBeNull()
  })
})
