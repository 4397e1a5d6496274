import type { Draft } from '#domain/event/event.ts'
import type { Choice } from '#domain/menu/choice.ts'
import type { MenuItem, ModifierOption } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { RecordShapes } from '#domain/record/record.ts'
import type { Recipe } from '#domain/stock/recipe.ts'
import type { Random } from './random.ts'
import { record } from './record-draft.ts'

export const MENU_IDS = ['m1', 'm2', 'm3'] as const
/** Dishes that someone may write on the menu during the service, field by field. */
export const NEW_DISH_IDS = ['n1', 'n2'] as const
const SIZED = 'sized'
const BURGER = 'burger'
const COMBO = 'combo'
const CHEESE = 'cheese'
const SPECIAL = 'special'
export const EXTRAS = 'extras'
export const INGREDIENT_IDS = ['flour', 'egg'] as const

/** Dishes of every kind, with taxes inside the price, on top of it, and by the piece. */
export function menu(): readonly Draft[] {
  return [
    record('tax', 'vat', { name: 'VAT', ratePpm: 130_000, inclusive: true, active: true }),
    record('tax', 'top', { name: 'Sales tax', ratePpm: 88_750, inclusive: false, active: true }),
    record('tax', 'bag', { name: 'Bag', ratePpm: 0, inclusive: false, perPiece: minor(7), active: true }),
    record('category', 'c', { name: 'Dishes', position: 1, color: 'teal', active: true, course: 1 }),
    ...INGREDIENT_IDS.map((id) => record('ingredient', id, ingredient(id))),
    ...MENU_IDS.map((id, index) => menuItem(id, index, { recipe: recipe('flour', 100_000 + index) })),
    menuItem(SIZED, 4, { variants: [size('small', 310), size('large', 455)], taxIds: ['top'] }),
    menuItem(BURGER, 5, {
      groups: [
        { groupId: 'doneness', min: 1, max: 1, free: 0, position: 1 },
        { groupId: EXTRAS, min: 0, max: 4, free: 1, position: 2 },
      ],
    }),
    menuItem(CHEESE, 6, { pricing: 'weight', unit: 'kg', price: minor(2_390) }),
    menuItem(SPECIAL, 7, { pricing: 'open', taxIdsByService: { takeaway: ['vat', 'bag'] } }),
    menuItem(COMBO, 8, {
      price: minor(999),
      slots: [
        { id: 'main', name: 'Main', pieces: 1, choices: choices('m1', 'm2') },
        { id: 'side', name: 'Side', pieces: 2, choices: choices('m3', 'm1') },
      ],
    }),
    record('modifier_group', 'doneness', group('none', [option('rare', 0), option('done', 0)])),
    record('modifier_group', EXTRAS, {
      ...group('option', [option('bacon', 150), option('egg', 95)]),
      recipes: { egg: recipe('egg', 1_000) },
    }),
    record('price_list', 'happy', {
      name: 'Happy hour',
      priority: 1,
      prices: { m1: minor(199), 'sized:large': minor(401) },
      services: ['tab'],
      areaIds: [],
      weekdays: [],
      from: 0,
      to: 0,
      active: true,
    }),
  ]
}

export function menuItem(id: string, position: number, over: Partial<MenuItem> = {}): Draft {
  return record('menu_item', id, {
    name: `Dish ${position}`,
    categoryId: 'c',
    stationId: 's',
    price: minor(250 + 130 * position),
    taxIds: ['vat'],
    position,
    picture: '',
    available: true,
    active: true,
    ...over,
  })
}

/** What somebody might order, with all that the dish asks for. */
export function orderedDish(random: Random): Choice & { readonly menuItemId: string } {
  const menuItemId = random.pick([
    ...MENU_IDS,
    ...MENU_IDS,
    ...NEW_DISH_IDS,
    SIZED,
    BURGER,
    BURGER,
    COMBO,
    COMBO,
    CHEESE,
    SPECIAL,
  ])
  if (menuItemId === SIZED) return { menuItemId, variantId: random.pick(['small', 'large']) }
  if (menuItemId === CHEESE) return { menuItemId, weightMilli: random.int(50, 900) }
  if (menuItemId === SPECIAL) return { menuItemId, openPrice: random.int(0, 3_000) }
  if (menuItemId === BURGER) return { menuItemId, modifiers: burgerModifiers(random) }
  if (menuItemId !== COMBO) return { menuItemId }
  const main = { slotId: 'main', menuItemId: random.pick(['m1', 'm2']) }
  return { menuItemId, parts: [main, { slotId: 'side', menuItemId: random.pick(['m3', 'm1']) }] }
}

export function burgerModifiers(random: Random): NonNullable<Choice['modifiers']> {
  const plain = { prefix: '', qty: 1, below: [] } as const
  const done = { ...plain, groupId: 'doneness', optionId: random.pick(['rare', 'done']) }
  const extras = ['bacon', 'egg'].filter(() => random.chance(0.4))
  return [done, ...extras.map((optionId) => ({ ...plain, groupId: EXTRAS, optionId, qty: random.int(1, 2) }))]
}

function ingredient(name: string): RecordShapes['ingredient'] {
  const pack = { unit: 'g', packName: 'Box', packSize: 12_000, packCost: minor(333) } as const
  return { name, ...pack, low: 5_000, par: 50_000, supplier: '', active: true }
}

function recipe(ingredientId: string, qty: number): Recipe {
  return { makes: 1, lines: [{ ingredientId, qty }] }
}

function size(id: string, price: number) {
  return { id, name: id, price: minor(price), active: true }
}

function choices(...ids: readonly string[]) {
  return ids.map((menuItemId, index) => ({ menuItemId, upcharge: minor(index * 120) }))
}

function option(id: string, price: number): ModifierOption {
  return {
    id,
    name: id,
    price: minor(price),
    included: false,
    maxQty: 2,
    available: true,
    active: true,
    groups: [],
  }
}

function group(
  pricing: 'option' | 'none',
  options: readonly ModifierOption[],
): RecordShapes['modifier_group'] {
  return { name: 'Group', pricing, price: minor(0), options, active: true }
}
