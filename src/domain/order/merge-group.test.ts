import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { billOf, ordersOf } from '../../../tests/support/bills.ts'
import { added, cancelled, closed, opened, saleOf, taken } from '../../../tests/support/facts.ts'
import { moved } from '../../../tests/support/item-facts.ts'
import { merged, unmerged } from '../../../tests/support/order-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { mergeGroups, rootOf } from './merge-group.ts'

const IDS = ['o1', 'o2', 'o3', 'o4'] as const
const OPEN = IDS.map((id) => opened({ number: id }, id))

/** "o1 o2+o3": each root with what counts for it. */
function groupsOf(...facts: readonly Draft[]): string {
  return mergeGroups(ordersOf([...OPEN, ...facts]))
    .map(({ root, merged }) => [root.id, ...merged.map(({ id }) => id)].join('+'))
    .join(' ')
}

describe('orders that were merged', () => {
  const CASES: readonly (readonly [string, string, readonly Draft[]])[] = [
    ['none', 'o1 o2 o3 o4', []],
    ['one into another', 'o1 o2+o3 o4', [merged('o3', 'o2')]],
    ['one into another, which goes on', 'o1+o2+o3 o4', [merged('o3', 'o2'), merged('o2', 'o1')]],
    [
      'two into each other: the smallest id is the root',
      'o1 o2+o3 o4',
      [merged('o2', 'o3'), merged('o3', 'o2')],
    ],
    [
      'a circle of three, and one outside it',
      'o1+o2+o3+o4',
      [merged('o1', 'o3'), merged('o3', 'o2'), merged('o2', 'o1'), merged('o4', 'o3')],
    ],
    ['the last merge counts', 'o1+o3 o2 o4', [merged('o3', 'o2'), merged('o3', 'o1')]],
    ['into one that is not here yet', 'o1 o2 o3 o4', [merged('o3', 'o9')]],
    [
      'what was sold by itself counts for nobody else',
      'o1 o2 o3 o4',
      [merged('o3', 'o2'), closed(saleOf(), 'o3')],
    ],
    ['what was sold takes those merged into it', 'o1+o2 o3 o4', [merged('o2', 'o1'), closed(saleOf(), 'o1')]],
  ]

  test.each(CASES)('[MERGE4] %s', (_, expected, facts) => {
    expect(groupsOf(...facts)).toBe(expected)
  })

  test('[MERGE4] what was cancelled by itself counts for nobody else', () => {
    expect(groupsOf(merged('o1', 'o2'), cancelled())).toBe('o1 o2 o3 o4')
  })

  test('[MERGE4] the root of a circle is open, and keeps its pointer to be taken back', () => {
    const [first] = mergeGroups(ordersOf([...OPEN, merged('o1', 'o2'), merged('o2', 'o1')]))
    expect(first?.root).toMatchObject({ id: 'o1', status: 'open', mergedInto: 'o2' })
  })

  test('[MERGE1] count with their items and payments, also those that arrive late', () => {
    const facts = [...OPEN, added('i1'), merged('o2', 'o1'), added('i2', { orderId: 'o2' })]
    const bill = billOf([...facts, taken('p2', 100, 'cash', { orderId: 'o2' }), moved('i1', 'o2')])
    expect(bill?.items.map(({ id, orderId }) => [id, orderId])).toEqual([
      ['i1', 'o2'],
      ['i2', 'o2'],
    ])
    expect(bill?.payments).toMatchObject([{ id: 'p2', orderId: 'o2' }])
  })
})

const pointers = fc.array(
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS, 'o9')).map(([from, into]) => merged(from, into)),
  { maxLength: 8 },
)

describe('any merges of orders', () => {
  test('[MERGE4] put every order in exactly one group, whatever order they are given in', () => {
    fc.assert(
      fc.property(pointers, fc.shuffledSubarray([...OPEN], { minLength: OPEN.length }), (facts, shuffled) => {
        const groups = mergeGroups(ordersOf([...shuffled, ...facts]))
        const members = groups.flatMap(({ root, merged }) => [root, ...merged]).map(({ id }) => id)
        expect(members.sort()).toEqual([...IDS])
        expect(groups).toEqual(mergeGroups(ordersOf([...OPEN, ...facts])))
        for (const { root } of groups) {
          // Only what waits for an order that is not here is merged, and yet by itself.
          expect(root.status === 'open' || root.mergedInto === 'o9').toBe(true)
        }
      }),
    )
  })

  test('[MERGE3] merged and taken apart is as it was, to the byte', () => {
    fc.assert(
      fc.property(pointers, fc.constantFrom(...IDS), fc.constantFrom(...IDS), (facts, from, into) => {
        const before = ordersOf([...OPEN, ...facts])
        const free = before.find(({ id }) => id === from)?.mergedInto === null
        fc.pre(free && from !== into)
        expect(ordersOf([...OPEN, ...facts, merged(from, into), unmerged(from, into)])).toEqual(before)
      }),
    )
  })

  test('[MERGE4] the root of an order nobody knows is itself', () => {
    expect(rootOf('o9', new Map())).toBe('o9')
  })
})
