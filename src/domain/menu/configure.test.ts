import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MENU, NOON, SETTINGS, TEA, VAT_23 } from '../../../tests/support/facts.ts'
import {
  chosen,
  groupOf,
  itemOf,
  linkOf,
  listOf,
  optionOf,
  sizeOf,
} from '../../../tests/support/menu-facts.ts'
import type { Known, MenuFacts } from '#domain/context.ts'
import type { RoundingMode } from '#domain/money/money.ts'
import { minor } from '#domain/money/money.ts'
import { scale } from '#domain/money/ratio.ts'
import type { Choice } from './choice.ts'
import { configure } from './configure.ts'
import type { MenuItem } from './menu.ts'
import { modifiersPrice, type SaleTerms } from './menu-line.ts'

const TERMS: SaleTerms = { service: 'dine_in', mode: 'half_up', now: NOON, settings: SETTINGS }

function line(over: Partial<MenuItem>, choice: Choice = {}, facts: Partial<MenuFacts> = {}, terms = TERMS) {
  const found = configure(choice, { ...MENU, ...facts, item: itemOf('dish', over) }, terms)
  return found.ok ? found.value[0] : found.error
}

describe('a line from the menu', () => {
  test('[ITEM1] copies what the menu says', () => {
    expect(configure({}, MENU, TERMS)).toEqual({
      ok: true,
      value: [
        {
          menuItemId: 'tea',
          name: 'Tea',
          variant: '',
          variantId: '',
          categoryId: 'hot',
          stationId: 'bar',
          unitPrice: 250,
          priceFrom: 'menu',
          modifiers: [],
          weight: null,
          pieces: 1,
          taxes: [VAT_23],
          course: 0,
        },
      ],
    })
  })

  test('[MENU1] is refused while anything it needs is missing or makes no sense', () => {
    const odd: readonly { readonly [field: string]: unknown }[] = [
      ...['name', 'categoryId', 'stationId', 'price', 'taxIds'].map((field) => ({ [field]: undefined })),
      { price: -1 },
      { price: 0.5 },
      { taxIds: Array.from({ length: 11 }, (_, index) => `t${index}`) },
      { variants: [{ id: 'a' }] },
      { groups: 'milk' },
      { slots: [{}] },
      { pricing: 'haggle' },
      { course: 21 },
    ]
    for (const fields of odd) {
      const item = { ...TEA, ...fields } as Known<MenuItem>
      expect(configure({}, { ...MENU, item }, TERMS)).toEqual({
        ok: false,
        error: { code: 'unknown_menu_item', rule: 'ITEM1' },
      })
    }
  })

  test('[ITEM1] [ITEM5] is refused off the menu, and when it is sold out', () => {
    expect(line({ active: false })).toEqual({ code: 'unknown_menu_item', rule: 'ITEM1' })
    expect(line({ available: false })).toEqual({ code: 'item_sold_out', rule: 'ITEM5' })
    expect(configure({}, { ...MENU, item: null }, TERMS)).toMatchObject({ error: { rule: 'ITEM1' } })
  })
})

describe('sizes', () => {
  const variants = [sizeOf('small', 300), sizeOf('large', 450), sizeOf('gone', 1, { active: false })]

  test('[VARIANT1] give the price', () => {
    expect(line({ variants }, { variantId: 'large' })).toMatchObject({
      unitPrice: 450,
      variant: 'large',
      variantId: 'large',
    })
  })

  test.each([undefined, ''])('[VARIANT1] one must be chosen where there are any (%j)', (variantId) => {
    const choice = variantId === undefined ? {} : { variantId }
    expect(line({ variants }, choice)).toEqual({ code: 'variant_missing', rule: 'VARIANT1' })
    expect(line({ variants: variants.slice(2) }, choice)).toMatchObject({ unitPrice: 1_000, variant: '' })
  })

  test.each(['gone', 'huge'])('[VARIANT1] %s is refused', (variantId) => {
    expect(line({ variants }, { variantId })).toEqual({ code: 'unknown_variant', rule: 'VARIANT1' })
  })

  test('[VARIANT2] modifiers are priced for the size', () => {
    const milk = groupOf('milk', [optionOf('oat', 50, { priceByVariant: { large: minor(80) } })])
    const asked = { variants, groups: [linkOf('milk')] }
    const choice = { variantId: 'large', modifiers: [chosen('milk', 'oat')] }
    expect(line(asked, choice, { groups: [milk] })).toMatchObject({ unitPrice: 450 + 80 })
  })
})

