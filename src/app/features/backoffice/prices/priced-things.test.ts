import { expect, test } from 'vitest'
import { itemOf } from '#app/features/backoffice/menu/menu-records.ts'
import { draftOfPriceList } from './price-list-draft.ts'
import { inMenuOrder, pricedThings } from './priced-things.ts'

const item = (id: string, fields: object): ReturnType<typeof itemOf> =>
  itemOf({ id, name: id, categoryId: 'drinks', price: 200, active: true, ...fields })
const size = (id: string, active: boolean): object => ({ id, name: id, price: 300, active })
const things = pricedThings({
  items: [
    item('tea', { variants: [size('small', true), size('old', false), size('large', true)] }),
    item('typed', { pricing: 'open' }),
    item('gone', { active: false }),
    item('beer', {}),
  ],
})

test('[LEVEL1] an item in sizes is priced by size; a typed price and what is off the menu are not', () => {
  expect(things.map(({ key }) => key)).toEqual(['tea:small', 'tea:large', 'beer'])
  expect(things.map(({ price }) => price)).toEqual([300, 300, 200])
})

test('[LEVEL1] the rows of a list stand as on the till, and what is gone last', () => {
  const record = { id: 'happy', prices: { beer: 1, gone: 1, 'tea:large': 1, 'tea:small': 1 } }
  expect(inMenuOrder(draftOfPriceList(record, 2), things).prices.map(({ key }) => key)).toEqual([
    'tea:small',
    'tea:large',
    'beer',
    'gone',
  ])
})
