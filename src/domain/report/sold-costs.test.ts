import { expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, opened, saleOf, soldLine } from '../../../tests/support/facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Item } from '#domain/item/item.ts'
import { soldCosts } from './sold-costs.ts'

test('[REPORT11] [STOCK7] a sold line costs what its ingredients were worth when it was sent', () => {
  // Given two teas of leaves at 4.5 and milk at 10 thousandths, a comp of one, and a bun without a recipe
  const { items } = openBillOf(opened(), added('i1'), added('i2'), added('i3'))
  const stock: Item['stock'] = {
    date: '2026-11-20',
    uses: [
      ['leaves', 2_000, 4_500],
      ['milk', 50_000, 10],
    ],
  }
  const made = items.map((item) => (item.id === 'i3' ? item : { ...item, stock }))
  const lines = [
    { ...soldLine('i1', 2, 250), tax: minor(93) },
    { ...soldLine('i2', 1, 250), total: minor(0) },
    soldLine('i3', 1, 300, 'Bun'),
  ]
  const costs = soldCosts(saleOf({ lines }), { items: made })
  // Then the bun is told nowhere, and the comp costs though it brings nothing
  expect(costs.map(({ name, qty, net, worth }) => [name, qty, net, worth])).toEqual([
    ['Tea', 2, 407, 9_020],
    ['Tea', 1, 0, 4_510],
  ])
})
