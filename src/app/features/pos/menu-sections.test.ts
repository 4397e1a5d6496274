import { expect, test } from 'vitest'
import type { MenuView } from '#device/messages.ts'
import { minor } from '#domain/money/money.ts'
import { menuSections } from './menu-sections.ts'

const menu: MenuView = {
  categories: [
    { id: 'coffee', name: 'Coffee', color: 'amber' },
    { id: 'bread', name: 'Bread', color: 'brown' },
    { id: 'wine', name: 'Wine', color: 'red' },
  ],
  items: ['coffee/Galão', 'coffee/Espresso', 'bread/Pão de queijo'].map((path) => {
    const [categoryId = '', name = ''] = path.split('/')
    return {
      id: name,
      name,
      categoryId,
      price: minor(100),
      picture: '',
      available: true,
      asks: 'nothing',
      offers: false,
      allergens: { contains: [], complete: false },
      sized: false,
      course: 0,
      unit: '',
    }
  }),
  pricing: null,
}

function names(category: string | null, search: string): readonly string[] {
  return menuSections(menu, category, search).flatMap((section) => section.items.map((item) => item.name))
}

test('shows everything in the order of the categories, and no empty category', () => {
  expect(names(null, '')).toEqual(['Galão', 'Espresso', 'Pão de queijo'])
  expect(menuSections(menu, null, '').map((section) => section.category.id)).toEqual(['coffee', 'bread'])
})

test('a category shows its own items', () => {
  expect(names('bread', '')).toEqual(['Pão de queijo'])
})

test('a search needs no accents and looks beyond the chosen category', () => {
  expect(names('coffee', ' PAO')).toEqual(['Pão de queijo'])
  expect(names(null, 'pizza')).toEqual([])
})
