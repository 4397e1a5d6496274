import { STOCK_QTY_MAX } from '#domain/limits.ts'
import type { Recipe } from '#domain/stock/recipe.ts'
import { STOCK_UNITS, type StockUnit } from '#domain/stock/ingredient.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { parseAmount } from '#i18n/money.ts'
import { quantityText } from '#i18n/quantities.ts'
import { flag, text } from '#app/features/backoffice/records/read.ts'
import type { Wrong } from '#app/features/backoffice/records/typed.ts'

/** A recipe's form, as typed. */
export interface RecipeDraft {
  readonly makes: string
  readonly lines: readonly RecipeLineDraft[]
}

export interface RecipeLineDraft {
  readonly ingredientId: string
  readonly qty: string
}

export const NO_RECIPE: RecipeDraft = { makes: '1', lines: [] }

const DECIMALS = 3
const MAKES_MAX = 10_000

export function draftOfRecipe(recipe: Recipe | undefined): RecipeDraft {
  if (recipe === undefined) return NO_RECIPE
  const lines = recipe.lines.map(({ ingredientId, qty }) => ({ ingredientId, qty: quantityText(qty) }))
  return { makes: String(recipe.makes), lines }
}

/** What the form says, with what is wrong in it; wrong quantities are named by `key` and their ingredient. [STOCK2] */
export function readRecipe(
  draft: RecipeDraft,
  key: string,
): { readonly recipe: Recipe; readonly errors: { readonly [field: string]: Wrong | null } } {
  const makes = /^\d{1,5}$/.test(draft.makes.trim()) ? Number(draft.makes) : 0
  const read = draft.lines.map(({ ingredientId, qty }) => {
    const amount = parseAmount(qty, DECIMALS)
    const isGood = amount !== null && amount > 0 && amount <= STOCK_QTY_MAX
    return { ingredientId, qty: isGood ? amount : 0, wrong: isGood ? null : ('quantityBad' as const) }
  })
  return {
    recipe: { makes, lines: read.map(({ ingredientId, qty }) => ({ ingredientId, qty })) },
    errors: {
      [`${key}:makes`]: makes >= 1 && makes <= MAKES_MAX ? null : 'numberBad',
      ...Object.fromEntries(read.map(({ ingredientId, wrong }) => [`${key}:${ingredientId}`, wrong])),
    },
  }
}

/** Recipes by size or option, as drafts. */
export type RecipeDrafts = { readonly [id: string]: RecipeDraft }

export function draftsOfRecipes(recipes: { readonly [id: string]: Recipe }): RecipeDrafts {
  return Object.fromEntries(Object.entries(recipes).map(([id, recipe]) => [id, draftOfRecipe(recipe)]))
}

/** Those that say anything, of those that are still there. */
export function readRecipes(drafts: RecipeDrafts, ids: readonly string[], key: string) {
  const read = ids.flatMap((id) => {
    const draft = drafts[id]
    return draft === undefined || draft.lines.length === 0
      ? []
      : [{ id, ...readRecipe(draft, `${key}:${id}`) }]
  })
  return {
    recipes: Object.fromEntries(read.map(({ id, recipe }) => [id, recipe])),
    errors: Object.assign({}, ...read.map(({ errors }) => errors)) as { [field: string]: Wrong | null },
  }
}

/** An ingredient as a recipe offers it. */
export interface OfficeIngredient {
  readonly id: string
  readonly name: string
  readonly unit: StockUnit
  readonly active: boolean
}

export function ingredientOf(record: OfficeRecord): OfficeIngredient {
  const unit = text(record, 'unit')
  return {
    id: record.id,
    name: text(record, 'name'),
    unit: STOCK_UNITS.find((known) => known === unit) ?? 'piece',
    active: flag(record, 'active'),
  }
}
