import type { Known } from '#domain/context.ts'
import { minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'
import type { Ingredient } from '#domain/stock/ingredient.ts'
import type { LineStock, Recipe, Use } from '#domain/stock/recipe.ts'
import type { StockEvent, StockLine } from '#domain/stock/stock.ts'
import { authority, DATE } from './facts.ts'

/** Bought by the litre (or kilogram, or thousand) for 1.00, unless a test says otherwise. */
export function ingredientOf(id: string, over: Partial<Ingredient> = {}): Known<Ingredient> {
  return {
    id,
    name: id,
    unit: 'ml',
    packName: 'Bottle',
    packSize: 1_000_000,
    packCost: minor(100),
    low: 0,
    par: 0,
    supplier: '',
    active: true,
    ...over,
  }
}

/** For one portion: ingredients with their quantities. */
export function recipeOf(quantities: { readonly [ingredientId: string]: number }, makes = 1): Recipe {
  const lines = Object.entries(quantities).map(([ingredientId, qty]) => ({ ingredientId, qty }))
  return { makes, lines }
}

export function stockOf(...uses: readonly Use[]): LineStock {
  return { date: DATE, uses }
}

const MILK: StockLine = { ingredientId: 'milk', qty: 500_000, worth: 50_000 }

/** Half a litre of milk, unless a test says otherwise; so the others. */
export function received(...lines: readonly StockLine[]): StockEvent {
  const told = { ...authority({ by: 'rui' }), date: DATE, lines: lines.length === 0 ? [MILK] : lines }
  return { type: 'stock_received', payload: { ...told, supplier: 'Dairy' } }
}

export function countedStock(qty = MILK.qty, over: Partial<Authority & { readonly date: string }> = {}) {
  const payload = { ...authority({ by: 'rui' }), date: DATE, lines: [{ ...MILK, qty }], ...over }
  return { type: 'stock_counted', payload } satisfies StockEvent
}

export function wasted(qty = MILK.qty): StockEvent {
  const who = authority({ by: 'rui', reason: 'sour' })
  return { type: 'stock_wasted', payload: { ...who, date: DATE, lines: [{ ...MILK, qty }] } }
}

export function takenBack(): StockEvent {
  return { type: 'stock_taken_back', payload: authority({ by: 'rui', reason: 'typed twice' }) }
}
