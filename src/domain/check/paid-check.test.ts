import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, closed, opened, taken } from '../../../tests/support/facts.ts'
import { orderDiscounted, splitInto } from '../../../tests/support/order-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { saleOf } from '#domain/order/close.ts'
import { REST } from './check.ts'
import { paidChecks, soldCheck } from './paid-check.ts'
import { checkOfAmount, checkOfItems } from './split.ts'

const ANA = checkOfItems({ id: 'a', name: 'Ana' }, [{ itemId: 'i1', qty: 1, of: 3 }])
const SUM = checkOfAmount({ id: 'b', name: '2' }, minor(400))
/** Three beers of 250 and a steak of 1000, ten per cent off: 1575. Ana a third of the beers, the sum 400. */
const SPLIT = [
  opened(),
  added('i1', { name: 'Beer', qty: 3, unitPrice: minor(250) }),
  added('i2', { name: 'Steak', unitPrice: minor(1_000) }),
  orderDiscounted(),
  splitInto(ANA, SUM),
]
const CLOSING = { closeId: 'p3', closedAt: 9, closedBy: 'ana', businessDate: '2026-11-20', hour: 12 }

function bill(...more: readonly Draft[]) {
  return openBillOf(...SPLIT, ...more)
}

function receipt(id: string, ...more: readonly Draft[]) {
  return soldCheck(bill(...more), id, 'EUR', 77)
}

const ANA_PAYS = taken('p1', 225, 'cash', {
  checkId: 'a',
  tendered: minor(500),
  change: minor(275),
  takenAt: 5,
})

describe('the receipt of a check', () => {
  test('[CHECK14] is there once it is paid', () => {
    expect(receipt('a')).toBeNull()
    expect(receipt('a', taken('p1', 224, 'cash', { checkId: 'a' }))).toBeNull()
    expect(receipt('a', ANA_PAYS)).toMatchObject({ id: 'a', name: 'Ana', at: 5, currency: 'EUR' })
    expect(receipt('x', ANA_PAYS)).toBeNull()
    expect(paidChecks(openBillOf(opened(), added('i1', { qty: 1 })))).toEqual([])
  })

  test('[CHECK14] tells its part of each line, its figures and its payments', () => {
    expect(receipt('a', ANA_PAYS)).toMatchObject({
      lines: [{ name: 'Beer', parts: 1, of: 1, amount: 250 }],
      subtotal: 250,
      discount: 25,
      total: 225,
      payments: [{ paymentId: 'p1', amount: 225, tendered: 500, change: 275 }],
    })
    expect(receipt('b', taken('p2', 400, 'card', { checkId: 'b' }))).toMatchObject({ lines: [], total: 400 })
    // The sum came out of it: its lines would not come to what it costs.
    const rest = receipt(REST, taken('p3', 950))
    expect(rest).toMatchObject({ lines: [], total: 950, payments: [{ paymentId: 'p3' }] })
  })

  test('[CHECK14] tells a part of a piece as a fraction, and the lines of a rest that nothing was taken out of', () => {
    const half = checkOfItems({ id: 'a', name: '1' }, [{ itemId: 'i1', qty: 1, of: 2 }])
    const facts = [opened(), added('i1', { name: 'Beer', qty: 3, unitPrice: minor(250) }), splitInto(half)]
    const paid = openBillOf(...facts, taken('p1', 375, 'card', { checkId: 'a' }), taken('p2', 374))
    expect(soldCheck(paid, 'a', 'EUR', 0)?.lines).toEqual([{ name: 'Beer', parts: 3, of: 2, amount: 375 }])
    expect(soldCheck(paid, REST, 'EUR', 0)).toBeNull()
    const all = openBillOf(...facts, taken('p1', 375, 'card', { checkId: 'a' }), taken('p2', 375))
    expect(soldCheck(all, REST, 'EUR', 0)?.lines).toEqual([{ name: 'Beer', parts: 3, of: 2, amount: 375 }])
  })

  test('[CHECK14] of a closed order goes by what was frozen', () => {
    const payments = [ANA_PAYS, taken('p2', 400, 'card', { checkId: 'b' }), taken('p3', 950)]
    const open = bill(...payments)
    const sale = saleOf(open, { ...CLOSING, currency: 'EUR' })
    const after = bill(...payments, closed(sale))
    expect(paidChecks(after).map(({ id, total }) => [id, total])).toEqual([
      ['a', 225],
      ['b', 400],
      [REST, 950],
    ])
    expect(soldCheck(after, 'a', 'EUR', 0)).toEqual(soldCheck(open, 'a', 'EUR', 0))
    // A sale that says other money than its lines would cost today is what the receipts tell.
    const [first, ...others] = sale.lines
    if (first === undefined) throw new Error('assertion failed: two lines were sold')
    const lines = [{ ...first, total: minor(first.total + 3) }, ...others]
    const dearer = bill(...payments, closed({ ...sale, lines, total: minor(sale.total + 3) }))
    expect(soldCheck(dearer, 'a', 'EUR', 0)?.total).toBe(226)
  })
})
