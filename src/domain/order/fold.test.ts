import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories } from '../../../tests/support/arbitraries.ts'
import { billOf, openBillOf } from '../../../tests/support/bills.ts'
import { added, authority, cancelled, closed, coversSet, opened } from '../../../tests/support/facts.ts'
import { paymentVoided, receiptAsked, saleOf, taken } from '../../../tests/support/facts.ts'
import {
  chargeSet,
  chargeWaived,
  exempted,
  guestSet,
  merged,
  orderDiscounted,
} from '../../../tests/support/order-facts.ts'
import {
  orderDiscountRemoved,
  reopened,
  serviceSet,
  splitInto,
  tableSet,
  transferred,
  unmerged,
} from '../../../tests/support/order-facts.ts'
import { compareKeys } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { paidSoFar } from './bill.ts'
import { foldOrder } from './fold.ts'
import type { Order, OrderEvent } from './order.ts'
import { statusOf } from './status.ts'

const HERE = saleOf({ closeId: 'p1', total: minor(500) })
const THERE = saleOf({ closeId: 'p2', total: minor(700) })

function orderAfter(...facts: readonly Draft[]): Order {
  return openBillOf(opened(), ...facts).order
}

describe('an order', () => {
  test('[ORDER1] opened twice is as it was first', () => {
    const order = orderAfter(opened({ covers: 9, number: 'B-009' }))
    expect(order).toMatchObject({ covers: 2, number: 'A-001', status: 'open', waiter: 'ana', sale: null })
    expect(order).toMatchObject({ discounts: [], openCharges: {}, waivedCharges: [], exempt: [], checks: [] })
  })

  test('[SYNC6] an event before the opening changes nothing', () => {
    expect(billOf([coversSet(5), closed(HERE), cancelled(), reopened('p1'), receiptAsked(0)])).toBeNull()
    expect(openBillOf(coversSet(5), closed(HERE), opened()).order).toEqual(orderAfter())
  })

  test('[ORDER3] takes the last number of guests', () => {
    expect(orderAfter(coversSet(5), coversSet(3)).covers).toBe(3)
  })

  test('[ORDER10] moves to another table', () => {
    expect(orderAfter(tableSet('t2'))).toEqual({ ...orderAfter(), tableId: 't2' })
  })

  test('[ORDER9] knows its guest and when it is promised for', () => {
    const order = orderAfter(guestSet({ name: 'Eva', contact: '555' }, 99))
    expect(order).toMatchObject({ guest: { name: 'Eva', contact: '555', address: '' }, dueAt: 99 })
  })

  test('[SERVICE1] changes how it is served', () => {
    expect(orderAfter(serviceSet('takeaway')).service).toBe('takeaway')
  })

  test('[ORDER11] is answered for by the last it was transferred to; who opened it stays known', () => {
    expect(orderAfter(transferred('rui'), transferred('eva'))).toMatchObject({
      waiter: 'eva',
      openedBy: 'ana',
    })
  })

  test('[PRICE5] has each discount once, the last of its id in the place of the first', () => {
    const order = orderAfter(
      orderDiscounted(),
      orderDiscounted({ id: 'd2' }),
      orderDiscounted({ name: 'Staff' }),
    )
    expect(order.discounts).toMatchObject([{ id: 'd1', name: 'Staff' }, { id: 'd2' }])
    const gone = orderAfter(orderDiscounted(), orderDiscounted({ id: 'd2' }), orderDiscountRemoved('d1'))
    expect(gone.discounts).toMatchObject([{ id: 'd2' }])
  })

  test('[FEE1] has the last amount of an open charge, or none', () => {
    expect(orderAfter(chargeSet('c1', 300), chargeSet('c2', 0), chargeSet('c1', 500)).openCharges).toEqual({
      c1: 500,
      c2: 0,
    })
    expect(orderAfter(chargeSet('c1', 300), chargeSet('c1', null)).openCharges).toEqual({})
    expect(Object.keys(orderAfter(chargeSet('__proto__', 1)).openCharges)).toEqual(['__proto__'])
  })

  test('[FEE2] waives a charge once, and puts it back', () => {
    expect(orderAfter(chargeWaived('c1'), chargeWaived('c2'), chargeWaived('c1')).waivedCharges).toEqual([
      'c2',
      'c1',
    ])
    expect(orderAfter(chargeWaived('c1'), chargeWaived('c1', false)).waivedCharges).toEqual([])
  })

  test('[FEE3] bears no tax it was last exempted from', () => {
    expect(orderAfter(exempted('all'), exempted(['vat-23'])).exempt).toEqual(['vat-23'])
  })

  test('[SYNC6] keeps the last way it was split', () => {
    const check = { id: 'k1', name: '1', shares: [], seats: [], amount: null }
    expect(orderAfter(splitInto(check)).checks).toEqual([check])
    expect(orderAfter(splitInto(check), splitInto()).checks).toEqual([])
  })

  test('[PAY7] counts how often a receipt was asked for', () => {
    expect(orderAfter(closed(HERE), receiptAsked(0), receiptAsked(1)).receipts).toBe(2)
  })
})

