import { describe, expect, test } from 'vitest'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { draftOfGroup, newOption, readGroup } from './group-draft.ts'
import { groupOf } from '#app/features/backoffice/menu/menu-records.ts'

const oat = {
  id: 'oat',
  name: 'Oat',
  price: 40,
  priceByVariant: { Large: 60 },
  included: false,
  maxQty: 1,
  available: true,
  active: true,
  groups: [{ groupId: 'foam', min: 0, max: 1, free: 0, position: 0 }],
}
const MILK = groupOf({
  id: 'milk',
  name: 'Milk',
  pricing: 'option',
  price: 0,
  options: [oat, { ...oat, id: 'soy', name: 'Soy' }],
  active: true,
})
const draft = draftOfGroup(MILK, 2)

describe('the form of a modifier group', () => {
  test('[RECORD1] keeps what it does not show, and saves nothing where nothing changed', () => {
    expect(changedFields(readGroup(draft, MILK, 2).fields, MILK)).toEqual({})
  })

  test('[MOD1] an option that was taken out is retired, and one that costs nothing needs no price', () => {
    const [first] = draft.options
    if (first === undefined) throw new Error('assertion failed: no options')
    const almond = { ...newOption(), id: 'almond', name: ' Almond ' }
    const { fields, errors } = readGroup({ ...draft, options: [first, almond] }, MILK, 2)
    expect(errors).toEqual({})
    expect(fields['options']).toMatchObject([
      { id: 'oat', active: true, priceByVariant: { Large: 60 } },
      { id: 'almond', name: 'Almond', price: 0, active: true, groups: [] },
      { id: 'soy', active: false },
    ])
  })

  test('[MOD7] says what is wrong with names, prices and a group without anything in it', () => {
    const bad = { ...newOption(), id: 'bad', price: '-1' }
    expect(readGroup({ ...draft, name: '', options: [bad] }, MILK, 2).errors).toEqual({
      name: 'nameMissing',
      'option-name:bad': 'nameMissing',
      'option-price:bad': 'priceBad',
    })
    expect(readGroup({ ...draft, pricing: 'group', price: '', options: [] }, MILK, 2).errors).toEqual({
      price: 'priceMissing',
      options: 'optionsMissing',
    })
  })
})
