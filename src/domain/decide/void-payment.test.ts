import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, authority, closed, NOON, opened, paymentVoided } from '../../../tests/support/facts.ts'
import { saleOf, sent, soldLine, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { merged, reopened } from '../../../tests/support/order-facts.ts'
import { captured, drawerOf, refunded, requested } from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals } from '#domain/order/bill.ts'
import type { Sale } from '#domain/order/sale.ts'

const VOID = { type: 'void_payment', orderId: 'o1', paymentId: 'p1', reason: ' typed twice ' } as const
const BOSS = as('manager')
const OPEN = [opened(), added('i1'), sent('i1')] as const

/** A close of one tea by the last of these payments. */
function close(...ids: readonly string[]): Draft {
  const payments: Sale['payments'] = ids.map((paymentId) => ({
    paymentId,
    method: 'card',
    methodName: '',
    amount: minor(250),
    tip: minor(0),
    rounding: minor(0),
  }))
  return closed(
    saleOf({ closeId: ids.at(-1) ?? '', lines: [soldLine('i1', 1, 250)], payments, total: minor(250) }),
  )
}

const BY = { by: 'rui', reason: 'typed twice' }

describe('voiding a payment', () => {
  test('[PAY16] takes it off the order, with the reason', () => {
    given(...OPEN, taken('p1', 100, 'card'))
      .when(VOID, BOSS)
      .thenEvents(paymentVoided('p1', BY))
  })

  test('[PAY16] has a reason, and somebody who may', () => {
    const facts = [...OPEN, taken('p1', 100, 'card')]
    given(...facts)
      .when({ ...VOID, reason: ' ' }, BOSS)
      .thenRefused('reason_missing', 'PAY16')
    given(...facts)
      .when({ ...VOID, reason: 'x'.repeat(201) }, BOSS)
      .thenRefused('note_too_long', 'ITEM2')
    given(...facts)
      .when(VOID)
      .thenRefused('approval_needed', 'ROLE3')
    const approval = {
      by: 'rui',
      action: 'void_payment',
      commandId: 'c1',
      subjects: ['p1'],
      limit: null,
    } as const
    given(...facts)
      .when(VOID, { approval })
      .thenEvents(paymentVoided('p1', { by: 'ana', approvedBy: 'rui', reason: 'typed twice' }))
    given(...facts)
      .when(VOID, { approval: { ...approval, subjects: ['p2'] } })
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })

  test('[PAY9] twice is once', () => {
    given(...OPEN, taken('p1', 100), paymentVoided('p1'))
      .when(VOID, BOSS)
      .thenEvents()
  })

  test('[PAY16] of what was never taken is refused', () => {
    given(...OPEN)
      .when(VOID, BOSS)
      .thenRefused('unknown_payment', 'PAY16')
    given(...OPEN, requested('p1', 100))
      .when(VOID, BOSS)
      .thenRefused('unknown_payment', 'PAY16')
  })

  test('[PAY16] is refused once it is captured, and it is refunded instead', () => {
    const cash = taken('p1', 100, 'cash', { shiftId: 's1' })
    const refused = (facts: readonly Draft[], over = {}): void =>
      given(...OPEN, ...facts)
        .when(VOID, { ...BOSS, ...over })
        .thenRefused('payment_captured', 'PAY16')
    refused([taken('p1', 100, 'card'), captured('p1')])
    refused([taken('p1', 100, 'card', { businessDate: '2026-11-19' })])
    refused([cash])
    refused([cash], { drawer: drawerOf('s2') })
    refused([cash], { drawer: drawerOf('s1', 'closed') })
    given(...OPEN, cash)
      .when(VOID, { ...BOSS, drawer: drawerOf('s1') })
      .thenEvents(paymentVoided('p1', BY))
    given(...OPEN, taken('p1', 100))
      .when(VOID, BOSS)
      .thenEvents(paymentVoided('p1', BY))
  })

  test('[PAY16] is refused once something of it was given back', () => {
    given(...OPEN, taken('p1', 100, 'card'), refunded('p1', 1, { excess: minor(1) }))
      .when(VOID, BOSS)
      .thenRefused('payment_refunded', 'PAY16')
  })

  test('[ORDER1] needs an order and the settings', () => {
    given().when(VOID, BOSS).thenRefused('unknown_order', 'ORDER1')
    given(...OPEN, taken('p1', 100))
      .when(VOID, { ...BOSS, settings: null })
      .thenRefused('store_not_ready', 'ORDER1')
  })
})

describe('voiding a payment of a closed order', () => {
  const SOLD = [...OPEN, taken('p0', 100, 'card'), taken('p1', 150, 'card'), close('p0', 'p1')] as const
  const open = reopened('p1', authority(BY))

  test('[PAY17] opens it again in the same action, whichever payment it was', () => {
    given(...SOLD)
      .when(VOID, BOSS)
      .thenEvents(paymentVoided('p1', BY), open)
    given(...SOLD)
      .when({ ...VOID, paymentId: 'p0' }, BOSS)
      .thenEvents(paymentVoided('p0', BY), open)
    const after = openBillOf(...SOLD, paymentVoided('p0', BY), open)
    expect(after.order).toMatchObject({ status: 'open', sale: null })
    expect(billTotals(after)).toMatchObject({ paid: 150, balance: 100 })
  })

  test('[PAY17] leaves a close that did not count it', () => {
    given(...SOLD, taken('p2', 250, 'card'))
      .when({ ...VOID, paymentId: 'p2' }, BOSS)
      .thenEvents(paymentVoided('p2', BY))
  })

  test('[PAY17] takes back the other till’s close, and the sale stands', () => {
    const twice = [...SOLD, taken('p2', 250, 'card'), close('p2')]
    given(...twice)
      .when({ ...VOID, paymentId: 'p2' }, BOSS)
      .thenEvents(paymentVoided('p2', BY), reopened('p2', BY))
    const after = openBillOf(...twice, paymentVoided('p2', BY), reopened('p2', BY))
    expect(after.order).toMatchObject({ status: 'closed', sale: { closeId: 'p1' }, otherSales: [] })
  })

  test('[REFUND8] of money beyond the sale is no reopening, and may be done after a refund', () => {
    given(...SOLD, refunded('p0', 10), taken('p2', 250, 'card'))
      .when({ ...VOID, paymentId: 'p2' }, BOSS)
      .thenEvents(paymentVoided('p2', BY))
  })

  test('[REFUND8] is refused once something of the sale was given back, by whatever payment', () => {
    given(...SOLD, refunded('p0', 10))
      .when(VOID, BOSS)
      .thenRefused('order_refunded', 'REFUND8')
    given(...SOLD, refunded('p0', 10, { excess: minor(10) }))
      .when(VOID, { ...BOSS, now: NOON })
      .thenEvents(paymentVoided('p1', BY), open)
  })
})

test('[BILL5] a payment of a merged order is voided where it counts', () => {
  const two = [...OPEN, taken('p1', 100, 'card'), opened({ number: 'A-002' }, 'o2'), merged('o1', 'o2')]
  given(...two)
    .when(VOID, BOSS)
    .thenRefused('order_is_merged', 'BILL5')
  given(...two)
    .when({ ...VOID, orderId: 'o2' }, BOSS)
    .thenEvents(paymentVoided('p1', BY))
})
