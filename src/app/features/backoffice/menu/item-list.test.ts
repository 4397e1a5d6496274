import { expect, test } from 'vitest'
import { ALL, itemSections, RETIRED } from './item-list.ts'
import { categoryOf, itemOf } from './menu-records.ts'

const categories = [categoryOf({ id: 'hot', name: 'Hot', active: true })]
const items = [
  itemOf({ id: 'galao', name: 'Galão', categoryId: 'hot', active: true }),
  itemOf({ id: 'toddy', name: 'Toddy', categoryId: 'hot', active: false }),
  itemOf({ id: 'lost', name: 'Lost', categoryId: 'gone', active: true }),
]
const names = (filter: string, search: string): readonly (readonly [string | null, string])[] =>
  itemSections({ items, categories }, filter, search).flatMap((section) =>
    section.items.map((item) => [section.category?.name ?? null, item.name] as const),
  )

test('items stand in their categories, and none is lost', () => {
  expect(names(ALL, '')).toEqual([
    ['Hot', 'Galão'],
    [null, 'Lost'],
  ])
  expect(names('hot', '')).toEqual([['Hot', 'Galão']])
  expect(names(RETIRED, '')).toEqual([['Hot', 'Toddy']])
})

test('a search needs no accents, and finds what is off the menu too', () => {
  expect(names('hot', 'galao')).toEqual([['Hot', 'Galão']])
  expect(names(ALL, 'TOD')).toEqual([['Hot', 'Toddy']])
})
