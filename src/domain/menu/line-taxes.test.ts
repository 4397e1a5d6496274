import { describe, expect, test } from 'vitest'
import { MENU, VAT_23 } from '../../../tests/support/facts.ts'
import { itemOf } from '../../../tests/support/menu-facts.ts'
import type { MenuFacts } from '#domain/context.ts'
import { minor } from '#domain/money/money.ts'
import { lineTaxes, retax } from './line-taxes.ts'

const VAT_7 = { ...VAT_23, id: 'vat-7', ratePpm: 70_000 }
const BAG = { id: 'bag', name: 'Bag', ratePpm: 0, inclusive: false, perPiece: minor(10) }
const CITY = { id: 'city', name: 'City', ratePpm: 20_000, inclusive: false, on: ['bag'] }
const TAXES = [VAT_23, VAT_7, BAG, CITY].map((tax) => ({ ...tax, active: true }))
const TAX_IDS = { taxIds: ['vat-23'], taxIdsByService: { takeaway: ['vat-7', 'bag'] } }
const DISH = itemOf('dish', TAX_IDS)
const LINE = { menuItemId: 'dish', taxes: [VAT_23] }

describe('the taxes of a line', () => {
  test('[TAX4] are the item’s own and active, copied as they are', () => {
    const taxes = [...TAXES, { ...VAT_23, id: 'old', active: false }]
    expect(lineTaxes({ taxIds: ['city', 'bag', 'old', 'none'] }, 'dine_in', taxes)).toEqual([BAG, CITY])
  })

  test('[MENU4] follow the service, and back', () => {
    const facts: MenuFacts = { ...MENU, item: DISH, taxes: TAXES }
    expect(retax(LINE, 'takeaway', facts)).toEqual([VAT_7, BAG])
    expect(retax({ ...LINE, taxes: [VAT_7, BAG] }, 'dine_in', facts)).toEqual([VAT_23])
  })

  test('[MENU4] are found for a part, or any line of the order, among the parts', () => {
    expect(retax(LINE, 'takeaway', { ...MENU, parts: [itemOf('other'), DISH], taxes: TAXES })).toEqual([
      VAT_7,
      BAG,
    ])
  })

  test('[MENU4] stay where the item is not known, or not whole', () => {
    const half = { ...DISH, taxIds: undefined } as unknown as typeof DISH
    expect(retax(LINE, 'takeaway', { ...MENU, taxes: TAXES })).toBe(LINE.taxes)
    expect(retax(LINE, 'takeaway', { ...MENU, item: null, taxes: TAXES })).toBe(LINE.taxes)
    expect(retax(LINE, 'takeaway', { ...MENU, item: half, taxes: TAXES })).toBe(LINE.taxes)
  })
})
