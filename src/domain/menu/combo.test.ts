import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MENU, NOON, SETTINGS } from '../../../tests/support/facts.ts'
import {
  chosen,
  groupOf,
  itemOf,
  linkOf,
  listOf,
  optionOf,
  sizeOf,
} from '../../../tests/support/menu-facts.ts'
import type { MenuFacts } from '#domain/context.ts'
import { minor } from '#domain/money/money.ts'
import type { Choice, ChosenPart } from './choice.ts'
import { configure } from './configure.ts'
import type { ComboSlot, MenuItem } from './menu.ts'

const TERMS = { service: 'dine_in', mode: 'half_up', now: NOON, settings: SETTINGS } as const

function slot(id: string, choices: Readonly<Record<string, number>>, pieces = 1): ComboSlot {
  const priced = Object.entries(choices).map(([menuItemId, upcharge]) => ({
    menuItemId,
    upcharge: minor(upcharge),
  }))
  return { id, name: id, pieces, choices: priced }
}

const SALT = groupOf('salt', [optionOf('salt', 0, { included: true }), optionOf('mayo', 50)])
const BURGER = itemOf('burger', { price: minor(900), stationId: 'grill', taxIds: ['vat-23'] })
const FRIES = itemOf('fries', {
  variants: [sizeOf('small', 300), sizeOf('large', 450), sizeOf('gone', 100, { active: false })],
  groups: [linkOf('salt')],
})
const COLA = itemOf('cola', { price: minor(300), taxIds: [] })
const BEER = itemOf('beer', { price: minor(400) })
const SLOTS = [slot('main', { burger: 0 }), slot('side', { fries: 0 }), slot('drink', { cola: 0, beer: 100 })]

/** The meal at 12.00, of parts that alone cost 9.00, 3.00 and 3.00 (4.00 the beer). */
function facts(meal: Partial<MenuItem> = {}, over: Partial<MenuFacts> = {}): MenuFacts {
  const item = itemOf('meal', { price: minor(1_200), slots: SLOTS, ...meal })
  return { ...MENU, item, groups: [SALT], parts: [BURGER, FRIES, COLA, BEER], ...over }
}

const SMALL = { slotId: 'side', menuItemId: 'fries', variantId: 'small' }
const DRINK = { slotId: 'drink', menuItemId: 'cola' }

function lines(parts: readonly ChosenPart[], menu = facts(), choice: Choice = {}) {
  const found = configure({ ...choice, parts }, menu, TERMS)
  return found.ok ? found.value : found.error
}

function prices(parts: readonly ChosenPart[], menu = facts()) {
  const found = lines(parts, menu)
  return Array.isArray(found) ? found.map(({ name, unitPrice }) => [name, unitPrice]) : found
}

