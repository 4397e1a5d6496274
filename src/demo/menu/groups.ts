import type { GroupLink, ModifierOption } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { DemoRecord } from '#demo/record.ts'
import { recipesOfOptions } from '#demo/stock/recipes.ts'
import { OPTION_ALLERGENS } from './allergens.ts'

type Ask = Omit<GroupLink, 'position'>

const MILK = 'group-milk'
const COFFEE = 'group-coffee'
const COOKED = 'group-cooked'
const SIDE = 'group-side'
const DRESSING = 'group-dressing'
const GARNISH = 'group-garnish'
const TOPPINGS = 'group-toppings'
const SAUCES = 'group-sauces'
const BASE = 'group-base'
const POKE = 'group-poke'

export const milk: Ask = { groupId: MILK, min: 0, max: 1, free: 0 }
export const coffeeWishes: Ask = { groupId: COFFEE, min: 0, max: 3, free: 0 }
export const cooked: Ask = { groupId: COOKED, min: 1, max: 1, free: 0 }
export const side: Ask = { groupId: SIDE, min: 1, max: 1, free: 0 }
export const garnish: Ask = { groupId: GARNISH, min: 0, max: 0, free: 0 }
export const toppings: Ask = { groupId: TOPPINGS, min: 0, max: 3, free: 0 }
export const sauces: Ask = { groupId: SAUCES, min: 0, max: 2, free: 0 }
export const base: Ask = { groupId: BASE, min: 1, max: 1, free: 0 }
/** The first two are in the bowl's price. */
export const pokeToppings: Ask = { groupId: POKE, min: 0, max: 5, free: 2 }

/** What a guest may want otherwise, group by group. */
export const groups: readonly DemoRecord[] = [
  group(MILK, 'Milk', [
    option('Whole milk', 0, { included: true }),
    option('Oat milk', 40, { priceByVariant: { Large: minor(60) } }),
    option('Almond milk', 50),
    option('Lactose-free', 0),
  ]),
  group(COFFEE, 'Coffee', [
    option('Extra shot', 60, { maxQty: 3 }),
    option('Decaf', 0),
    option('Vanilla syrup', 50),
    option('Caramel syrup', 50),
  ]),
  group(COOKED, 'Cooked', [
    option('Rare', 0),
    option('Medium rare', 0),
    option('Medium', 0),
    option('Well done', 0),
  ]),
  group(DRESSING, 'Dressing', [option('Vinaigrette', 0, { included: true }), option('Yoghurt', 0)]),
  group(SIDE, 'Side', [
    option('Chips', 0, { included: true }),
    option('Rice', 0),
    option('Green salad', 100, { groups: [{ groupId: DRESSING, min: 1, max: 1, free: 0, position: 0 }] }),
  ]),
  group(GARNISH, 'Comes with', [
    option('Lettuce', 0, { included: true }),
    option('Tomato', 0, { included: true }),
    option('Onion', 0, { included: true }),
    option('Pickles', 0, { included: true }),
  ]),
  group(TOPPINGS, 'Toppings', [
    option('Cheddar', 100, { maxQty: 2 }),
    option('Bacon', 150, { maxQty: 2 }),
    option('Fried egg', 120),
    option('Avocado', 180),
  ]),
  group(SAUCES, 'Sauces', [option('Ketchup', 0), option('Mayonnaise', 0), option('Garlic aioli', 50)]),
  group(BASE, 'Base', [
    option('Rice base', 0, { included: true }),
    option('Quinoa', 100),
    option('Greens', 0),
  ]),
  group(POKE, 'Bowl toppings', [
    option('Mango', 80),
    option('Edamame', 80),
    option('Seaweed', 80),
    option('Cucumber', 50),
    option('Crispy onion', 50),
  ]),
]

function group(id: string, name: string, options: readonly ModifierOption[]): DemoRecord {
  const recipes = recipesOfOptions(options.map((one) => one.id))
  const fields = { name, pricing: 'option', price: minor(0), options, active: true, ...recipes } as const
  return { type: 'modifier_group', id, fields }
}

function option(name: string, cents: number, more: Partial<ModifierOption> = {}): ModifierOption {
  return {
    id: `option-${name.toLowerCase().replaceAll(' ', '-')}`,
    name,
    price: minor(cents),
    included: false,
    maxQty: 1,
    available: true,
    active: true,
    allergens: OPTION_ALLERGENS[name] ?? [],
    groups: [],
    ...more,
  }
}
