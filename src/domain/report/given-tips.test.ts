import { expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, DATE, opened, saleOf, taken } from '../../../tests/support/facts.ts'
import { refunded, tipSet } from '../../../tests/support/payment-facts.ts'
import { soldPayment } from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import { givenTips, tipsGivenBack } from './given-tips.ts'

const { payments } = openBillOf(
  opened(),
  added('i1'),
  taken('p1', 100),
  tipSet('p1', 30, 'rui'),
  taken('p2', 150),
)
const sale = saleOf({
  waiter: 'ana',
  payments: [
    soldPayment('p1', 100, 'card', { tip: minor(20) }),
    soldPayment('p2', 150, 'card', { tip: minor(5) }),
    soldPayment('p3', 10, 'cash'),
  ],
})

test('[REPORT12] [PAY10] a tip is of whom its payment names, else of the waiter, and as it stands now', () => {
  expect(givenTips(sale, payments, new Map([['p1', minor(30)]]))).toEqual([
    { id: 'rui', count: 1, amount: 30, refunded: 0 },
    { id: 'ana', count: 1, amount: 5, refunded: 0 },
  ])
  expect(givenTips(sale, []).map(({ id, amount }) => [id, amount])).toEqual([
    ['ana', 20],
    ['ana', 5],
  ])
})

test('[REPORT12] what was given back of a tip counts on the day it was', () => {
  const { payments: back } = openBillOf(
    opened(),
    added('i1'),
    taken('p1', 100),
    tipSet('p1', 30, 'rui'),
    refunded('p1', 50, { tip: minor(10) }),
  )
  expect(tipsGivenBack(back, DATE)).toEqual([{ id: 'rui', count: 0, amount: 0, refunded: 10 }])
  expect(tipsGivenBack(back, '2020-01-01')).toEqual([])
})
