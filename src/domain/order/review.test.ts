import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import {
  added,
  cancelled,
  closed,
  opened,
  paymentVoided,
  qtySet,
  removed,
} from '../../../tests/support/facts.ts'
import { saleOf, sent, soldLine, taken, voided } from '../../../tests/support/facts.ts'
import { discounted, doubted, modifiersSet } from '../../../tests/support/item-facts.ts'
import { merged, reopened } from '../../../tests/support/order-facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { Order } from './order.ts'
import { reviewReasons, reviews } from './review.ts'

const LINES = [soldLine('i1', 1, 250)]
const SALE = saleOf({ lines: LINES, subtotal: minor(250), total: minor(250) })
const THERE = { ...SALE, closeId: 'p2' }
const SOLD = [opened(), added('i1'), sent('i1'), taken('p1', 250), closed(SALE)] as const

function reasons(...facts: readonly Draft[]): readonly string[] {
  return reviewReasons(openBillOf(...facts))
}

describe('an order needs no look', () => {
  test('[REVIEW1] when everything is as it was sold', () => expect(reasons(...SOLD)).toEqual([]))

  test('[REVIEW1] while it is open, whatever is on it', () => {
    expect(reasons(opened(), added('i1'), taken('p1', 900))).toEqual([])
  })

  test('[REVIEW10] when it is merged: it is looked at where it counts', () => {
    const two = [
      opened(),
      opened({ number: 'A-002' }, 'o2'),
      added('i2', { orderId: 'o2' }),
      merged('o1', 'o2'),
    ]
    expect(reasons(...two, added('i1'), taken('p1', 900))).toEqual([])
  })
})

describe('an order sold here and changed there', () => {
  const now = { qty: 1, amount: minor(250) }

  test.each<readonly [string, readonly Draft[], unknown]>([
    ['something added', [added('i2')], { itemId: 'i2', name: 'Tea', sold: null, now }],
    [
      'something free added',
      [added('i2', { unitPrice: minor(0) })],
      { sold: null, now: { qty: 1, amount: 0 } },
    ],
    ['something voided', [voided('i1')], { itemId: 'i1', name: 'Tea', sold: now, now: null }],
  ])('[REVIEW1] is told with both versions: %s', (_, facts, line) => {
    expect(reviews(openBillOf(...SOLD, ...facts))).toMatchObject([{ reason: 'late_items', lines: [line] }])
  })

  test('[REVIEW1] is told when a quantity changed before it was sent', () => {
    const facts = [opened(), added('i1'), qtySet('i1', 2), taken('p1', 250), closed(SALE)]
    expect(reviews(openBillOf(...facts))).toMatchObject([
      { reason: 'late_items', lines: [{ sold: { qty: 1, amount: 250 }, now: { qty: 2, amount: 500 } }] },
    ])
  })

  test('[REVIEW1] is told when the quantity of something free changed', () => {
    const free = [opened(), added('i1', { unitPrice: minor(0) }), qtySet('i1', 2)]
    const sale = saleOf({ lines: [soldLine('i1', 1, 0)] })
    expect(reasons(...free, closed(sale))).toEqual(['late_items'])
  })

  test('[REVIEW1] is told when one line was swapped for another of the same price', () => {
    expect(reviews(openBillOf(...SOLD, voided('i1'), added('i2')))).toMatchObject([
      { reason: 'late_items', lines: [{ itemId: 'i2' }, { itemId: 'i1' }] },
    ])
  })
})

describe('an order paid here and there', () => {
  test('[REVIEW2] is told when more was taken than it cost', () => {
    expect(reviews(openBillOf(...SOLD, taken('p2', 250)))).toEqual([
      { reason: 'overpaid', total: 250, paid: 500 },
    ])
    expect(reasons(...SOLD, taken('p2', 250), paymentVoided('p2'))).toEqual([])
    expect(reasons(...SOLD, taken('p2', 250), refunded('p2', 250, { excess: minor(250) }))).toEqual([])
  })

  test('[REVIEW5] is told when its sale counts a payment that was voided elsewhere', () => {
    expect(reviews(openBillOf(...SOLD, paymentVoided('p1')))).toEqual([
      { reason: 'underpaid', total: 250, paid: 0 },
    ])
    expect(reasons(...SOLD, refunded('p1', 250))).toEqual([])
  })

  test('[REVIEW3] is told when it was closed twice, with both sales', () => {
    const twice = [...SOLD, taken('p2', 250), closed(THERE)]
    expect(reviews(openBillOf(...twice))).toEqual([
      { reason: 'overpaid', total: 250, paid: 500 },
      { reason: 'closed_twice', sales: [SALE, THERE] },
    ])
  })

  test('[REVIEW3] is settled when the other payment is voided or given back, or its close taken back', () => {
    const twice = [...SOLD, taken('p2', 250), closed(THERE)]
    expect(reasons(...twice, paymentVoided('p2'))).toEqual([])
    expect(reasons(...twice, refunded('p2', 100, { excess: minor(100) }))).toEqual([
      'overpaid',
      'closed_twice',
    ])
    expect(reasons(...twice, refunded('p2', 250, { excess: minor(250) }))).toEqual([])
    expect(reasons(...twice, paymentVoided('p2'), reopened('p2'))).toEqual([])
    expect(reasons(...SOLD, closed({ ...SALE, closeId: 'unseen' }))).toEqual(['closed_twice'])
  })

  test('[REVIEW6] is told when the same money was given back twice', () => {
    const twice = [refunded('p1', 200), refunded('p1', 100, { refundId: 'r2' })]
    expect(reviews(openBillOf(...SOLD, ...twice))).toEqual([
      { reason: 'over_refunded', paid: 250, refunded: 300 },
    ])
    expect(reasons(...SOLD, refunded('p1', 250))).toEqual([])
    expect(
      reasons(...SOLD, refunded('p1', 0, { tip: minor(1) }), refunded('p1', 250, { refundId: 'r2' })),
    ).toEqual(['over_refunded'])
    expect(reasons(opened(), added('i1'), taken('p1', 50), paymentVoided('p1'), refunded('p1', 50))).toEqual([
      'over_refunded',
    ])
  })

  test('[REVIEW6] is told when a sale was refunded here and reopened there', () => {
    expect(reasons(...SOLD, refunded('p1', 250), reopened('p1'))).toEqual(['over_refunded'])
    expect(reasons(...SOLD, refunded('p1', 250, { excess: minor(250) }), reopened('p1'))).toEqual([])
  })
})

