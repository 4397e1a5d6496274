import { describe, expect, test } from 'vitest'
import { ordersOf } from '../../../tests/support/bills.ts'
import { added, cancelled, closed, opened, saleOf, taken } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { merged, splitInto, unmerged } from '../../../tests/support/order-facts.ts'
import { declined, requested, unclear } from '../../../tests/support/payment-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { mergeGroups } from '#domain/order/merge-group.ts'

const MERGE = { type: 'merge_orders', orderId: 'o1', into: 'o2', reason: '' } as const
const UNMERGE = { type: 'unmerge_order', orderId: 'o1', reason: '' } as const
const TWO = [opened(), opened({}, 'o2')] as const
const MERGED = [...TWO, added('i1'), added('i2', { orderId: 'o2' }), merged('o1', 'o2')] as const
const CHECK = { id: 'k1', name: '1', shares: [], seats: [1], amount: null }

function onOther(fact: Draft): Draft {
  return { ...fact, ent: { type: 'order', id: 'o2' } }
}

describe('merging orders', () => {
  test('[MERGE1] makes one count for the other, whatever was paid for it', () => {
    given(...TWO, added('i1'), taken('p1', 100))
      .when({ ...MERGE, reason: ' one party ' })
      .thenEvents(merged('o1', 'o2', { reason: 'one party' }))
  })

  test('[MERGE2] is refused with itself, or with an order that is not here', () => {
    given(...TWO)
      .when({ ...MERGE, into: 'o1' })
      .thenRefused('same_order', 'MERGE2')
    given(opened()).when(MERGE).thenRefused('unknown_order', 'ORDER1')
  })

  test('[MERGE2] is refused when the device looked up another order', () => {
    const { bill } = given(opened())
    given(...TWO)
      .when(MERGE, { otherBill: bill })
      .thenRefused('unknown_order', 'MERGE2')
  })

  test.each([
    ['closed', onOther(closed(saleOf()))],
    ['cancelled', onOther(cancelled())],
    ['merged', merged('o2', 'o3')],
  ])('[MERGE2] is refused into an order that is %s', (_, fact) => {
    given(...TWO, opened({}, 'o3'), fact)
      .when(MERGE)
      .thenRefused('order_not_open', 'ORDER4')
  })

  test('[MERGE2] is refused while the one that goes is split; into a split one it may', () => {
    given(...TWO, splitInto(CHECK))
      .when(MERGE)
      .thenRefused('order_is_split', 'MERGE2')
    given(...TWO, onOther(splitInto(CHECK)))
      .when(MERGE)
      .thenEvents(merged('o1', 'o2'))
  })

  test('[BILL2] is refused when the sum would leave exact amounts', () => {
    const dear = { unitPrice: minor(60_000_000_000) }
    given(...TWO, added('i1', dear), added('i2', { ...dear, orderId: 'o2' }))
      .when(MERGE)
      .thenRefused('total_too_large', 'BILL2')
  })
})

describe('taking orders apart', () => {
  test('[MERGE3] leaves each with exactly what it had', () => {
    given(...MERGED)
      .when({ ...UNMERGE, reason: 'wrong party' })
      .thenEvents(unmerged('o1', 'o2', { reason: 'wrong party' }))
    expect(ordersOf([...MERGED, unmerged('o1', 'o2')])).toEqual(ordersOf(TWO))
  })

  test('[MERGE3] is refused for an order that is not merged, or not here', () => {
    given(...TWO)
      .when(UNMERGE)
      .thenRefused('not_merged', 'MERGE3')
    given().when(UNMERGE).thenRefused('unknown_order', 'ORDER1')
    given(...MERGED, closed(saleOf()))
      .when(UNMERGE)
      .thenRefused('not_merged', 'MERGE3')
  })

  test('[MERGE3] is refused while the order it counts for is not here, or not open', () => {
    given(opened(), merged('o1', 'o9')).when(UNMERGE).thenRefused('unknown_order', 'ORDER1')
    given(...MERGED, onOther(closed(saleOf())))
      .when(UNMERGE)
      .thenRefused('order_not_open', 'ORDER4')
  })

  test('[MERGE3] is refused once money is held or on its way for both', () => {
    const paid = taken('p1', 100, 'cash', { orderId: 'o2' })
    const asked = requested('p1', 100, { orderId: 'o2' })
    given(...MERGED, paid)
      .when(UNMERGE)
      .thenRefused('order_has_payments', 'MERGE3')
    given(...MERGED, asked)
      .when(UNMERGE)
      .thenRefused('order_has_payments', 'MERGE3')
    given(...MERGED, asked, unclear('p1'))
      .when(UNMERGE)
      .thenRefused('order_has_payments', 'MERGE3')
    given(...MERGED, asked, declined('p1'))
      .when(UNMERGE)
      .thenEvents(unmerged('o1', 'o2'))
  })

  test('[MERGE3] is refused while they are split together', () => {
    given(...MERGED, onOther(splitInto(CHECK)))
      .when(UNMERGE)
      .thenRefused('order_is_split', 'MERGE3')
  })

  test('[MERGE4] two that were merged into each other come apart with one word', () => {
    const circle = [...TWO, merged('o1', 'o2'), merged('o2', 'o1')]
    given(...circle)
      .when({ ...UNMERGE, orderId: 'o2' })
      .thenEvents(unmerged('o2', 'o1'), unmerged('o1', 'o2'))
    const apart = mergeGroups(ordersOf([...circle, unmerged('o2', 'o1'), unmerged('o1', 'o2')]))
    expect(apart.map(({ merged }) => merged)).toEqual([[], []])
    given(...circle)
      .when(UNMERGE)
      .thenRefused('not_merged', 'MERGE3')
  })
})
