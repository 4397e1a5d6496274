import type { ItemTotal } from '#domain/day/day-report.ts'
import { minor } from '#domain/money/money.ts'
import { expect, test } from 'vitest'
import { nextSort, sortItems } from './item-sort.ts'

function item(name: string, qty: number, amount: number): ItemTotal {
  return { menuItemId: name, name, qty, amount: minor(amount) }
}

const ITEMS = [item('Tea', 3, 900), item('Cake', 3, 1500), item('Soup', 9, 700)]

test.each([
  ['qty', true, 'Soup Cake Tea'],
  ['qty', false, 'Cake Tea Soup'],
  ['amount', true, 'Cake Tea Soup'],
  ['amount', false, 'Soup Tea Cake'],
] as const)('items by %s, descending %s: %s', (by, descending, names) => {
  expect(
    sortItems(ITEMS, { by, descending })
      .map((one) => one.name)
      .join(' '),
  ).toBe(names)
})

test('a second tap on a column turns it round, another column begins with the largest', () => {
  const byQty = nextSort({ by: 'amount', descending: true }, 'qty')
  expect(byQty).toEqual({ by: 'qty', descending: true })
  expect(nextSort(byQty, 'qty')).toEqual({ by: 'qty', descending: false })
})
