import type { Command } from '#domain/command/command.ts'
import type { Context, Known, StockFacts } from '#domain/context.ts'
import type { MenuItem, ModifierGroup } from '#domain/menu/menu.ts'
import type { Bill } from '#domain/order/bill.ts'
import { unsentItems } from '#domain/order/close.ts'
import type { RecordShapes } from '#domain/record/record.ts'
import type { Recipe } from '#domain/stock/recipe.ts'
import { isRecipe } from '#domain/stock/stock-checks.ts'
import type { StockDocument } from '#domain/stock/stock.ts'
import { readEntities } from '#database/entities.ts'
import type { Tx } from '#database/schema.ts'

const NO_STOCK: StockFacts = { dishes: [], groups: [], ingredients: [], document: null }

/** Recipes for the commands that send lines; ingredients and the document for those of stock itself. */
export async function readStockFacts(
  tx: Tx,
  store: string,
  command: Command,
  bill: Context['bill'],
): Promise<StockFacts> {
  switch (command.type) {
    case 'send_order':
    case 'fire_course':
    case 'take_payment':
      return bill === null ? NO_STOCK : readRecipes(tx, store, bill)
    case 'receive_stock':
    case 'count_stock':
    case 'waste_stock': {
      const ids = command.lines.map(({ ingredientId }) => ingredientId)
      const ingredients = await readKnown(tx, store, 'ingredient', ids)
      return { ...NO_STOCK, ingredients, document: await readDocument(tx, store, command.stockId) }
    }
    case 'take_back_stock':
      return { ...NO_STOCK, document: await readDocument(tx, store, command.stockId) }
    default:
      return NO_STOCK
  }
}

/** What the lines that nobody sent yet are made of. */
async function readRecipes(tx: Tx, store: string, bill: Bill): Promise<StockFacts> {
  const lines = unsentItems(bill)
  if (lines.length === 0) return NO_STOCK
  const dishes = await readKnown(
    tx,
    store,
    'menu_item',
    lines.map((line) => line.menuItemId),
  )
  const groups = await readKnown(
    tx,
    store,
    'modifier_group',
    lines.flatMap((line) => line.modifiers.map(({ groupId }) => groupId)),
  )
  const ids = [...dishes.flatMap(recipesOfDish), ...groups.flatMap(recipesOfGroup)]
    .filter(isRecipe)
    .flatMap((recipe) => recipe.lines.map(({ ingredientId }) => ingredientId))
  return { ...NO_STOCK, dishes, groups, ingredients: await readKnown(tx, store, 'ingredient', ids) }
}

function recipesOfDish({ recipe, recipeBySize }: MenuItem): readonly Recipe[] {
  return [...(recipe === undefined ? [] : [recipe]), ...Object.values(recipeBySize ?? {})]
}

function recipesOfGroup({ recipes }: ModifierGroup): readonly Recipe[] {
  return Object.values(recipes ?? {})
}

async function readDocument(tx: Tx, store: string, id: string): Promise<StockDocument | null> {
  const [entity] = (await readEntities(tx, store, [{ type: 'stock', id }])).values()
  return (entity?.state ?? null) as StockDocument | null
}

async function readKnown<T extends 'menu_item' | 'modifier_group' | 'ingredient'>(
  tx: Tx,
  store: string,
  type: T,
  ids: readonly string[],
): Promise<readonly Known<RecordShapes[T]>[]> {
  if (ids.length === 0) return []
  const found = await readEntities(
    tx,
    store,
    [...new Set(ids)].map((id) => ({ type, id })),
  )
  return [...found.values()].flatMap(({ id, state }) =>
    state === null ? [] : [{ ...(state as unknown as RecordShapes[T]), id }],
  )
}
