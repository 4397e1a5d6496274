import type { Recipe } from '#domain/stock/recipe.ts'
import { ingredientId } from './ingredients.ts'

/** In whole grams, millilitres and pieces, for one. */
type Amounts = { readonly [slug: string]: number }

const DISHES: { readonly [dish: string]: Amounts } = {
  espresso: { 'coffee-beans': 9 },
  macchiato: { 'coffee-beans': 9, 'whole-milk': 30 },
  'flat-white': { 'coffee-beans': 18, 'whole-milk': 150 },
  cappuccino: { 'coffee-beans': 9, 'whole-milk': 150 },
  americano: { 'coffee-beans': 9 },
  galao: { 'coffee-beans': 9, 'whole-milk': 200 },
  mocha: { 'coffee-beans': 9, 'whole-milk': 180, chocolate: 20 },
  'iced-latte': { 'coffee-beans': 18, 'whole-milk': 200 },
  'hot-chocolate': { 'whole-milk': 220, chocolate: 35 },
  'eggs-bacon': { eggs: 3, bacon: 80, sourdough: 2, butter: 15 },
  'avocado-toast': { sourdough: 2, avocado: 1, eggs: 1 },
  'bread-butter': { sourdough: 3, butter: 25 },
  'tosta-mista': { 'toast-bread': 2, ham: 60, cheese: 60, butter: 10 },
  bifana: { rolls: 1, pork: 150 },
}

const OPTIONS: { readonly [option: string]: Amounts } = {
  // As much as most coffees take of the whole milk it stands in for.
  'option-whole-milk': { 'whole-milk': 150 },
  'option-oat-milk': { 'oat-milk': 150 },
  'option-almond-milk': { 'almond-milk': 150 },
  'option-lactose-free': { 'lactose-free': 150 },
  'option-extra-shot': { 'coffee-beans': 9 },
  'option-vanilla-syrup': { 'vanilla-syrup': 20 },
  'option-caramel-syrup': { 'caramel-syrup': 20 },
  'option-cheddar': { cheese: 40 },
  'option-bacon': { bacon: 40 },
  'option-fried-egg': { eggs: 1 },
  'option-avocado': { avocado: 0.5 },
}

function recipe(amounts: Amounts): Recipe {
  const lines = Object.entries(amounts).map(([slug, amount]) => {
    return { ingredientId: ingredientId(slug), qty: amount * 1_000 }
  })
  return { makes: 1, lines }
}

/** The recipe of a dish, where the demo has one. */
export function recipeOfDish(slug: string): { readonly recipe?: Recipe } {
  const amounts = DISHES[slug]
  return amounts === undefined ? {} : { recipe: recipe(amounts) }
}

/** The recipes of a group's options, where the demo has any. */
export function recipesOfOptions(ids: readonly string[]): {
  readonly recipes?: { [option: string]: Recipe }
} {
  const known = ids.flatMap((id) => {
    const amounts = OPTIONS[id]
    return amounts === undefined ? [] : [[id, recipe(amounts)] as const]
  })
  return known.length === 0 ? {} : { recipes: Object.fromEntries(known) }
}
