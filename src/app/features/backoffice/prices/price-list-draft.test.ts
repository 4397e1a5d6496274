import { describe, expect, test } from 'vitest'
import { isWholePriceList } from '#domain/menu/menu-shape.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { draftOfPriceList, percentOff, readPriceList, timeText } from './price-list-draft.ts'

const HAPPY = {
  id: 'happy',
  name: 'Happy hour',
  priority: 10,
  prices: { beer: 250, 'latte:large': 310 },
  services: ['dine_in'],
  areaIds: ['terrace'],
  weekdays: [1, 5],
  from: 17 * 60,
  to: 19 * 60 + 30,
  active: true,
}
const { id: _id, active: _active, ...FIELDS } = HAPPY
const draft = draftOfPriceList(HAPPY, 2)

describe('the form of a price list', () => {
  test('[RECORD1] reads back what it shows, so that only what was changed is saved', () => {
    expect(draft).toMatchObject({ from: '17:00', to: '19:30', rank: '10' })
    expect(readPriceList(draft, 2)).toEqual({ fields: FIELDS, errors: {} })
    const cheaper = { ...draft, prices: [{ key: 'beer', price: '2,40' }, ...draft.prices.slice(1)] }
    expect(changedFields(readPriceList(cheaper, 2).fields, readPriceList(draft, 2).fields)).toEqual({
      prices: { beer: 240, 'latte:large': 310 },
    })
  })

  test('[LEVEL2] without times it holds all day, and only one of them is none', () => {
    const allDay = readPriceList({ ...draft, from: '', to: '' }, 2)
    expect(allDay).toMatchObject({ fields: { from: 0, to: 0 }, errors: {} })
    expect(draftOfPriceList({ ...HAPPY, ...allDay.fields }, 2)).toMatchObject({ from: '', to: '' })
    expect(readPriceList({ ...draft, to: '' }, 2).errors).toEqual({ times: 'timeBad' })
    expect(readPriceList({ ...draft, to: '25:00' }, 2).errors).toEqual({ times: 'timeBad' })
  })

  test('[LEVEL2] one that ends after midnight, or at its end, reads back', () => {
    const late = { ...HAPPY, from: 22 * 60, to: 60 }
    expect(readPriceList(draftOfPriceList(late, 2), 2).fields).toMatchObject({ from: 1320, to: 60 })
    expect(timeText(24 * 60)).toBe('00:00')
  })

  test('[LEVEL1] [RECORD6] asks for a name and prices that somebody asks', () => {
    const { errors } = readPriceList({ ...draftOfPriceList(null, 2) }, 2)
    expect(errors).toEqual({ name: 'nameMissing', prices: 'pricesMissing' })
    const odd = readPriceList({ ...draft, prices: [{ key: 'beer', price: '99999999999' }] }, 2)
    expect(odd.errors).toEqual({ 'price:beer': 'priceHigh' })
  })

  test('[LEVEL1] a new one has all that a till needs to price by it', () => {
    const fresh = { ...draftOfPriceList(null, 2), name: 'Lunch', prices: [{ key: 'soup', price: '4' }] }
    const { fields, errors } = readPriceList(fresh, 2)
    expect(errors).toEqual({})
    expect(isWholePriceList({ ...fields, active: true })).toBe(true)
  })

  test('[TAX3] percents off are of the menu’s price, rounded to the smallest coin', () => {
    const menu = new Map([
      ['beer', 333],
      ['latte:large', 350],
    ])
    const gone = { key: 'gone', price: '1' }
    expect(percentOff([...draft.prices, gone], '15', menu, 2)).toEqual([
      { key: 'beer', price: '2.83' },
      { key: 'latte:large', price: '2.98' },
      gone,
    ])
    expect(percentOff(draft.prices, '0', menu, 2)).toBeNull()
    expect(percentOff(draft.prices, '101', menu, 2)).toBeNull()
    expect(percentOff(draft.prices, 'half', menu, 2)).toBeNull()
  })
})
