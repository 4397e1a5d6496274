import { describe, expect, test } from 'vitest'
import { added, closed, opened, paymentVoided, qtySet, removed } from '../../../tests/support/facts.ts'
import { cancelled, saleOf, sent, soldLine, taken, voided } from '../../../tests/support/facts.ts'
import { openBillOf } from '../../../tests/support/given.ts'
import { AMOUNT_MAX, minor } from '#domain/money/money.ts'
import { billTotals, fitsTotal, lineAmount } from './bill.ts'
import { reviewReasons } from './review.ts'

const POLICY = { scope: 'rate', mode: 'half_up' } as const

describe('the bill of an order', () => {
  test('[BILL1] counts what stands on it, with the tax inside, and what was paid', () => {
    const bill = openBillOf(opened(), added('i1', { qty: 2 }), added('i2'), sent('i2'), taken('p1', 200))
    // 750 × 23 / 123 = 140.24 → 140
    expect(billTotals(bill, POLICY)).toMatchObject({
      subtotal: 750,
      net: 610,
      tax: 140,
      total: 750,
      paid: 200,
    })
    expect(billTotals(bill, POLICY).balance).toBe(550)
  })

  test('[BILL1] leaves out removed and voided lines, and voided payments', () => {
    const bill = openBillOf(
      opened(),
      added('i1'),
      removed('i1'),
      added('i2'),
      sent('i2'),
      voided('i2'),
      added('i3'),
      taken('p1', 250),
      paymentVoided('p1'),
    )
    expect(billTotals(bill, POLICY)).toMatchObject({ total: 250, paid: 0, balance: 250 })
  })

  test('[PAY9] shows a negative balance when two tills took the money', () => {
    const bill = openBillOf(opened(), added('i1'), taken('p1', 250), taken('p2', 250))
    expect(billTotals(bill, POLICY).balance).toBe(-250)
  })

  test('[BILL2] has room up to the largest amount, and no further', () => {
    const bill = openBillOf(opened(), added('i1'))
    expect(fitsTotal(bill, AMOUNT_MAX - 250)).toBe(true)
    expect(fitsTotal(bill, AMOUNT_MAX - 249)).toBe(false)
    expect(fitsTotal(bill, -250)).toBe(true)
    for (const odd of [Number.NaN, 0.5, 2 ** 53, Number.POSITIVE_INFINITY])
      expect(fitsTotal(bill, odd)).toBe(false)
  })

  test('[MONEY1] a line is its price times its quantity', () => {
    expect(lineAmount({ unitPrice: minor(333), qty: 3 })).toBe(999)
  })
})

const SALE = saleOf({ lines: [soldLine('i1', 1, 250)], subtotal: minor(250), total: minor(250) })
const SOLD = [opened(), added('i1'), sent('i1'), taken('p1', 250), closed(SALE)] as const

describe('an order that devices changed without seeing each other', () => {
  test('[REVIEW1] needs no look when everything is as it was sold', () => {
    expect(reviewReasons(openBillOf(...SOLD))).toEqual([])
  })

  test('[REVIEW1] needs no look while it is open', () => {
    expect(reviewReasons(openBillOf(opened(), added('i1'), taken('p1', 900)))).toEqual([])
  })

  test('[REVIEW1] needs a look when a line was added, voided or changed beside the sale', () => {
    expect(reviewReasons(openBillOf(...SOLD, added('i2')))).toEqual(['late_items'])
    expect(reviewReasons(openBillOf(...SOLD, voided('i1')))).toEqual(['late_items'])
    const changed = [opened(), added('i1'), qtySet('i1', 2), taken('p1', 250), closed(SALE)]
    expect(reviewReasons(openBillOf(...changed))).toEqual(['late_items'])
  })

  test('[REVIEW1] needs a look when one line was swapped for another of the same price', () => {
    expect(reviewReasons(openBillOf(...SOLD, voided('i1'), added('i2')))).toEqual(['late_items'])
  })

  test('[REVIEW1] needs a look when something free was added', () => {
    expect(reviewReasons(openBillOf(...SOLD, added('i2', { unitPrice: minor(0) })))).toEqual(['late_items'])
  })

  test('[REVIEW2] needs a look when more was taken than it cost', () => {
    expect(reviewReasons(openBillOf(...SOLD, taken('p2', 250)))).toEqual(['overpaid'])
    expect(reviewReasons(openBillOf(...SOLD, taken('p2', 250), paymentVoided('p2')))).toEqual([])
  })

  test('[REVIEW3] needs a look when it was closed twice', () => {
    expect(reviewReasons(openBillOf(...SOLD, closed(SALE)))).toEqual(['closed_twice'])
    expect(reviewReasons(openBillOf(...SOLD, added('i2'), taken('p2', 250), closed(SALE)))).toEqual([
      'late_items',
      'overpaid',
      'closed_twice',
    ])
  })

  test('[REVIEW4] needs a look when it was cancelled here and used there', () => {
    expect(reviewReasons(openBillOf(opened(), cancelled()))).toEqual([])
    expect(reviewReasons(openBillOf(opened(), added('i1'), removed('i1'), cancelled()))).toEqual([])
    expect(reviewReasons(openBillOf(opened(), cancelled(), added('i1')))).toEqual(['late_items'])
    expect(reviewReasons(openBillOf(opened(), cancelled(), added('i1'), taken('p1', 100)))).toEqual([
      'late_items',
      'overpaid',
    ])
  })
})
