import type { StockUnit } from '#domain/stock/ingredient.ts'
import { minor } from '#domain/money/money.ts'
import type { DemoRecord } from '#demo/record.ts'

/** Of one unit: a gram, a millilitre, a piece. */
const UNIT = 1_000

interface Bought {
  readonly slug: string
  readonly name: string
  readonly unit: StockUnit
  readonly pack: string
  /** In whole units, and cents. */
  readonly size: number
  readonly cents: number
  readonly supplier: string
  /** Packs: when it is low, what should be there, and what the demo begins with. */
  readonly low: number
  readonly par: number
  readonly opening: number
}

function bought(
  slug: string,
  name: string,
  [unit, pack, size, cents]: readonly [StockUnit, string, number, number],
  supplier: string,
  [low, par, opening]: readonly [number, number, number],
): Bought {
  return { slug, name, unit, pack, size, cents, supplier, low, par, opening }
}

const DAIRY = 'Laticínios do Campo'
const BAKER = 'Padaria Central'
const GREENS = 'Horta Viva'
const BUTCHER = 'Talho Ramos'
const ROASTER = 'Torra Lisboa'

const BOUGHT: readonly Bought[] = [
  bought('coffee-beans', 'Coffee beans', ['g', 'Bag', 1_000, 1_690], ROASTER, [3, 10, 8]),
  bought('decaf-beans', 'Decaf beans', ['g', 'Bag', 500, 1_090], ROASTER, [1, 3, 2]),
  bought('whole-milk', 'Whole milk', ['ml', 'Carton', 1_000, 89], DAIRY, [12, 40, 31]),
  bought('oat-milk', 'Oat milk', ['ml', 'Carton', 1_000, 185], DAIRY, [4, 12, 3]),
  bought('almond-milk', 'Almond milk', ['ml', 'Carton', 1_000, 210], DAIRY, [2, 6, 5]),
  bought('lactose-free', 'Lactose-free milk', ['ml', 'Carton', 1_000, 119], DAIRY, [3, 8, 6]),
  bought('chocolate', 'Drinking chocolate', ['g', 'Tin', 1_000, 940], ROASTER, [1, 3, 2]),
  bought('vanilla-syrup', 'Vanilla syrup', ['ml', 'Bottle', 700, 690], ROASTER, [1, 3, 2]),
  bought('caramel-syrup', 'Caramel syrup', ['ml', 'Bottle', 700, 690], ROASTER, [1, 3, 2]),
  bought('eggs', 'Eggs', ['piece', 'Tray', 30, 640], GREENS, [2, 6, 4]),
  bought('bacon', 'Bacon', ['g', 'Pack', 500, 495], BUTCHER, [3, 8, 6]),
  bought('butter', 'Butter', ['g', 'Block', 250, 210], DAIRY, [4, 12, 9]),
  bought('sourdough', 'Sourdough', ['piece', 'Loaf', 16, 380], BAKER, [2, 6, 4]),
  bought('toast-bread', 'Toast bread', ['piece', 'Loaf', 20, 240], BAKER, [2, 5, 2]),
  bought('avocado', 'Avocados', ['piece', 'Box', 20, 1_450], GREENS, [1, 2, 1]),
  bought('ham', 'Ham', ['g', 'Pack', 500, 430], BUTCHER, [2, 6, 5]),
  bought('cheese', 'Cheese', ['g', 'Block', 1_000, 760], DAIRY, [2, 5, 4]),
  bought('tomatoes', 'Tomatoes', ['g', 'Crate', 5_000, 890], GREENS, [1, 2, 2]),
  bought('pork', 'Pork loin', ['g', 'Pack', 2_000, 1_180], BUTCHER, [2, 5, 3]),
  bought('rolls', 'Bread rolls', ['piece', 'Bag', 12, 300], BAKER, [2, 6, 5]),
]

export const ingredientId = (slug: string): string => `ingredient-${slug}`

export const ingredients: readonly DemoRecord[] = BOUGHT.map((one) => ({
  type: 'ingredient',
  id: ingredientId(one.slug),
  fields: {
    name: one.name,
    unit: one.unit,
    packName: one.pack,
    packSize: one.size * UNIT,
    packCost: minor(one.cents),
    low: one.low * one.size * UNIT,
    par: one.par * one.size * UNIT,
    supplier: one.supplier,
    active: true,
  },
}))

/** What the demo's store-room holds on its first day, with what that cost in cents. */
export const openingStock = BOUGHT.map(({ slug, opening, size, cents }) => ({
  ingredientId: ingredientId(slug),
  qty: opening * size * UNIT,
  cost: opening * cents,
}))
