import { expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, opened, saleOf, soldLine } from '../../../tests/support/facts.ts'
import { comped, discounted } from '../../../tests/support/item-facts.ts'
import { orderDiscounted } from '../../../tests/support/order-facts.ts'
import { minor } from '#domain/money/money.ts'
import { givenDiscounts } from './given-discounts.ts'

const off = (id: string, amount: number, kind: 'discount' | 'comp' = 'discount') => ({
  id,
  name: kind === 'comp' ? 'Comp' : 'Regular',
  kind,
  amount: minor(amount),
})

test('[REPORT5] a sale tells why each discount was given and who allowed it, an order’s own once', () => {
  const bill = openBillOf(
    opened(),
    added('i1'),
    added('i2'),
    discounted('i1', { reason: 'birthday', approvedBy: 'rui' }),
    comped('i2', { by: 'rui' }),
    orderDiscounted({ reason: 'friend' }),
  )
  const lines = [
    // The line's own comes before the order's, though both are of one rule.
    { ...soldLine('i1', 1, 250), discounts: [off('d1', 25), off('d1', 20)] },
    { ...soldLine('i2', 1, 250), discounts: [off('comp', 250, 'comp')] },
    { ...soldLine('i3', 1, 250), discounts: [off('d1', 30), off('gone', 1)] },
  ]
  const given = givenDiscounts(saleOf({ lines }), bill)
  expect(given.map((row) => [row.name, row.reason, row.by, row.approvedBy, row.count, row.amount])).toEqual([
    ['Regular', 'birthday', 'ana', 'rui', 1, 25],
    ['Regular', 'friend', 'ana', '', 1, 20],
    ['Comp', 'cold', 'rui', '', 1, 250],
    ['Regular', 'friend', 'ana', '', 0, 30],
    // Taken off the order after its sale: the amount stands, the reason is not there any more.
    ['Regular', '', '', '', 1, 1],
  ])
})
