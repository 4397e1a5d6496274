import { MENU_PRICE_MAX, NAME_LENGTH_MAX, STOCK_LINES_MAX, STOCK_QTY_MAX } from '#domain/limits.ts'
import {
  isFlag,
  isId,
  isListById,
  isMapOf,
  isObject,
  isOneOf,
  isText,
  isWhole,
  type Check,
} from '#domain/menu/shape.ts'
import { STOCK_UNITS } from './ingredient.ts'

export const isStockQty = isWhole(0, STOCK_QTY_MAX)

/** How each field of an ingredient must be. [STOCK1] */
export const INGREDIENT_FIELDS: { readonly [field: string]: Check } = {
  unit: isOneOf(...STOCK_UNITS),
  packName: isText,
  packSize: isWhole(1, STOCK_QTY_MAX),
  packCost: isWhole(0, MENU_PRICE_MAX),
  low: isStockQty,
  par: isStockQty,
  supplier: isText,
  active: isFlag,
}

/** A recipe: each ingredient once. [STOCK2] */
export const isRecipe: Check = isObject({
  makes: isWhole(1, 10_000),
  lines: isListById(
    isObject({ ingredientId: isId, qty: isWhole(1, STOCK_QTY_MAX) }),
    'ingredientId',
    STOCK_LINES_MAX,
  ),
})

/** Recipes by size, or by option. */
export const isRecipes = isMapOf(isRecipe)

export function isSupplier(text: string): boolean {
  return text.length <= NAME_LENGTH_MAX
}
