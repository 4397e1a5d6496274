import { describe, expect, test } from 'vitest'
import { given } from '../../../../tests/support/given.ts'
import { added, opened, sent, voided } from '../../../../tests/support/facts.ts'
import { comped, discounted } from '../../../../tests/support/item-facts.ts'
import { orderDiscounted } from '../../../../tests/support/order-facts.ts'
import { giveDiscount, givenDiscounts, takeBackDiscount } from './discount-target.ts'

const COMBO = { id: 'menu-1', menuItemId: 'lunch', name: 'Lunch' }
const TEN = {
  id: 'd1',
  name: 'Ten',
  how: { kind: 'percent', ratePpm: 100_000, cap: null },
  reason: 'x',
} as const

describe('what was given off an order', () => {
  test('[DISC4] is told of the order and of every line that stands', () => {
    const { bill } = given(
      opened(),
      added('i1'),
      added('i2'),
      added('i3'),
      sent('i3'),
      orderDiscounted({ id: 'all' }),
      discounted('i1', { id: 'ten' }),
      comped('i2'),
      discounted('i3', { id: 'gone' }),
      voided('i3'),
    )
    if (bill === null) throw new Error('it was opened')
    expect(givenDiscounts(bill).map(({ target, discount }) => [target.itemId, discount.id])).toEqual([
      [null, 'all'],
      ['i1', 'ten'],
      ['i2', 'comp'],
    ])
  })

  test('[ITEM10] of a combo is told once, by the combo’s own name and id', () => {
    const { bill } = given(
      opened(),
      added('i1', { combo: COMBO }),
      added('i2', { combo: COMBO }),
      discounted('i1', { id: 'ten' }),
      discounted('i2', { id: 'ten' }),
    )
    if (bill === null) throw new Error('it was opened')
    expect(givenDiscounts(bill)).toMatchObject([{ target: { itemId: 'menu-1' }, line: 'Lunch' }])
  })
})

test('[DISC1] a discount is given to, and taken back from, what it was opened for', () => {
  const line = { orderId: 'o1', itemId: 'i1' }
  const order = { orderId: 'o1', itemId: null }
  expect(giveDiscount(line, TEN)).toMatchObject({ type: 'discount_item', itemId: 'i1', discountId: 'd1' })
  expect(giveDiscount(order, TEN)).toMatchObject({ type: 'discount_order', orderId: 'o1', discountId: 'd1' })
  expect(takeBackDiscount(line, 'd1')).toMatchObject({ type: 'remove_item_discount', itemId: 'i1' })
  expect(takeBackDiscount(order, 'd1')).toMatchObject({ type: 'remove_order_discount' })
})
