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
import type { Choice } from './choice.ts'
import { configure } from './configure.ts'
import type { MenuItem } from './menu.ts'
import { reconfigure } from './reconfigure.ts'

const HOUR = 3_600_000
const TERMS = { service: 'dine_in', mode: 'half_up', now: NOON, settings: SETTINGS } as const
const LATER = { ...TERMS, now: NOON + 8 * HOUR }
const G = groupOf('g', [
  optionOf('lemon', 20),
  optionOf('rum', 200, { priceByVariant: { large: minor(300) } }),
])
const SIZES = [sizeOf('small', 400), sizeOf('large', 600)]
const HAPPY = listOf('happy', { dish: 500, 'dish:small': 200, 'dish:large': 300 }, { from: 720, to: 780 })
const lemon = { modifiers: [chosen('g', 'lemon')] }
const rum = { modifiers: [chosen('g', 'rum')] }

function facts(over: Partial<MenuItem> = {}, more: Partial<MenuFacts> = {}): MenuFacts {
  return { ...MENU, item: itemOf('dish', { groups: [linkOf('g')], ...over }), groups: [G], ...more }
}

/** What is chosen at noon, and chosen anew in the evening. */
function anew(first: Choice, then: Choice, menu: MenuFacts, evening: MenuFacts = menu) {
  const found = configure(first, menu, TERMS)
  const line = found.ok ? found.value[0] : undefined
  if (line === undefined) throw new Error('assertion failed: refused')
  const result = reconfigure({ ...line, combo: null, addedAt: NOON }, then, evening, LATER)
  return result.ok ? result.value : result.error
}