describe('an open price', () => {
  test.each([0, 1, 100_000_000_000])('[OPEN1] may be %s', (openPrice) => {
    expect(line({ pricing: 'open' }, { openPrice })).toMatchObject({
      unitPrice: openPrice,
      priceFrom: 'open',
    })
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 100_000_000_001, 2 ** 53])(
    '[OPEN1] may not be %s',
    (openPrice) => {
      expect(line({ pricing: 'open' }, { openPrice })).toEqual({ code: 'bad_price', rule: 'OPEN1' })
    },
  )

  test('[OPEN1] is needed there, and taken nowhere else', () => {
    const refused = { code: 'bad_price', rule: 'OPEN1' }
    expect(line({ pricing: 'open' })).toEqual(refused)
    expect(line({}, { openPrice: 100 })).toEqual(refused)
    expect(line({ pricing: 'weight' }, { openPrice: 100, weightMilli: 1 })).toEqual(refused)
  })

  test('[LEVEL1] is moved by no price list', () => {
    const priceLists = [listOf('happy', { dish: 1 })]
    expect(line({ pricing: 'open' }, { openPrice: 700 }, { priceLists })).toMatchObject({ unitPrice: 700 })
  })
})

describe('a weighed item', () => {
  const ham = { pricing: 'weight', unit: 'kg', price: minor(2_499) } as const

  test.each([
    // 24.99 × 0.125 = 3.12375; × 0.02 = 0.4998; × 0.0002 → 0.2499 cents; × 0.5 = 12.495, an exact half
    [125, 'half_up', 312],
    [20, 'half_up', 50],
    [20, 'down', 49],
    [1, 'up', 3],
    [500, 'half_up', 1_250],
    [500, 'half_even', 1_250],
    [500, 'down', 1_249],
    [9_999_999, 'half_up', 24_989_998],
  ] as const)('[WEIGHT1] of %i thousandths, rounded %s, costs %i', (weightMilli, mode, unitPrice) => {
    expect(line(ham, { weightMilli }, {}, { ...TERMS, mode })).toMatchObject({
      unitPrice,
      priceFrom: 'weight',
      weight: { milli: weightMilli, unit: 'kg', unitPrice: 2_499 },
    })
  })

  test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000, 2 ** 53])(
    '[WEIGHT1] is refused for %s thousandths',
    (weightMilli) => expect(line(ham, { weightMilli })).toEqual({ code: 'bad_weight', rule: 'WEIGHT1' }),
  )

  test('[WEIGHT1] is needed there, and taken nowhere else', () => {
    expect(line(ham)).toEqual({ code: 'bad_weight', rule: 'WEIGHT1' })
    expect(line({}, { weightMilli: 100 })).toEqual({ code: 'bad_weight', rule: 'WEIGHT1' })
  })

  test('[WEIGHT1] [LEVEL1] costs the price list’s price a unit, and says which', () => {
    const priceLists = [listOf('happy', { dish: 1_000 })]
    expect(line(ham, { weightMilli: 250 }, { priceLists })).toMatchObject({
      unitPrice: 250,
      priceFrom: 'happy',
      weight: { unitPrice: 1_000 },
    })
  })

  test('[MOD11] modifiers come on top of the weighed price, once', () => {
    const asked = { ...ham, groups: [linkOf('g')] }
    const choice = { weightMilli: 100, modifiers: [chosen('g', 'sauce')] }
    expect(line(asked, choice, { groups: [groupOf('g', [optionOf('sauce', 50)])] })).toMatchObject({
      unitPrice: 250 + 50,
    })
  })

  test('[BILL2] is refused beyond the largest amount', () => {
    const dear = { ...ham, price: minor(100_000_000_000) }
    expect(line(dear, { weightMilli: 1_000 })).toMatchObject({ unitPrice: 100_000_000_000 })
    expect(line(dear, { weightMilli: 1_001 })).toEqual({ code: 'total_too_large', rule: 'BILL2' })
  })
})