describe('what an order is', () => {
  const CASES: readonly (readonly [string, Order['status'], readonly Draft[]])[] = [
    ['nothing happened', 'open', []],
    ['it was merged', 'merged', [merged('o1', 'o2')]],
    ['it was merged into itself', 'open', [merged('o1', 'o1')]],
    ['the merge was taken back', 'open', [merged('o1', 'o2'), unmerged('o1', 'o2')]],
    ['another merge was taken back', 'merged', [merged('o1', 'o3'), unmerged('o1', 'o2')]],
    ['it was cancelled', 'cancelled', [cancelled()]],
    ['it was cancelled and merged', 'cancelled', [cancelled(), merged('o1', 'o2')]],
    ['it was closed', 'closed', [closed(HERE)]],
    ['it was merged and closed', 'closed', [merged('o1', 'o2'), closed(HERE)]],
    ['the close was taken back', 'open', [closed(HERE), reopened('p1')]],
    ['another close was taken back', 'closed', [closed(HERE), reopened('p9')]],
    ['one of two closes was taken back', 'closed', [closed(HERE), closed(THERE), reopened('p1')]],
    ['both closes were taken back', 'open', [closed(HERE), closed(THERE), reopened('p2'), reopened('p1')]],
    ['the reopening came first', 'open', [reopened('p1'), closed(HERE)]],
    ['it was closed again', 'closed', [closed(HERE), reopened('p1'), closed(THERE)]],
    ['it was reopened and cancelled', 'cancelled', [closed(HERE), reopened('p1'), cancelled()]],
    ['it was cancelled, closed and reopened', 'open', [cancelled(), closed(HERE), reopened('p1')]],
  ]

  test.each(CASES)('[ORDER13] when %s: %s', (_, status, facts) => {
    expect(orderAfter(...facts).status).toBe(status)
  })

  test('[ORDER7] a sale beats a cancellation, whichever came first', () => {
    expect(orderAfter(cancelled(), closed(HERE))).toMatchObject({ status: 'closed', sale: HERE })
    expect(orderAfter(closed(HERE), cancelled())).toMatchObject({ status: 'closed', sale: HERE })
  })

  test('[ORDER5] keeps who cancelled it first, and why', () => {
    const order = orderAfter(cancelled('guests left', { by: 'rui' }), cancelled('again'))
    expect(order.cancelled).toEqual(authority({ by: 'rui', reason: 'guests left' }))
  })
})

describe('closing and reopening', () => {
  test('[ORDER6] closed twice keeps both sales, the first as the sale', () => {
    expect(orderAfter(closed(HERE), closed(THERE))).toMatchObject({ sale: HERE, otherSales: [THERE] })
  })

  test('[ORDER6] the same close twice is one close', () => {
    const once = orderAfter(closed(HERE), closed(THERE))
    expect(orderAfter(closed(HERE), closed(THERE), closed(HERE), closed(THERE))).toEqual(once)
  })

  test('[ORDER6] what comes after the close leaves the sale as it is', () => {
    expect(orderAfter(closed(HERE), coversSet(9))).toMatchObject({ sale: HERE, status: 'closed' })
  })

  test('[REOPEN1] what was sold stays on record, with who took it back and why', () => {
    const order = orderAfter(closed(HERE), reopened('p1', { by: 'rui', reason: 'wrong dish' }))
    expect(order).toMatchObject({ sale: null, otherSales: [] })
    expect(order.reopened).toEqual([
      { closeId: 'p1', sale: HERE, ...authority({ by: 'rui', reason: 'wrong dish' }) },
    ])
  })

  test('[REOPEN2] takes back the close that is named: another till’s becomes the sale', () => {
    expect(orderAfter(closed(HERE), closed(THERE), reopened('p1'))).toMatchObject({
      sale: THERE,
      otherSales: [],
    })
    expect(orderAfter(closed(HERE), closed(THERE), reopened('p2'))).toMatchObject({
      sale: HERE,
      otherSales: [],
    })
  })

  test('[REOPEN2] a close that was already taken back never stands, also when it comes late or again', () => {
    const early = orderAfter(reopened('p1'), closed(HERE))
    expect(early).toEqual(orderAfter(closed(HERE), reopened('p1')))
    expect(orderAfter(reopened('p1'), closed(HERE), closed(HERE), reopened('p1'))).toEqual(early)
  })
})

describe('any history of an order', () => {
  test('[ORDER6] [REOPEN2] has every close in exactly one place, and [ORDER13] is what follows from it', () => {
    fc.assert(
      fc.property(histories('order'), (events) => {
        const sorted = events.toSorted(compareKeys).map(({ event }) => event as OrderEvent)
        const order = sorted.reduce<Order | null>((before, event) => foldOrder('o1', before, event), null)
        if (order === null) return
        const standing = [order.sale, ...order.otherSales].flatMap((sale) => sale?.closeId ?? [])
        const all = [...standing, ...order.reopened.map(({ closeId }) => closeId)]
        expect(new Set(all).size).toBe(all.length)
        expect(order.status).toBe(statusOf(order))
        const begun = sorted.slice(sorted.findIndex(({ type }) => type === 'order_opened'))
        const closes = begun.flatMap((event) =>
          event.type === 'order_closed' ? event.payload.sale.closeId : [],
        )
        const named = begun.flatMap((event) => (event.type === 'order_reopened' ? event.payload.closeId : []))
        expect(new Set(standing)).toEqual(new Set(closes.filter((id) => !named.includes(id))))
      }),
      { numRuns: 300 },
    )
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
