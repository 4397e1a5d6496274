import { expect, test } from 'vitest'
import type { VarianceView } from '#domain/stock/variance-view.ts'
import { csvOf } from '#app/data/csv-text.ts'
import { varianceRows, worstFirst } from './variance.ts'

const milk: VarianceView = {
  id: 'milk',
  name: 'Milk',
  unit: 'ml',
  openedAt: 0,
  countedAt: 1,
  opening: 1_000_000,
  received: 0,
  used: 200_500,
  wasted: 0,
  counted: 700_000,
  expected: 799_500,
  difference: -99_500,
  worth: -9_950,
}

test('[STOCK12] the dearest loss comes first, and among equals the name', () => {
  const named = (name: string, worth: number): VarianceView => ({ ...milk, name, worth })
  const sorted = worstFirst([named('Tea', 0), named('Beans', 0), named('Oil', 900), named('Milk', -10)])
  expect(sorted.map(({ name }) => name)).toEqual(['Milk', 'Beans', 'Tea', 'Oil'])
})

test('[STOCK12] [REPORT9] its file holds plain figures, also below nothing', () => {
  expect(csvOf(varianceRows([milk], 2))).toBe('Milk,ml,1000,0,200.5,0,799.5,700,-99.5,-0.10\r\n')
})
