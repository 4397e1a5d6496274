import { describe, expect, test } from 'vitest'
import { added, cancelled, closed, coversSet, opened, paymentVoided } from '../../../tests/support/facts.ts'
import { receiptAsked, saleOf, taken } from '../../../tests/support/facts.ts'
import { billOf, openBillOf } from '../../../tests/support/given.ts'
import { minor } from '#domain/money/money.ts'
import { paidSoFar } from './bill.ts'
import { foldOrder } from './fold.ts'

const HERE = saleOf({ total: minor(500) })
const THERE = saleOf({ total: minor(700) })

describe('an order', () => {
  test('[ORDER1] opened twice is as it was first', () => {
    const { order } = openBillOf(opened({ covers: 2 }), opened({ covers: 9, number: 'B-009' }))
    expect(order).toMatchObject({ covers: 2, number: 'A-001', status: 'open', sale: null, receipts: 0 })
  })

  test('[SYNC6] an event before the opening changes nothing', () => {
    expect(billOf([coversSet(5), closed(HERE), cancelled(), receiptAsked(0)])).toBeNull()
    expect(openBillOf(coversSet(5), closed(HERE), opened()).order).toEqual(openBillOf(opened()).order)
  })

  test('[ORDER3] takes the last number of guests', () => {
    expect(openBillOf(opened(), coversSet(5), coversSet(3)).order.covers).toBe(3)
  })

  test('[ORDER2] moves to another table', () => {
    const { order } = openBillOf(opened())
    const moved = foldOrder('o1', order, { type: 'order_table_set', payload: { tableId: 't2' } })
    expect(moved).toEqual({ ...order, tableId: 't2' })
  })

  test('[ORDER6] closed twice keeps both sales, the first as the sale', () => {
    const { order } = openBillOf(opened(), closed(HERE), closed(THERE))
    expect(order).toMatchObject({ status: 'closed', sale: HERE, otherSales: [THERE] })
  })

  test('[ORDER7] a sale beats a cancellation, whichever came first', () => {
    expect(openBillOf(opened(), cancelled(), closed(HERE)).order).toMatchObject({
      status: 'closed',
      sale: HERE,
    })
    expect(openBillOf(opened(), closed(HERE), cancelled()).order).toMatchObject({
      status: 'closed',
      sale: HERE,
    })
  })

  test('[ORDER6] what comes after the close leaves the sale as it is', () => {
    const { order } = openBillOf(opened(), closed(HERE), coversSet(9))
    expect(order).toMatchObject({ sale: HERE, status: 'closed' })
  })

  test('[PAY7] counts how often a receipt was asked for', () => {
    expect(openBillOf(opened(), closed(HERE), receiptAsked(0), receiptAsked(1)).order.receipts).toBe(2)
  })
})

describe('a payment', () => {
  test('[PAY8] taken twice under one id is one payment', () => {
    const { payments } = openBillOf(opened(), taken('p1', 500), taken('p1', 900))
    expect(payments).toMatchObject([{ id: 'p1', amount: 500, status: 'taken' }])
  })

  test('[PAY9] two tills that took money for one bill keep both payments', () => {
    const { payments } = openBillOf(opened(), added('i1'), taken('p1', 250), taken('p2', 250))
    expect(paidSoFar(payments)).toBe(500)
  })

  test('[PAY9] voided counts no more, and never comes back', () => {
    const { payments } = openBillOf(opened(), taken('p1', 500), paymentVoided('p1'), taken('p1', 500))
    expect(payments).toMatchObject([{ status: 'voided', amount: 500 }])
    expect(paidSoFar(payments)).toBe(0)
  })

  test('[SYNC6] a void before the payment changes nothing', () => {
    expect(openBillOf(opened(), paymentVoided('p1')).payments).toEqual([])
  })
})