describe('a combo', () => {
  test('[COMBO2] becomes a line for each part, with its own station and taxes', () => {
    expect(lines([SMALL, DRINK])).toMatchObject([
      { menuItemId: 'burger', stationId: 'grill', taxes: [{ id: 'vat-23' }], priceFrom: 'combo', pieces: 1 },
      { menuItemId: 'fries', stationId: 'bar', variant: 'small', priceFrom: 'combo' },
      { menuItemId: 'cola', taxes: [], priceFrom: 'combo' },
    ])
  })

  test('[COMBO2] shares its price out by what the parts cost alone', () => {
    // 1200 × 900/1500 = 720, 1200 × 300/1500 = 240, twice
    expect(prices([SMALL, DRINK])).toEqual([
      ['burger', 720],
      ['fries', 240],
      ['cola', 240],
    ])
  })

  test('[COMBO2] gives the cents that are left over to the largest remainders', () => {
    // 1000 × 900/1500 = 600, 200, 200; at 999: 599.4, 199.8, 199.8 → 599, 200, 200
    expect(prices([SMALL, DRINK], facts({ price: minor(999) }))).toEqual([
      ['burger', 599],
      ['fries', 200],
      ['cola', 200],
    ])
  })

  test('[COMBO3] an up-charge and a larger size stay with their part', () => {
    // 1200 shared by 900, 300 (the cheapest size now sold) and 400: 675, 225, 300; large fries + 150, beer + 100
    const beer = { slotId: 'drink', menuItemId: 'beer' }
    expect(prices([{ ...SMALL, variantId: 'large' }, beer])).toEqual([
      ['burger', 675],
      ['fries', 225 + 150],
      ['beer', 300 + 100],
    ])
  })

  test('[COMBO4] pieces bear modifiers and sizes each', () => {
    const three = facts({ slots: [slot('side', { fries: 30 }, 3)] })
    const large = { ...SMALL, variantId: 'large', modifiers: [chosen('salt', 'mayo')] }
    // 1200 + 30 + 3 × (450 − 300) + 3 × 50
    expect(lines([large], three)).toMatchObject([
      { unitPrice: 1_830, pieces: 3, modifiers: [{ price: 150 }] },
    ])
  })

  test('[COMBO2] [COMBO4] a part of several pieces weighs as many', () => {
    // 1200 by 900 and 3 × 300 is half each
    const three = facts({ slots: [slot('main', { burger: 0 }), slot('drink', { cola: 0 }, 3)] })
    expect(prices([], three)).toEqual([
      ['burger', 600],
      ['cola', 600],
    ])
  })

  test('[LEVEL1] may have its price from a price list; what its parts cost there counts nothing', () => {
    const lists = [listOf('happy', { meal: 900, burger: 1 })]
    const found = lines([SMALL, DRINK], facts({}, { priceLists: lists }))
    // 900 × 900/1500 = 540, 180, 180
    expect(found).toMatchObject([540, 180, 180].map((unitPrice) => ({ unitPrice, priceFrom: 'happy' })))
  })

  test('[COMBO2] of parts that cost nothing alone is shared equally', () => {
    const free = [itemOf('a', { price: minor(0) }), itemOf('b', { price: minor(0) })]
    const menu = facts(
      { price: minor(101), slots: [slot('1', { a: 0 }), slot('2', { b: 0 })] },
      { parts: free },
    )
    expect(prices([], menu)).toEqual([
      ['a', 51],
      ['b', 50],
    ])
  })
})

