import { expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { lackedBy, type RecipedDish, type Shelf } from './used-up.ts'

const shelf = (id: string, level: number): readonly [string, Shelf] => [id, { id, name: id, level }]
const recipe = (ingredientId: string, qty: number, makes = 1) => ({ makes, lines: [{ ingredientId, qty }] })
const dish = (fields: Partial<RecipedDish>): RecipedDish => ({ id: 'soup', name: 'Soup', ...fields })
const lacked = (one: RecipedDish, ...levels: readonly (readonly [string, Shelf])[]): readonly string[] =>
  lackedBy(one, new Map(levels)).map(({ id }) => id)

test('[STOCK10] a dish lacks what there is less of than one portion takes', () => {
  // Given twenty portions of soup from 5 l of stock: 250 ml each
  const soup = dish({ recipe: recipe('stock', 5_000_000, 20) })
  // Then the last quarter litre is one portion more, and a millilitre less is none
  expect(lacked(soup, shelf('stock', 250_000))).toEqual([])
  expect(lacked(soup, shelf('stock', 249_999))).toEqual(['stock'])
  expect(lacked(soup, shelf('stock', -1))).toEqual(['stock'])
})

test('[STOCK10] what nobody counted takes no dish off, and a dish without a recipe stays', () => {
  expect(lacked(dish({ recipe: recipe('salt', 1) }))).toEqual([])
  expect(lacked(dish({}), shelf('salt', 0))).toEqual([])
})

test('[STOCK10] a dish in sizes stays while one of its sizes can be made', () => {
  // Given a small beer of 250 ml and a large one of 500 ml
  const size = (id: string) => ({ id, name: id, price: minor(100), active: true })
  const beer = dish({
    variants: [size('small'), size('large'), { ...size('old'), active: false }],
    recipe: recipe('keg', 250_000),
    recipeBySize: { large: recipe('keg', 500_000), old: recipe('keg', 1) },
  })
  expect(lacked(beer, shelf('keg', 300_000))).toEqual([])
  expect(lacked(beer, shelf('keg', 200_000))).toEqual(['keg', 'keg'])
})
