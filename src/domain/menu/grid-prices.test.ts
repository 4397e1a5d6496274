import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { gridPrices } from './grid-prices.ts'
import type { PriceList } from './menu.ts'
import type { PriceTerms } from './price-level.ts'

const HAPPY: PriceList = {
  name: 'Happy hour',
  priority: 1,
  prices: { beer: minor(300), 'wine:large': minor(350), tea: minor(200) },
  services: [],
  areaIds: [],
  weekdays: [],
  from: 17 * 60,
  to: 19 * 60,
  active: true,
}
const DISHES = [
  { id: 'beer', price: minor(450) },
  { id: 'wine', price: minor(400) },
  { id: 'tea', price: minor(200) },
  { id: 'water', price: minor(150) },
]
const SIZES = {
  wine: [
    { id: 'small', price: minor(400) },
    { id: 'large', price: minor(700) },
  ],
}

function pricesAt(instant: string, over: Partial<PriceTerms> = {}, list: Partial<PriceList> = {}) {
  const terms = {
    service: 'dine_in',
    areaId: null,
    now: Date.parse(instant),
    settings: { zone: 'Europe/Lisbon', cutoverHour: 4 },
    ...over,
  }
  return Object.fromEntries(gridPrices(DISHES, SIZES, [{ ...HAPPY, ...list, id: 'happy' }], terms))
}

describe('the menu grid', () => {
  test('[LEVEL4] shows what a dish costs now, from the minute a list begins to the one it ends', () => {
    expect(pricesAt('2026-11-20T16:59:59.999Z')).toEqual({})
    expect(pricesAt('2026-11-20T17:00:00Z')).toEqual({ beer: 300, wine: 350 })
    expect(pricesAt('2026-11-20T18:59:00Z')).toEqual({ beer: 300, wine: 350 })
    expect(pricesAt('2026-11-20T19:00:00Z')).toEqual({})
  })

  test('[LEVEL4] goes by the service and the area of the order', () => {
    const five = '2026-11-20T17:00:00Z'
    expect(pricesAt(five, {}, { services: ['takeaway'] })).toEqual({})
    expect(pricesAt(five, { service: 'takeaway' }, { services: ['takeaway'] })).toMatchObject({ beer: 300 })
    expect(pricesAt(five, {}, { areaIds: ['bar'] })).toEqual({})
    expect(pricesAt(five, { areaId: 'bar' }, { areaIds: ['bar'] })).toMatchObject({ beer: 300 })
  })

  test('[LEVEL4] begins with the smallest price of a dish in sizes, and names nothing that is as ever', () => {
    const prices = { 'wine:large': minor(500), wine: minor(1), tea: minor(200), water: minor(150) }
    expect(pricesAt('2026-11-20T17:00:00Z', {}, { prices })).toEqual({})
  })
})
