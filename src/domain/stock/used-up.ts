import type { Known } from '#domain/context.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { times } from '#domain/money/whole.ts'
import type { Recipe } from './recipe.ts'
import { isRecipe } from './stock-checks.ts'

/** An ingredient that was counted once: of others nobody knows what is there. */
export interface Shelf {
  readonly id: string
  readonly name: string
  readonly level: number
}

export type RecipedDish = Known<
  Pick<MenuItem, 'name' | 'variants' | 'recipe' | 'recipeBySize' | 'sellAnyway'>
>

/**
 * What a dish lacks: the ingredients there is less of than one portion takes. Of a dish in sizes: those of its
 * sizes, if none of them can be made; empty: it can be. [STOCK10]
 */
export function lackedBy(dish: RecipedDish, shelves: ReadonlyMap<string, Shelf>): readonly Shelf[] {
  const sizes = activeVariants(dish).map(({ id }) => dish.recipeBySize?.[id] ?? dish.recipe)
  const lacked = (sizes.length === 0 ? [dish.recipe] : sizes).map((recipe) => lackedOf(recipe, shelves))
  return lacked.every((some) => some.length > 0) ? lacked.flat() : []
}

function lackedOf(recipe: Recipe | undefined, shelves: ReadonlyMap<string, Shelf>): readonly Shelf[] {
  if (recipe === undefined || !isRecipe(recipe)) return []
  return recipe.lines.flatMap(({ ingredientId, qty }) => {
    const shelf = shelves.get(ingredientId)
    return shelf !== undefined && times(shelf.level, recipe.makes) < qty ? [shelf] : []
  })
}
