import { describe, expect, test } from 'vitest'
import { added, closed, opened, saleOf, soldLine, taken } from '../../../tests/support/facts.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import type { Discount } from '#domain/discount/discount.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { priceBasis } from './price-basis.ts'
import { reviews } from './review.ts'

const REGULAR: Discount = {
  id: 'regular',
  name: 'Regular',
  kind: 'discount',
  how: { kind: 'percent', ratePpm: 100_000, cap: null },
  reason: 'comes daily',
  by: 'ana',
  approvedBy: null,
  at: 1,
}

const discounted: Draft = {
  ent: { type: 'order', id: 'o1' },
  event: { type: 'order_discounted', payload: REGULAR },
}

function sold(basis: string): readonly Draft[] {
  const sale = saleOf({ basis, lines: [soldLine('i1', 1, 250)], subtotal: minor(250), total: minor(250) })
  return [opened(), added('i1'), taken('p1', 250), closed(sale)]
}

describe('a change of what a sale cost', () => {
  const basis = priceBasis(openBillOf(opened(), added('i1')))

  test('[REVIEW11] is looked at when it came before the close was seen', () => {
    const bill = openBillOf(...sold(basis), discounted)
    expect(reviews(bill)).toEqual([{ reason: 'late_price', sold: basis, now: priceBasis(bill) }])
  })

  test('[REVIEW11] is none where nothing changed, or where nobody knows what it was', () => {
    expect(reviews(openBillOf(...sold(basis)))).toEqual([])
    expect(reviews(openBillOf(...sold(''), discounted))).toEqual([])
  })

  test('[REVIEW11] comes after a change of its lines', () => {
    const reasons = reviews(openBillOf(...sold(basis), discounted, added('i2'))).map(({ reason }) => reason)
    expect(reasons).toEqual(['late_items'])
  })

  test('[REVIEW11] is not who gave a discount, or in what order two were given', () => {
    const other = { ...REGULAR, id: 'staff', by: 'rui', at: 2 }
    const give = (payload: Discount): Draft => ({
      ...discounted,
      event: { type: 'order_discounted', payload },
    })
    const start = [opened(), added('i1')]
    const one = openBillOf(...start, give(REGULAR), give(other))
    const another = openBillOf(...start, give({ ...other, by: 'ana' }), give({ ...REGULAR, at: 9 }))
    expect(priceBasis(one)).toBe(priceBasis(another))
    expect(priceBasis(one)).not.toBe(basis)
  })
})
