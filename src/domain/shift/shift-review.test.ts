import { describe, expect, test } from 'vitest'
import { paymentVoided, taken } from '../../../tests/support/facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import { cashMoved, drawerAfter, SHIFT, shiftClosed } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import { CASH_MOVES } from './shift.ts'
import { lateCash, shiftReviewReasons } from './shift-review.ts'

const PAID = taken('p1', 900, 'cash', { shiftId: SHIFT })

describe('a closed drawer', () => {
  test('[SHIFT7] that knew everything needs no look, and an open one neither', () => {
    const known = shiftClosed({ cashSales: minor(900), paidIn: minor(5) })
    const moved = cashMoved('m1', 'paid_in', 5)
    expect(shiftReviewReasons(drawerAfter([moved, known], [PAID]))).toEqual([])
    expect(shiftReviewReasons(drawerAfter([moved], [PAID]))).toEqual([])
  })

  test('[SHIFT7] is looked at again when cash moved that its close did not know of', () => {
    const drawer = drawerAfter([shiftClosed(), cashMoved('m1', 'paid_out', 500)])
    expect(shiftReviewReasons(drawer)).toEqual(['late_moves'])
    expect(lateCash(drawer)).toMatchObject({ paidOut: 500, cashSales: 0 })
    // A till without a line wrote it before the close, and it arrived after.
    expect(shiftReviewReasons(drawerAfter([cashMoved('m1', 'drop', 500), shiftClosed()]))).toEqual([
      'late_moves',
    ])
  })

  test('[DRAWER2] a late no sale moved no cash: nobody has to look at it', () => {
    const drawer = drawerAfter([shiftClosed(), cashMoved('m1', 'no_sale', 0)])
    expect(shiftReviewReasons(drawer)).toEqual([])
  })

  test.each(CASH_MOVES.filter((kind) => kind !== 'no_sale'))(
    '[SHIFT7] a late %s is reason enough',
    (kind) => {
      const drawer = drawerAfter([shiftClosed(), cashMoved('m1', kind, 1)])
      expect(shiftReviewReasons(drawer)).toEqual(['late_moves'])
    },
  )

  test.each([
    ['tip', [taken('p1', 0, 'cash', { shiftId: SHIFT, tip: minor(1) })]],
    ['refund', [taken('p1', 5, 'card'), refunded('p1', 1, { shiftId: SHIFT })]],
  ])('[SHIFT7] a late %s is reason enough', (_what, facts) => {
    const drawer = drawerAfter([shiftClosed()], facts)
    expect(shiftReviewReasons(drawer)).toEqual(['late_payments'])
  })

  test('[SHIFT7] and when a payment came late, or was voided', () => {
    expect(shiftReviewReasons(drawerAfter([shiftClosed()], [PAID]))).toEqual(['late_payments'])
    const voided = drawerAfter([shiftClosed({ cashSales: minor(900) })], [PAID, paymentVoided('p1')])
    expect(shiftReviewReasons(voided)).toEqual(['late_payments'])
    expect(lateCash(voided).cashSales).toBe(-900)
  })

  test('[SHIFT6] and when two tills closed it', () => {
    const drawer = drawerAfter([shiftClosed(), shiftClosed({ by: 'rui' })])
    expect(shiftReviewReasons(drawer)).toEqual(['closed_twice'])
  })
})
