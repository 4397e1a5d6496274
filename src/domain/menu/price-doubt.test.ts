import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, MENU, NOON, opened, SETTINGS } from '../../../tests/support/facts.ts'
import {
  chosen,
  groupOf,
  itemOf,
  linkOf,
  listOf,
  optionOf,
  sizeOf,
} from '../../../tests/support/menu-facts.ts'
import type { Item, ItemAdded } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import type { Choice } from './choice.ts'
import { configure } from './configure.ts'
import type { MenuItem } from './menu.ts'
import type { SaleTerms } from './menu-line.ts'
import { priceDoubt, type PricedMenu } from './price-doubt.ts'

const TERMS: SaleTerms = { service: 'dine_in', mode: 'half_up', now: NOON, settings: SETTINGS }
const MILK = groupOf('milk', [optionOf('oat', 40), optionOf('soy', 30)])
const LINK = linkOf('milk', { max: 1 })

function menuOf(over: Partial<MenuItem> = {}, more: Partial<PricedMenu> = {}): PricedMenu {
  return { item: itemOf('dish', over), groups: [MILK], priceLists: [], ...more }
}

/** The line as an honest till writes it down by this menu, and what of it is another price. */
function sold(menu: PricedMenu, choice: Choice = {}, over: Partial<ItemAdded> = {}): Item {
  const made = configure(choice, { ...MENU, ...menu, parts: [] }, TERMS)
  if (!made.ok) throw new Error(made.error.code)
  return lineOf({ ...made.value[0], ...over })
}

function lineOf(over: Partial<ItemAdded>, id = 'i1'): Item {
  const [item] = openBillOf(opened(), added(id, { menuItemId: 'dish', ...over })).items
  if (item === undefined) throw new Error('assertion failed: this leaves no line')
  return item
}

const OAT: Choice = { modifiers: [chosen('milk', 'oat')] }
const HAPPY = listOf('happy', { dish: 600 }, { services: ['takeaway'], from: 720, to: 780 })

describe('[REVIEW12] a line by the menu', () => {
  test.each<readonly [string, PricedMenu, Choice]>([
    ['as it is', menuOf(), {}],
    ['with modifiers', menuOf({ groups: [LINK] }), OAT],
    ['with a free modifier', menuOf({ groups: [linkOf('milk', { free: 1 })] }), OAT],
    ['in a size', menuOf({ variants: [sizeOf('s', 100), sizeOf('l', 400)] }), { variantId: 's' }],
    ['by weight', menuOf({ pricing: 'weight', unit: 'kg' }), { weightMilli: 123 }],
    ['at a typed price', menuOf({ pricing: 'open' }), { openPrice: 0 }],
  ])('is right %s', (_what, menu, choice) => {
    expect(priceDoubt([sold(menu, choice)], [menu], TERMS)).toBeNull()
  })

  test.each<readonly [string, PricedMenu, Choice, number]>([
    ['as it is', menuOf(), {}, 1_000],
    ['with modifiers', menuOf({ groups: [LINK] }), OAT, 1_040],
    ['in a size', menuOf({ variants: [sizeOf('s', 100), sizeOf('l', 400)] }), { variantId: 'l' }, 400],
    ['by weight', menuOf({ pricing: 'weight', unit: 'kg' }), { weightMilli: 500 }, 500],
  ])('is doubted one cent below it, %s', (_what, menu, choice, price) => {
    const line = sold(menu, choice, { unitPrice: minor(price - 1) })
    expect(priceDoubt([line], [menu], TERMS)).toEqual({ asked: price - 1, menu: price })
  })

  test('is doubted where its modifiers are said to cost nothing', () => {
    const menu = menuOf({ groups: [LINK] })
    const honest = sold(menu, OAT)
    const modifiers = honest.modifiers.map((one) => ({ ...one, price: minor(0) }))
    const line = { ...honest, modifiers, unitPrice: minor(1_000) }
    expect(priceDoubt([line], [menu], TERMS)).toEqual({ asked: 1_000, menu: 1_040 })
  })

  test('is doubted where it claims a typed price of a dish that has one', () => {
    const line = lineOf({ unitPrice: minor(1), priceFrom: 'open' })
    expect(priceDoubt([line], [menuOf()], TERMS)).toEqual({ asked: 1, menu: 1_000 })
  })

  test('is doubted where no menu has it', () => {
    const line = lineOf({ menuItemId: 'made-up', unitPrice: minor(5_000) })
    const nowhere = { item: null, groups: [], priceLists: [] }
    expect(priceDoubt([line], [nowhere], TERMS)).toEqual({ asked: 5_000, menu: null })
  })
})

