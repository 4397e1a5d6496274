import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { opened, paymentVoided, taken } from '../../../tests/support/facts.ts'
import {
  captured,
  declined,
  refunded,
  requested,
  tipSet,
  unclear,
} from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { Payment } from './payment.ts'

function payment(...facts: readonly Draft[]): Payment | undefined {
  return openBillOf(opened(), ...facts).payments[0]
}

const ASKED = requested('p1', 500)
const TAKEN = taken('p1', 500, 'card')

describe('a payment only moves forward', () => {
  test.each<readonly [string, readonly Draft[], string]>([
    ['asked', [ASKED], 'requested'],
    ['asked, unclear', [ASKED, unclear('p1')], 'unknown'],
    ['asked, declined', [ASKED, declined('p1')], 'declined'],
    ['asked, unclear, declined', [ASKED, unclear('p1'), declined('p1')], 'declined'],
    ['asked, declined, unclear', [ASKED, declined('p1'), unclear('p1')], 'declined'],
    ['asked, taken', [ASKED, TAKEN], 'taken'],
    ['asked, unclear, taken', [ASKED, unclear('p1'), TAKEN], 'taken'],
    ['asked, declined, taken', [ASKED, declined('p1'), TAKEN], 'taken'],
    ['taken, asked', [TAKEN, ASKED], 'taken'],
    ['taken, unclear', [TAKEN, unclear('p1')], 'taken'],
    ['taken, declined', [TAKEN, declined('p1')], 'taken'],
    ['taken, voided', [TAKEN, paymentVoided('p1')], 'voided'],
    ['taken, voided, taken', [TAKEN, paymentVoided('p1'), TAKEN], 'voided'],
    ['taken, voided, declined', [TAKEN, paymentVoided('p1'), declined('p1')], 'voided'],
    ['asked, voided', [ASKED, paymentVoided('p1')], 'requested'],
  ])('[CARD2] %s', (_, facts, status) => expect(payment(...facts)?.status).toBe(status))

  test('[SYNC6] nothing before it is asked or taken changes anything', () => {
    expect(
      payment(unclear('p1'), declined('p1'), captured('p1'), tipSet('p1', 5), refunded('p1', 5)),
    ).toBeUndefined()
  })

  test('[CARD2] what was asked counts until the answer says more', () => {
    expect(payment(requested('p1', 500, { checkId: 'a', tip: minor(50) }))).toMatchObject({
      amount: 500,
      tip: 50,
      checkId: 'a',
      tendered: 0,
      takenBy: 'ana',
      capturedAt: null,
    })
    expect(payment(ASKED, taken('p1', 450, 'card', { tip: minor(90), takenBy: 'rui' }))).toMatchObject({
      amount: 450,
      tip: 90,
      takenBy: 'rui',
    })
  })

  test('[PAY9] a second void leaves the first as it is', () => {
    const twice = payment(TAKEN, paymentVoided('p1'), paymentVoided('p1', { reason: 'again', by: 'eva' }))
    expect(twice?.voided).toMatchObject({ reason: 'typed twice', by: 'rui' })
  })

  test('[PAY16] it is captured once, and only if it was taken', () => {
    expect(payment(TAKEN, captured('p1', 7), captured('p1', 9))?.capturedAt).toBe(7)
    expect(payment(ASKED, captured('p1', 7))?.capturedAt).toBeNull()
  })
})

describe('a tip', () => {
  test('[PAY11] is the last that was said, on top of what was tendered', () => {
    const cash = taken('p1', 500, 'cash', { tendered: minor(1_000), change: minor(450), tip: minor(50) })
    expect(payment(cash, tipSet('p1', 80), tipSet('p1', 20, 'rui'))).toMatchObject({
      tip: 20,
      tipFor: 'rui',
      tendered: 970,
      change: 450,
    })
  })

  test('[PAY11] of a voided payment, or of one not taken, is not changed', () => {
    expect(payment(TAKEN, paymentVoided('p1'), tipSet('p1', 80))?.tip).toBe(0)
    expect(payment(ASKED, tipSet('p1', 80))?.tip).toBe(0)
  })
})

describe('refunds', () => {
  test('[REFUND7] are kept once each', () => {
    const back = payment(
      TAKEN,
      refunded('p1', 100),
      refunded('p1', 300),
      refunded('p1', 50, { refundId: 'r2' }),
    )
    expect(back?.refunds.map(({ refundId, amount }) => [refundId, amount])).toEqual([
      ['r1', 100],
      ['r2', 50],
    ])
  })

  test('[REFUND7] are kept whatever became of the payment', () => {
    expect(payment(TAKEN, paymentVoided('p1'), refunded('p1', 100))?.refunds).toHaveLength(1)
    expect(payment(ASKED, refunded('p1', 100), TAKEN)).toMatchObject({
      status: 'taken',
      refunds: [{ refundId: 'r1' }],
    })
  })
})
