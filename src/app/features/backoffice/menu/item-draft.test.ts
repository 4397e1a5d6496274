import { describe, expect, test } from 'vitest'
import { minor } from '#domain/money/money.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { draftOfItem, mayBeCombo, readItem } from './item-draft.ts'
import { mayBePart } from './slot-draft.ts'
import { itemOf, type OfficeItem } from './menu-records.ts'

const TEA: OfficeItem = itemOf({
  id: 'tea',
  name: 'Tea',
  categoryId: 'hot',
  stationId: 'bar',
  price: 250,
  taxIds: ['vat'],
  position: 3,
  picture: '',
  available: true,
  active: true,
})
const draft = draftOfItem(TEA, 2)

describe('the form of a menu item', () => {
  test('[RECORD1] saves only what this person changed', () => {
    expect(changedFields(readItem(draft, TEA, 2).fields, TEA)).toEqual({})
    const dearer = readItem({ ...draft, price: '2,80' }, TEA, 2)
    expect(dearer.errors).toEqual({})
    expect(changedFields(dearer.fields, TEA)).toEqual({ price: 280 })
  })

  test.each([
    ['-1', 'priceBad'],
    ['free', 'priceBad'],
    ['1,234.50', 'priceBad'],
    ['2.505', 'priceBad'],
    ['', 'priceMissing'],
    ['10000000', 'priceHigh'],
    ['1000000000', 'priceHigh'],
    ['99999999999999999999', 'priceHigh'],
  ] as const)('[RECORD2] [RECORD6] says what is wrong with a price of "%s"', (price, wrong) => {
    expect(readItem({ ...draft, price }, TEA, 2).errors).toEqual({ price: wrong })
  })

  test.each([
    ['0', 2, 0],
    ['9999999.99', 2, 999_999_999],
    ['300', 0, 300],
    ['1.250', 3, 1250],
  ] as const)('[RECORD2] takes a price of "%s" with %i decimals', (price, exponent, minorUnits) => {
    const { errors, fields } = readItem({ ...draft, price }, TEA, exponent)
    expect(errors).toEqual({})
    expect(fields['price']).toBe(minorUnits)
  })

  test('[RECORD2] asks for a name and a category', () => {
    expect(readItem({ ...draft, name: '  ', categoryId: '' }, TEA, 2).errors).toEqual({
      name: 'nameMissing',
      categoryId: 'categoryMissing',
    })
    expect(readItem({ ...draft, name: 'x'.repeat(81) }, TEA, 2).errors).toEqual({ name: 'nameLong' })
  })

  test('[VARIANT1] a size that was sold is retired, and two of one name are refused', () => {
    const small = { id: 's', name: 'Small', price: minor(200), active: true }
    const large = { id: 'l', name: 'Large', price: minor(300), active: true }
    const sized = { ...TEA, variants: [small, large] }
    const form = draftOfItem(sized, 2)
    const [kept] = form.sizes
    if (kept === undefined) throw new Error('assertion failed: no sizes')
    const { fields } = readItem({ ...form, sizes: [kept] }, sized, 2)
    expect(fields['variants']).toEqual([small, { ...large, active: false }])
    const twice = readItem({ ...form, sizes: [kept, { id: 'n', name: 'Small', price: '1' }] }, sized, 2)
    expect(twice.errors).toEqual({ 'size-name:n': 'nameTwice' })
  })

  test('[MOD2] at least cannot be more than at most', () => {
    const link = { groupId: 'milk', min: 2, max: 1, free: 0 }
    expect(readItem({ ...draft, links: [link] }, TEA, 2).errors).toEqual({ 'link:milk': 'limits' })
    expect(readItem({ ...draft, links: [{ ...link, max: 0 }] }, TEA, 2).errors).toEqual({})
  })

  test('[TAX4] taxes of services that the form does not show stay', () => {
    const item = { ...TEA, taxIdsByService: { takeaway: ['low'], delivery: ['low'], catering: ['mid'] } }
    const form = draftOfItem(item, 2)
    expect(changedFields(readItem(form, item, 2).fields, item)).toEqual({})
    expect(readItem({ ...form, outTaxIds: null }, item, 2).fields['taxIdsByService']).toEqual({
      catering: ['mid'],
    })
  })

  test('[COMBO1] a combo asks for a name and a dish in each part; what costs more is a price', () => {
    const part = { id: 'm', name: 'Main', pieces: 1, choices: [{ menuItemId: 'soup', upcharge: '' }] }
    const soup = { menuItemId: 'soup', upcharge: minor(0) }
    const form = { ...draft, slots: [part, { ...part, id: 'd', name: 'Main', choices: [] }] }
    expect(readItem(form, TEA, 2).errors).toEqual({
      'slot-name:d': 'nameTwice',
      'slot-choices:d': 'choicesMissing',
    })
    const fish = { menuItemId: 'fish', upcharge: 'much' }
    expect(readItem({ ...draft, slots: [{ ...part, choices: [fish] }] }, TEA, 2).errors).toEqual({
      'slot-extra:m:fish': 'priceBad',
    })
    const whole = { ...part, pieces: 2, choices: [...part.choices, { ...fish, upcharge: '1,50' }] }
    const { fields, errors } = readItem({ ...draft, slots: [whole] }, TEA, 2)
    expect(errors).toEqual({})
    expect(changedFields(fields, TEA)).toEqual({
      slots: [
        { id: 'm', name: 'Main', pieces: 2, choices: [soup, { menuItemId: 'fish', upcharge: minor(150) }] },
      ],
    })
    const combo = itemOf({ ...TEA, ...changedFields(fields, TEA) })
    expect(changedFields(readItem(draftOfItem(combo, 2), combo, 2).fields, combo)).toEqual({})
  })

  test('[COMBO5] only what has one price and asks for nothing else can be a combo, or a part of one', () => {
    const size = { id: 's', name: 'Small', price: minor(200), active: false }
    expect(mayBeCombo(draft, TEA)).toBe(true)
    expect(mayBeCombo(draft, { ...TEA, variants: [size] })).toBe(false)
    expect(mayBeCombo({ ...draft, pricing: 'open' }, TEA)).toBe(false)
    expect(mayBeCombo({ ...draft, links: [{ groupId: 'milk', min: 0, max: 0, free: 0 }] }, TEA)).toBe(false)
    const slot = { id: 'm', name: 'Main', pieces: 1, choices: [] }
    const parts = [
      TEA,
      { ...TEA, active: false },
      { ...TEA, pricing: 'open' },
      { ...TEA, slots: [slot] },
    ] as const
    expect(parts.map((item) => mayBePart(item, 'lunch'))).toEqual([true, false, false, false])
    expect(mayBePart(TEA, TEA.id)).toBe(false)
  })

  test('[WEIGHT1] a weighed item needs a unit', () => {
    expect(readItem({ ...draft, pricing: 'weight' }, TEA, 2).errors).toEqual({ unit: 'unitMissing' })
  })
})

test('[MENU1] half a record is a form with plain defaults', () => {
  expect(itemOf({ id: 'x', variants: 'none', price: 'free', pricing: 7 })).toMatchObject({
    name: '',
    price: 0,
    pricing: 'fixed',
    variants: [],
    course: null,
  })
})