describe('[REVIEW12] a line by an older menu', () => {
  const older = menuOf({ price: minor(900) })

  test('is right: a till without a line knows no newer', () => {
    expect(priceDoubt([sold(older)], [older, menuOf()], TERMS)).toBeNull()
    expect(priceDoubt([sold(older)], [menuOf()], TERMS)).toEqual({ asked: 900, menu: 1_000 })
  })

  test('is right with an option the menu has no more, sold out or not, and off the menu', () => {
    const was = menuOf({ groups: [LINK] })
    const gone = { groups: [groupOf('milk', [optionOf('oat', 90, { active: false })])] }
    expect(priceDoubt([sold(was, OAT)], [menuOf({ groups: [LINK] }, gone)], TERMS)).toBeNull()
    const out = { groups: [groupOf('milk', [optionOf('oat', 40, { available: false })])] }
    const off = menuOf({ groups: [LINK], available: false, active: false }, out)
    expect(priceDoubt([sold(was, OAT)], [off], TERMS)).toBeNull()
  })
})

describe('[REVIEW12] a line by a price list', () => {
  const menu = menuOf({}, { priceLists: [HAPPY] })
  const line = (over: Partial<ItemAdded>): Item =>
    lineOf({ unitPrice: minor(600), priceFrom: 'happy', addedAt: NOON, ...over })

  test('is right at its hour, wherever the order is by now', () => {
    expect(priceDoubt([line({})], [menu], TERMS)).toBeNull()
  })

  test('is doubted at another hour, below the list, and where it names none', () => {
    const late = line({ addedAt: NOON + 3 * 3_600_000 })
    expect(priceDoubt([late], [menu], TERMS)).toEqual({ asked: 600, menu: 1_000 })
    expect(priceDoubt([line({ unitPrice: minor(599) })], [menu], TERMS)).toEqual({ asked: 599, menu: 600 })
    expect(priceDoubt([line({ priceFrom: 'menu' })], [menu], TERMS)).toEqual({ asked: 600, menu: 1_000 })
  })
})

describe('[REVIEW12] the parts of a combo', () => {
  const slot = (id: string) => ({
    id,
    name: id,
    pieces: 1,
    choices: [{ menuItemId: 'tea', upcharge: minor(0) }],
  })
  const menu = menuOf({ slots: [slot('a'), slot('b')] })
  const combo = { id: 'c1', menuItemId: 'dish', name: 'Menu' }
  const parts = (first: number, second: number): readonly Item[] => [
    lineOf({ menuItemId: 'tea', combo, unitPrice: minor(first) }),
    lineOf({ menuItemId: 'bun', combo, unitPrice: minor(second) }, 'i2'),
  ]

  test('are held together against its price', () => {
    expect(priceDoubt(parts(400, 600), [menu], TERMS)).toBeNull()
    expect(priceDoubt(parts(400, 599), [menu], TERMS)).toEqual({ asked: 999, menu: 1_000 })
  })

  test('are no doubt alone: the others were moved', () => {
    expect(priceDoubt(parts(400, 600).slice(0, 1), [menu], TERMS)).toBeNull()
  })
})