describe('choosing anew', () => {
  test('[MOD12] changes modifiers and price together', () => {
    expect(anew(lemon, rum, facts())).toEqual({
      modifiers: [{ groupId: 'g', optionId: 'rum', name: 'rum', prefix: '', qty: 1, price: 200, depth: 0 }],
      unitPrice: 1_200,
      priceFrom: 'menu',
      variant: '',
      variantId: '',
    })
    expect(anew(lemon, {}, facts())).toMatchObject({ modifiers: [], unitPrice: 1_000 })
  })

  test('[MOD12] keeps the price it had, whatever the menu and its lists say by now', () => {
    const happy = facts({}, { priceLists: [HAPPY] })
    expect(anew({}, lemon, happy)).toMatchObject({ unitPrice: 520, priceFrom: 'happy' })
    expect(anew({}, lemon, facts(), facts({ price: minor(9_000) }))).toMatchObject({ unitPrice: 1_020 })
  })

  test('[MOD12] another size costs what it cost when the line was added', () => {
    const happy = facts({ variants: SIZES }, { priceLists: [HAPPY] })
    expect(anew({ variantId: 'small' }, { variantId: 'large', ...rum }, happy)).toMatchObject({
      unitPrice: 300 + 300,
      priceFrom: 'happy',
      variant: 'large',
      variantId: 'large',
    })
    const plain = facts({ variants: SIZES })
    expect(anew({ variantId: 'small' }, { variantId: 'large' }, plain)).toMatchObject({ unitPrice: 600 })
    const refused = { code: 'unknown_variant', rule: 'VARIANT1' }
    expect(anew({ variantId: 'small' }, { variantId: 'huge' }, plain)).toEqual(refused)
  })

  test('[MOD12] a size that is not named is kept, even when it went off the menu', () => {
    const off = facts({ variants: [sizeOf('small', 450), sizeOf('large', 600, { active: false })] })
    const kept = { unitPrice: 600 + 300, variant: 'large', variantId: 'large' }
    expect(anew({ variantId: 'large' }, rum, facts({ variants: SIZES }), off)).toMatchObject(kept)
    const named = { variantId: 'large', ...rum }
    expect(anew({ variantId: 'large' }, named, facts({ variants: SIZES }), off)).toMatchObject(kept)
  })

  test('[MOD12] a typed or weighed price stays, and takes no other', () => {
    const open = facts({ pricing: 'open' })
    expect(anew({ openPrice: 700 }, lemon, open)).toMatchObject({ unitPrice: 720, priceFrom: 'open' })
    expect(anew({ openPrice: 700 }, { openPrice: 1 }, open)).toEqual({ code: 'bad_price', rule: 'OPEN1' })
    const sized = facts({ pricing: 'open', variants: SIZES })
    const other = anew({ openPrice: 700, variantId: 'small' }, { variantId: 'large' }, sized)
    expect(other).toMatchObject({ unitPrice: 700, variant: 'large', priceFrom: 'open' })
    const weighed = facts({ pricing: 'weight', variants: SIZES })
    const portion = { weightMilli: 500, variantId: 'small' }
    expect(anew(portion, lemon, weighed)).toMatchObject({ unitPrice: 220, priceFrom: 'weight' })
    expect(anew(portion, { weightMilli: 1 }, weighed)).toEqual({ code: 'bad_weight', rule: 'WEIGHT1' })
    expect(anew(portion, { variantId: 'large' }, weighed)).toEqual({ code: 'bad_weight', rule: 'WEIGHT1' })
  })

  test('[ITEM1] needs the menu item it came from; one off the menu or sold out will do', () => {
    const gone = { code: 'unknown_menu_item', rule: 'ITEM1' }
    expect(anew({}, lemon, facts(), { ...facts(), item: null })).toEqual(gone)
    expect(anew({}, lemon, facts(), { ...facts(), item: itemOf('other') })).toEqual(gone)
    const half = { ...itemOf('dish'), name: undefined } as unknown as ReturnType<typeof itemOf>
    expect(anew({}, lemon, facts(), { ...facts(), item: half })).toEqual(gone)
    expect(anew({}, lemon, facts(), facts({ active: false, available: false }))).toMatchObject({
      unitPrice: 1_020,
    })
  })

  test('[MOD1] [MOD2] is checked like the first choice', () => {
    const must = facts({ groups: [linkOf('g', { min: 1, max: 1 })] })
    expect(anew(lemon, {}, must)).toEqual({ code: 'modifier_missing', rule: 'MOD2' })
    const ketchup = { modifiers: [chosen('g', 'ketchup')] }
    expect(anew(lemon, ketchup, must)).toEqual({ code: 'unknown_modifier', rule: 'MOD1' })
  })

  test('[BILL2] is refused beyond the largest amount', () => {
    const dear = facts({ price: minor(100_000_000_000) })
    expect(anew({}, lemon, dear)).toEqual({ code: 'total_too_large', rule: 'BILL2' })
  })
})

describe('choosing a part of a combo anew', () => {
  const part = { ...MENU.item, menuItemId: 'dish', combo: { id: 'c', menuItemId: 'meal', name: 'Meal' } }
  const line = {
    ...part,
    pieces: 3,
    modifiers: [],
    unitPrice: minor(777),
    priceFrom: 'combo',
    variant: 'small',
    variantId: 'small',
    weight: null,
    addedAt: NOON,
  }
  const menu = facts({ variants: SIZES })
  const asPart: MenuFacts = { ...menu, item: itemOf('meal'), parts: menu.item === null ? [] : [menu.item] }

  test('[COMBO6] [COMBO4] changes its modifiers, for each piece, and nothing of its share', () => {
    const found = reconfigure(line, lemon, asPart, LATER)
    expect(found).toMatchObject({ value: { unitPrice: 777 + 3 * 20, priceFrom: 'combo', variant: 'small' } })
  })

  test('[COMBO6] its size changes only with the whole combo', () => {
    expect(reconfigure(line, { variantId: 'large' }, asPart, LATER)).toEqual({
      ok: false,
      error: { code: 'part_changes_combo', rule: 'COMBO6' },
    })
    expect(reconfigure(line, { parts: [{ slotId: 's', menuItemId: 'dish' }] }, asPart, LATER)).toEqual({
      ok: false,
      error: { code: 'unknown_combo_part', rule: 'COMBO6' },
    })
  })
})
