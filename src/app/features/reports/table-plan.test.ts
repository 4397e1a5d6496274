import { expect, test } from 'vitest'
import { nextSort, plainRows, sorted, type TablePlan } from './table-plan.ts'

interface Dish {
  readonly name: string
  readonly qty: number
}

const plan: TablePlan<Dish> = {
  id: 'items',
  caption: 'Items',
  columns: [
    { key: 'name', label: 'Item', text: ({ name }) => name, raw: ({ name }) => name },
    {
      key: 'qty',
      label: 'Sold',
      text: ({ qty }) => `${qty} ×`,
      raw: ({ qty }) => `${qty}`,
      sort: ({ qty }) => qty,
    },
    { key: 'code', label: 'Code', raw: ({ name }) => name.toLowerCase() },
  ],
  rows: [
    { name: 'Tea', qty: 2 },
    { name: 'Soup', qty: 9 },
    { name: 'Bread', qty: 2 },
  ],
  keyOf: ({ name }) => name,
}

test('[REPORT9] a file has every column, those too that the screen leaves out', () => {
  expect(plainRows(plan)).toEqual([
    ['Item', 'Sold', 'Code'],
    ['Tea', '2', 'tea'],
    ['Soup', '9', 'soup'],
    ['Bread', '2', 'bread'],
  ])
})

test('a head taps through largest first and smallest first; equal rows stay as they were', () => {
  const down = nextSort(null, 'qty')
  expect(sorted(plan, down).map(({ name }) => name)).toEqual(['Soup', 'Tea', 'Bread'])
  const up = nextSort(down, 'qty')
  expect(sorted(plan, up).map(({ name }) => name)).toEqual(['Tea', 'Bread', 'Soup'])
  expect(nextSort(up, 'qty').descending).toBe(true)
  expect(sorted(plan, null)).toBe(plan.rows)
  expect(sorted(plan, { key: 'name', descending: true })).toBe(plan.rows)
})