describe('price lists', () => {
  test('[LEVEL3] give the price of when it is added, and stay named on the line', () => {
    const priceLists = [listOf('happy', { dish: 600 }, { from: 17 * 60, to: 19 * 60 })]
    const at = (hour: number) => ({ ...TERMS, now: NOON + (hour - 12) * 3_600_000 })
    expect(line({}, {}, { priceLists }, at(18))).toMatchObject({ unitPrice: 600, priceFrom: 'happy' })
    expect(line({}, {}, { priceLists }, at(19))).toMatchObject({ unitPrice: 1_000, priceFrom: 'menu' })
  })

  test('[LEVEL2] know the area of the table', () => {
    const priceLists = [listOf('terrace', { dish: 1_100 }, { areaIds: ['terrace'] })]
    expect(line({}, {}, { priceLists, areaId: 'terrace' })).toMatchObject({ unitPrice: 1_100 })
    expect(line({}, {}, { priceLists })).toMatchObject({ unitPrice: 1_000 })
  })
})

describe('course and taxes', () => {
  const hot = { id: 'hot', name: 'Hot', position: 1, color: 'amber', active: true }

  test('[MENU2] the course is the item’s, else its category’s, else none', () => {
    const categories = [{ ...hot, course: 2 }]
    expect(line({ course: 3 }, {}, { categories })).toMatchObject({ course: 3 })
    expect(line({ course: 0 }, {}, { categories })).toMatchObject({ course: 0 })
    expect(line({}, {}, { categories })).toMatchObject({ course: 2 })
    expect(line({}, {}, { categories: [hot] })).toMatchObject({ course: 0 })
    expect(line({}, {}, { categories: [{ ...hot, course: 99 }] })).toMatchObject({ course: 0 })
    expect(line({})).toMatchObject({ course: 0 })
  })

  test('[TAX4] the taxes are those of the service', () => {
    const vat7 = { ...VAT_23, id: 'vat-7', ratePpm: 70_000, active: true }
    const taxes = [...MENU.taxes, vat7]
    const asked = { taxIdsByService: { takeaway: ['vat-7'], delivery: [] } }
    const ids = (service: string) => {
      const found = line(asked, {}, { taxes }, { ...TERMS, service })
      return found !== undefined && 'taxes' in found ? found.taxes.map((tax) => tax.id) : found
    }
    expect(ids('dine_in')).toEqual(['vat-23'])
    expect(ids('takeaway')).toEqual(['vat-7'])
    expect(ids('delivery')).toEqual([])
    expect(ids('constructor')).toEqual(['vat-23'])
  })
})

describe('whatever is asked for', () => {
  const modes = fc.constantFrom<RoundingMode>('half_up', 'half_even', 'up', 'down')
  const picks = fc.array(
    fc.record({ optionId: fc.constantFrom('a', 'b', 'c'), qty: fc.integer({ min: 1, max: 3 }) }),
    { maxLength: 5 },
  )

  test('[MOD11] the price of one is its price and its modifiers’, exactly', () => {
    const g = groupOf(
      'g',
      [optionOf('a', 30), optionOf('b', 70, { included: true }), optionOf('c', 110)].map((option) => ({
        ...option,
        maxQty: 99,
      })),
    )
    fc.assert(
      fc.property(fc.nat(100_000), picks, fc.nat(3), (price, chosenOnes, free) => {
        const modifiers = chosenOnes.map(({ optionId, qty }) => chosen('g', optionId, { qty }))
        const found = line(
          { price: minor(price), groups: [linkOf('g', { free })] },
          { modifiers },
          { groups: [g] },
        )
        if (found === undefined || !('unitPrice' in found)) throw new Error('assertion failed: refused')
        expect(found.unitPrice).toBe(price + modifiersPrice(found.modifiers))
        expect(found.unitPrice).toBeGreaterThanOrEqual(price)
      }),
    )
  })

  test('[WEIGHT1] a portion costs the unit’s price times its weight, rounded once', () => {
    const portions = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 9_999_999 }), modes)
    fc.assert(
      fc.property(portions, ([price, weightMilli, mode]) => {
        const found = line(
          { pricing: 'weight', price: minor(price) },
          { weightMilli },
          {},
          { ...TERMS, mode },
        )
        expect(found).toMatchObject({ unitPrice: scale(minor(price), weightMilli, 1_000, mode) })
        const exact = (price * weightMilli) / 1_000
        expect(found !== undefined && 'unitPrice' in found && Math.abs(found.unitPrice - exact)).toBeLessThan(
          1,
        )
      }),
    )
  })
})
