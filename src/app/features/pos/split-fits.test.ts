import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../../tests/support/bills.ts'
import { added, opened, taken } from '../../../../tests/support/facts.ts'
import { given } from '../../../../tests/support/given.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { splitEqually, splitOf, unsplit, written } from './split-draft.ts'
import { keepsPaid } from './split-fits.ts'

const LINE = [opened(), added('i1', { unitPrice: minor(101) })]

/** One line of 1.01 in two halves: the first costs 0.51, the second 0.50, of which this one was paid. */
function halves(paid: 'a' | 'b'): readonly Draft[] {
  const { items, payments } = openBillOf(...LINE)
  const checks = written(splitEqually(splitOf([], items, payments), ['a', 'b']))
  const split = { type: 'order_split', payload: { checks } } as const
  const amount = paid === 'a' ? 51 : 50
  return [
    ...LINE,
    { ent: { type: 'order', id: 'o1' }, event: split },
    taken('p1', amount, 'card', { checkId: paid }),
  ]
}

describe('a split that is changed after a check was paid', () => {
  test.each([
    ['a', 'not split', true],
    ['b', 'not split', false],
    ['a', 'in two again', true],
    ['b', 'in two again', false],
  ] as const)('[CHECK11] is offered where it will be accepted: %s paid, %s', (paid, how, fits) => {
    const facts = halves(paid)
    const bill = openBillOf(...facts)
    const split = splitOf(bill.order.checks, bill.items, bill.payments)
    const checks = written(how === 'not split' ? unsplit(split) : splitEqually(split, ['c', 'd']))
    expect(keepsPaid(bill, checks)).toBe(fits)
    const outcome = given(...facts).when({ type: 'split_order', orderId: 'o1', checks })
    if (fits) outcome.thenLike({ event: { type: 'order_split' } })
    else outcome.thenRefused('check_paid', 'CHECK11')
  })
})
