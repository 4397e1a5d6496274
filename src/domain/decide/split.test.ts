import { describe, expect, test } from 'vitest'
import { billOf } from '../../../tests/support/bills.ts'
import { added, cancelled, opened, removed, sent, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { splitInto } from '../../../tests/support/order-facts.ts'
import { declined, requested } from '../../../tests/support/payment-facts.ts'
import { checkOfAmount, checkOfItems } from '#domain/check/split.ts'
import type { Check } from '#domain/check/check.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import { minor } from '#domain/money/money.ts'
import { checkBalances } from '#domain/check/balances.ts'
import { billTotals, type Bill } from '#domain/order/bill.ts'

const FACTS = [opened(), added('i1', { unitPrice: minor(1_000) }), added('i2'), sent('i1')] as const

function share(id: string, itemId: string, qty = 1, of = 1): Check {
  return checkOfItems({ id, name: id }, [{ itemId, qty, of }])
}

function sumOf(id: string, amount: number): Check {
  return checkOfAmount({ id, name: id }, minor(amount))
}

function split(...checks: readonly Check[]) {
  return { type: 'split_order', orderId: 'o1', checks } as const
}

const A = share('a', 'i1', 1, 3)
const B = share('b', 'i2')
const PAID = [...FACTS, splitInto(A, B), taken('p1', 100, 'card', { checkId: 'a' })]

describe('splitting an order', () => {
  test('[CHECK1] says who pays what, and touches nothing else', () => {
    given(...FACTS)
      .when(split(A, B))
      .thenEvents(splitInto(A, B))
    const [before, after] = [billOf(FACTS), billOf([...FACTS, splitInto(A, B)])]
    expect(after).toEqual({ ...before, order: { ...before?.order, checks: [A, B] } })
  })

  test('[CHECK12] the same again, or none where there are none, changes nothing', () => {
    given(...FACTS, splitInto(A, B))
      .when(split(A, B))
      .thenEvents()
    given(...FACTS)
      .when(split())
      .thenEvents()
  })

  test('[CHECK12] not split any more is as if it had never been, to the byte', () => {
    given(...FACTS, splitInto(A, B))
      .when(split())
      .thenEvents(splitInto())
    const money = (bill: Bill | null): string =>
      bill === null ? '' : canonicalJson([bill, billTotals(bill), checkBalances(bill)])
    expect(money(billOf([...FACTS, splitInto(A, B), splitInto()]))).toBe(money(billOf(FACTS)))
    expect(money(billOf([...FACTS, splitInto(A, B)]))).not.toBe(money(billOf(FACTS)))
  })

  test('[CHECK2] [CHECK3] in a way that cannot be is refused', () => {
    given(...FACTS, removed('i2'))
      .when(split(B))
      .thenRefused('bad_split', 'CHECK2')
    given(...FACTS)
      .when(split(share('a', 'i1', 2, 3), share('b', 'i1', 1, 2)))
      .thenRefused('bad_split', 'CHECK2')
    given(...FACTS)
      .when(split(A, { ...B, id: 'a' }))
      .thenRefused('bad_split', 'CHECK3')
  })

  test('[CHECK3] for a sum that is not there is refused', () => {
    given(...FACTS)
      .when(split(sumOf('a', 1_250)))
      .thenEvents(splitInto(sumOf('a', 1_250)))
    given(...FACTS)
      .when(split(sumOf('a', 1_251)))
      .thenRefused('bad_split', 'CHECK3')
    given(...FACTS)
      .when(split(sumOf('a', 1_000), sumOf('b', 251)))
      .thenRefused('bad_split', 'CHECK3')
    given(...FACTS)
      .when(split(B, sumOf('a', 1_001)))
      .thenRefused('bad_split', 'CHECK3')
  })

  test('[ORDER1] [ORDER4] needs an open order', () => {
    given().when(split(A)).thenRefused('unknown_order', 'ORDER1')
    given(...FACTS, cancelled())
      .when(split(A))
      .thenRefused('order_not_open', 'ORDER4')
  })

  test('[ROLE3] needs a yes where the role asks for one', () => {
    const { actor } = as('waiter')
    const actions = { ...actor.rights.actions, split_order: 'approval' as const }
    given(...FACTS)
      .when(split(A), { actor: { ...actor, rights: { ...actor.rights, actions } } })
      .thenRefused('approval_needed', 'ROLE3')
  })
})

describe('a check somebody paid on', () => {
  test('[CHECK11] stays as it is while the others change', () => {
    const c = share('c', 'i1', 1, 3)
    given(...PAID)
      .when(split(A, c))
      .thenEvents(splitInto(A, c))
    given(...PAID)
      .when(split(A, B, c, sumOf('d', 300)))
      .thenEvents(splitInto(A, B, c, sumOf('d', 300)))
  })

  test.each<readonly [string, readonly Check[]]>([
    ['gone', [B]],
    ['of nobody', []],
    ['with another share', [share('a', 'i1', 1, 2)]],
    ['with another name', [{ ...A, name: 'Ana' }]],
    ['at another price, behind others', [share('c', 'i1', 1, 3), A]],
  ])('[CHECK11] is never %s', (_, checks) => {
    given(...PAID)
      .when(split(...checks))
      .thenRefused('check_paid', 'CHECK11')
  })

  test('[CHECK11] with a sum keeps its sum', () => {
    const facts = [...FACTS, splitInto(sumOf('a', 600)), taken('p1', 100, 'card', { checkId: 'a' })]
    given(...facts)
      .when(split(share('b', 'i1', 1, 2), sumOf('a', 600)))
      .thenLike({})
    given(...facts)
      .when(split(share('b', 'i1'), sumOf('a', 600)))
      .thenRefused('check_paid', 'CHECK11')
  })

  test('[CHECK11] with a sum stays, though there is less on the rest by now', () => {
    const facts = [
      ...FACTS,
      splitInto(sumOf('a', 1_200)),
      taken('p1', 100, 'card', { checkId: 'a' }),
      removed('i2'),
    ]
    const seat: Check = { id: 's', name: 's', shares: [], seats: [5], amount: null }
    given(...facts)
      .when(split(sumOf('a', 1_200), seat))
      .thenEvents(splitInto(sumOf('a', 1_200), seat))
  })

  test('[CHECK11] is also one a card was asked for, until it is declined', () => {
    const asked = [...FACTS, splitInto(A, B), requested('p1', 100, { checkId: 'a' })]
    given(...asked)
      .when(split(B))
      .thenRefused('check_paid', 'CHECK11')
    given(...asked, declined('p1'))
      .when(split(B))
      .thenEvents(splitInto(B))
  })

  test('[CHECK11] that is already gone keeps nobody from splitting anew', () => {
    given(...FACTS, splitInto(B), taken('p1', 100, 'card', { checkId: 'a' }))
      .when(split(A))
      .thenEvents(splitInto(A))
  })
})