describe('choosing the parts of a combo', () => {
  const unknown = { code: 'unknown_combo_part', rule: 'COMBO1' }

  test('[COMBO1] needs one for every slot that offers more than one', () => {
    expect(lines([SMALL])).toEqual({ code: 'combo_part_missing', rule: 'COMBO1' })
    expect(lines([DRINK])).toEqual({ code: 'variant_missing', rule: 'VARIANT1' })
  })

  test('[COMBO1] is refused for what a slot does not offer, a slot that is not there, and one named twice', () => {
    expect(lines([SMALL, { slotId: 'drink', menuItemId: 'burger' }])).toEqual(unknown)
    expect(lines([SMALL, DRINK, { slotId: 'dessert', menuItemId: 'cola' }])).toEqual(unknown)
    expect(lines([SMALL, DRINK, DRINK])).toEqual(unknown)
  })

  test('[COMBO1] a part must be on sale', () => {
    const parts = (cola: Partial<MenuItem>) => facts({}, { parts: [BURGER, FRIES, { ...COLA, ...cola }] })
    expect(lines([SMALL, DRINK], parts({ available: false }))).toEqual({
      code: 'item_sold_out',
      rule: 'ITEM5',
    })
    expect(lines([SMALL, DRINK], parts({ active: false }))).toEqual({
      code: 'unknown_menu_item',
      rule: 'ITEM1',
    })
    expect(lines([SMALL, DRINK], facts({}, { parts: [] }))).toEqual({
      code: 'unknown_menu_item',
      rule: 'ITEM1',
    })
  })

  test('[COMBO1] [MOD1] modifiers and sizes of a part are its own', () => {
    const mayo = chosen('salt', 'mayo')
    expect(lines([{ ...SMALL, modifiers: [mayo] }, DRINK])).toMatchObject([
      {},
      { unitPrice: 290, modifiers: [{ name: 'mayo', price: 50 }] },
      {},
    ])
    const refused = { code: 'unknown_modifier', rule: 'MOD1' }
    expect(lines([SMALL, { ...DRINK, modifiers: [mayo] }])).toEqual(refused)
    expect(lines([{ ...SMALL, variantId: 'gone' }, DRINK])).toEqual({
      code: 'unknown_variant',
      rule: 'VARIANT1',
    })
  })

  test('[COMBO5] a combo takes no size, modifiers, price or weight of its own', () => {
    const refused = (choice: Choice) => lines([SMALL, DRINK], facts(), choice)
    expect(refused({ variantId: 'large' })).toEqual({ code: 'unknown_variant', rule: 'COMBO5' })
    expect(refused({ modifiers: [chosen('salt', 'mayo')] })).toEqual({
      code: 'unknown_modifier',
      rule: 'COMBO5',
    })
    expect(refused({ openPrice: 1 })).toEqual({ code: 'bad_price', rule: 'COMBO5' })
    expect(refused({ weightMilli: 1 })).toEqual({ code: 'bad_weight', rule: 'COMBO5' })
  })

  test('[COMBO5] a part is of fixed price and no combo, itself least of all', () => {
    const refused = { code: 'unknown_combo_part', rule: 'COMBO5' }
    for (const odd of [{ pricing: 'open' }, { pricing: 'weight' }, { slots: SLOTS }] as const) {
      expect(lines([SMALL, DRINK], facts({}, { parts: [BURGER, FRIES, { ...COLA, ...odd }] }))).toEqual(
        refused,
      )
    }
    const self = facts({ slots: [slot('me', { meal: 0 })] })
    expect(lines([], { ...self, parts: self.item === null ? [] : [self.item] })).toEqual(refused)
    for (const odd of [{ openPrice: 1 }, { weightMilli: 1 }, { parts: [DRINK] }]) {
      expect(lines([SMALL, { ...DRINK, ...odd }])).toEqual(refused)
    }
  })

  test('[COMBO1] what is no combo takes no parts', () => {
    expect(configure({ parts: [DRINK] }, { ...MENU, item: BURGER }, TERMS)).toEqual({
      ok: false,
      error: unknown,
    })
  })

  test('[BILL2] a combo beyond the largest amount is refused', () => {
    const huge = facts({ price: minor(99_999_999_999), slots: [slot('main', { burger: 2 })] })
    expect(lines([], huge)).toEqual({ code: 'total_too_large', rule: 'BILL2' })
  })
})

describe('whatever a combo is made of', () => {
  const anyPart = fc.record({
    price: fc.nat(3_000),
    upcharge: fc.nat(500),
    pieces: fc.integer({ min: 1, max: 4 }),
    mayo: fc.nat(3),
  })

  test('[COMBO2] [COMBO3] [COMBO4] its parts are its price, up-charges and modifiers, for every quantity', () => {
    const anyCombo = fc.tuple(
      fc.nat(10_000),
      fc.array(anyPart, { minLength: 1, maxLength: 8 }),
      fc.nat(9_999),
    )
    fc.assert(
      fc.property(anyCombo, ([price, parts, qty]) => {
        const menu = facts(
          {
            price: minor(price),
            slots: parts.map(({ upcharge, pieces }, index) =>
              slot(`s${index}`, { [`p${index}`]: upcharge }, pieces),
            ),
          },
          {
            parts: parts.map((part, index) =>
              itemOf(`p${index}`, { price: minor(part.price), groups: [linkOf('salt')] }),
            ),
          },
        )
        const named = parts.map(({ mayo }, index) => ({
          slotId: `s${index}`,
          menuItemId: `p${index}`,
          modifiers: mayo === 0 ? [] : [chosen('salt', 'mayo', { qty: mayo })],
        }))
        const found = lines(named, menu)
        if (!Array.isArray(found)) throw new Error('assertion failed: refused')
        const more = parts.reduce((all, { upcharge, pieces, mayo }) => all + upcharge + pieces * mayo * 50, 0)
        const sold = found.reduce((all, line) => all + line.unitPrice * qty, 0)
        expect(sold).toBe((price + more) * qty)
        expect(Math.min(...found.map((line) => line.unitPrice))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
