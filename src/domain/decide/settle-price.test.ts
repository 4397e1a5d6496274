import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, authority, closed, opened, saleOf, sent } from '../../../tests/support/facts.ts'
import { soldLine, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { doubted, modifiersSet, priceSettled } from '../../../tests/support/item-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { reviewReasons } from '#domain/order/review.ts'

const SETTLE = { type: 'settle_price', orderId: 'o1', itemId: 'i1', reason: 'promised' } as const
const OPEN = [opened(), added('i1'), sent('i1')]
const SALE = saleOf({ lines: [soldLine('i1', 1, 250)], subtotal: minor(250), total: minor(250) })
const PAID = [...OPEN, taken('p1', 250), closed(SALE)]
const MANAGER = as('manager')
const SAID = priceSettled('i1', authority({ by: 'rui', reason: 'promised' }))

const reasons = (...facts: readonly Draft[]) => reviewReasons(openBillOf(...facts))

describe('saying that a doubted price is right', () => {
  test('[REVIEW13] is written with who said it and why, of an open order and of a paid one', () => {
    for (const facts of [OPEN, PAID])
      given(...facts, doubted('i1'))
        .when(SETTLE, MANAGER)
        .thenEvents(SAID)
  })

  test('[REVIEW13] ends the doubt, whichever was here first, and one that comes again', () => {
    expect(reasons(...PAID, doubted('i1'))).toEqual(['low_price'])
    expect(reasons(...PAID, doubted('i1'), SAID)).toEqual([])
    expect(reasons(...PAID, SAID, doubted('i1'))).toEqual([])
    given(...PAID, doubted('i1'), SAID)
      .when(SETTLE, MANAGER)
      .thenEvents()
  })

  test('[REVIEW13] says nothing of another price', () => {
    const anew = modifiersSet('i1', { unitPrice: minor(100) })
    const again = doubted('i1', { unitPrice: minor(100), asked: minor(100) })
    expect(reasons(opened(), added('i1'), doubted('i1'), SAID, anew, again)).toEqual(['low_price'])
  })

  test('[REVIEW13] [ROLE3] needs a reason, and a manager', () => {
    given(...PAID, doubted('i1'))
      .when(SETTLE)
      .thenRefused('approval_needed', 'ROLE3')
    given(...PAID, doubted('i1'))
      .when({ ...SETTLE, reason: ' ' }, MANAGER)
      .thenRefused('reason_missing', 'REVIEW13')
  })

  test('[REVIEW13] is refused of a line or an order that is not there, and says nothing where nobody doubts', () => {
    given(...OPEN)
      .when({ ...SETTLE, itemId: 'i9' }, MANAGER)
      .thenRefused('unknown_item', 'REVIEW13')
    given()
      .when({ ...SETTLE, orderId: 'o9' }, MANAGER)
      .thenRefused('unknown_order', 'ORDER1')
    given(...OPEN)
      .when(SETTLE, MANAGER)
      .thenEvents()
  })
})