describe('a cancelled order', () => {
  test('[REVIEW4] is told when items or payments stand on it', () => {
    expect(reasons(opened(), cancelled())).toEqual([])
    expect(reasons(opened(), added('i1'), removed('i1'), cancelled())).toEqual([])
    expect(reasons(opened(), cancelled(), added('i1'))).toEqual(['late_items'])
    expect(reviews(openBillOf(opened(), cancelled(), added('i1'), taken('p1', 100)))).toMatchObject([
      { reason: 'late_items', lines: [{ sold: null }] },
      { reason: 'overpaid', total: 0, paid: 100 },
    ])
  })
})

describe('a line that two devices touched', () => {
  test('[REVIEW7] is told when both voided the same pieces', () => {
    const facts = [opened(), added('i1', { qty: 3 }), sent('i1'), voided('i1', { qty: 2 })]
    expect(reasons(...facts)).toEqual([])
    expect(reviews(openBillOf(...facts, voided('i1', { qty: 2, by: 'rui' })))).toMatchObject([
      { reason: 'double_void', itemId: 'i1', voids: [{ by: 'ana' }, { by: 'rui' }] },
    ])
  })

  test('[REVIEW8] is told when one changed what the other had sent', () => {
    expect(reviews(openBillOf(opened(), added('i1', { qty: 3 }), sent('i1'), qtySet('i1', 5)))).toEqual([
      { reason: 'late_change', itemId: 'i1', qty: 3, wanted: { qty: 5 } },
    ])
    expect(reasons(opened(), added('i1', { qty: 3 }), qtySet('i1', 5), sent('i1'))).toEqual([])
  })
})

describe('two orders on one table', () => {
  const here = openBillOf(opened({ openedAt: 2_000 }))
  const there: Order = { ...here.order, id: 'o2', number: 'B-001', openedAt: 1_000 }

  test('[REVIEW9] are told, the older first', () => {
    const orders = [
      { id: 'o2', number: 'B-001', openedAt: 1_000 },
      { id: 'o1', number: 'A-001', openedAt: 2_000 },
    ]
    expect(reviews(here, there)).toEqual([{ reason: 'table_shared', orders }])
    expect(reviews({ ...here, order: there }, here.order)).toEqual([{ reason: 'table_shared', orders }])
  })

  test('[REVIEW9] are not told of an order itself, another table, none, or one that is no longer open', () => {
    expect(reviews(here, here.order)).toEqual([])
    expect(reviews(here, { ...there, tableId: 't2' })).toEqual([])
    expect(reviews(here, { ...there, status: 'closed' })).toEqual([])
    expect(reviews(here)).toEqual([])
    const takeaway = { ...here.order, tableId: null }
    expect(reviews({ ...here, order: takeaway }, { ...there, tableId: null })).toEqual([])
    expect(
      reviews({ ...here, order: { ...here.order, cancelled: null, status: 'closed' } }, there),
    ).not.toContainEqual(expect.objectContaining({ reason: 'table_shared' }))
  })
})

test('[REVIEW10] looking changes nothing, and says the same again', () => {
  const bill = openBillOf(...SOLD, voided('i1'), added('i2'), discounted('i2'), taken('p2', 250))
  const before = JSON.stringify(bill)
  expect(reviews(bill)).toEqual(reviews(bill))
  expect(JSON.stringify(bill)).toBe(before)
})

describe('a line whose price was doubted', () => {
  test('[REVIEW12] is looked at while its order is open, and when it is paid', () => {
    const facts = [opened(), added('i1'), doubted('i1')]
    const doubt = { unitPrice: 250, asked: 250, menu: 300, device: 'Till', person: 'Ana' }
    expect(reviews(openBillOf(...facts))).toEqual([{ reason: 'low_price', itemId: 'i1', doubt }])
    expect(reasons(...SOLD, doubted('i1'))).toEqual(['low_price'])
  })

  test('[REVIEW12] no more once it is voided, or chosen anew at another price', () => {
    expect(reasons(opened(), added('i1'), doubted('i1'), removed('i1'))).toEqual([])
    expect(reasons(opened(), added('i1'), removed('i1'), doubted('i1'))).toEqual([])
    const anew = modifiersSet('i1', { unitPrice: minor(300) })
    expect(reasons(opened(), added('i1'), doubted('i1'), anew)).toEqual([])
  })
})
