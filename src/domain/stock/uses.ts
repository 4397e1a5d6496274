import type { Known } from '#domain/context.ts'
import type { Item, ItemModifier } from '#domain/item/item.ts'
import { STOCK_LINES_MAX, STOCK_QTY_MAX } from '#domain/limits.ts'
import { isGroupLinks, isWholeGroup } from '#domain/menu/menu-shape.ts'
import type { GroupLink, MenuItem, ModifierGroup } from '#domain/menu/menu.ts'
import { times } from '#domain/money/whole.ts'
import { cappedRatio } from './capped.ts'
import type { Ingredient } from './ingredient.ts'
import type { Recipe, Use } from './recipe.ts'
import { isRecipe } from './stock-checks.ts'
import { worthOf } from './worth.ts'

/** What the menu and the store-room say about the lines that are sent. */
export interface RecipeFacts {
  readonly dishes: readonly Known<MenuItem>[]
  readonly groups: readonly Known<ModifierGroup>[]
  readonly ingredients: readonly Known<Ingredient>[]
}

export type RecipedLine = Pick<Item, 'menuItemId' | 'variantId' | 'modifiers' | 'pieces' | 'weight'>

/** A weighed dish's recipe is for one of its unit, of which a line keeps thousandths. */
const WEIGHT_OF_ONE = 1_000

/**
 * What one unit of a line uses, by the recipes as they are now: the dish's (its size's, where that has one) as it
 * comes with what is included, and what its modifiers add or leave off; never less than nothing. [STOCK2] [STOCK3]
 */
export function usesOf(line: RecipedLine, facts: RecipeFacts): readonly Use[] {
  const dish = facts.dishes.find(({ id }) => id === line.menuItemId)
  const total = new Map<string, number>()
  const each = line.pieces * (line.weight?.milli ?? WEIGHT_OF_ONE)
  const take = (recipe: Recipe | undefined, portions: number): void => {
    if (recipe === undefined || !isRecipe(recipe)) return
    for (const { ingredientId, qty } of recipe.lines) {
      const all = times(times(qty, Math.abs(portions)), each)
      const used = cappedRatio(all, recipe.makes * WEIGHT_OF_ONE, STOCK_QTY_MAX)
      const before = total.get(ingredientId) ?? 0
      total.set(ingredientId, before + (portions < 0 ? -used : used))
    }
  }
  take(dish?.recipeBySize?.[line.variantId] ?? dish?.recipe, 1)
  const links = isGroupLinks(dish?.groups) ? (dish?.groups ?? []) : []
  for (const { group, optionId, portions } of changesOf(line, links, facts.groups.filter(isWholeGroup))) {
    take(group.recipes?.[optionId], portions)
  }
  return [...total]
    .filter(([, qty]) => qty > 0)
    .slice(0, STOCK_LINES_MAX)
    .map(([id, qty]) => {
      const capped = Math.min(qty, STOCK_QTY_MAX)
      const ingredient = facts.ingredients.find((one) => one.id === id)
      return [id, capped, ingredient === undefined ? 0 : worthOf(capped, ingredient)]
    })
}

interface Change {
  readonly group: Known<ModifierGroup>
  readonly optionId: string
  /** Portions more, or fewer, than the dish comes with. */
  readonly portions: number
}

/** What the modifiers of a line change about the dish as it comes. Those below an option go by its pieces. */
function changesOf(
  { modifiers }: RecipedLine,
  links: readonly GroupLink[],
  groups: readonly Known<ModifierGroup>[],
): readonly Change[] {
  const changes: Change[] = []
  const level = (at: number, depth: number, links: readonly GroupLink[], count: number): void => {
    const here = modifiersAt(modifiers, at, depth)
    for (const link of links) {
      const group = groups.find(({ id }) => id === link.groupId)
      const chosen = here.filter(({ modifier }) => modifier.groupId === link.groupId)
      if (group === undefined || chosen.length === 0) continue
      for (const { modifier, index } of chosen) {
        const option = group.options.find(({ id }) => id === modifier.optionId)
        const portions = portionsOf(modifier, option?.included === true)
        changes.push({ group, optionId: modifier.optionId, portions: portions * count })
        if (modifier.prefix !== 'no') level(index + 1, depth + 1, option?.groups ?? [], count * modifier.qty)
      }
      for (const optionId of replacedOf(link, group, chosen)) {
        changes.push({ group, optionId, portions: -count })
      }
    }
  }
  level(0, 0, links, 1)
  return changes
}

interface Placed {
  readonly modifier: ItemModifier
  readonly index: number
}

/** The modifiers of one level, from a place on: those below follow theirs, one deeper. */
function modifiersAt(modifiers: readonly ItemModifier[], from: number, depth: number): readonly Placed[] {
  const found: Placed[] = []
  for (const [index, modifier] of modifiers.entries()) {
    if (index < from) continue
    if (modifier.depth < depth) break
    if (modifier.depth === depth) found.push({ modifier, index })
  }
  return found
}

/** "No" leaves one portion off, "extra" is one more of each, and of what is included the first is there already. */
function portionsOf({ prefix, qty }: ItemModifier, included: boolean): number {
  if (prefix === 'no') return -1
  return qty * (prefix === 'extra' ? 2 : 1) - (included ? 1 : 0)
}

/** Where one only may be chosen, another choice takes the place of what is included. [MOD6] */
function replacedOf(link: GroupLink, group: ModifierGroup, chosen: readonly Placed[]): readonly string[] {
  if (link.max !== 1 || chosen.every(({ modifier }) => modifier.prefix === 'no')) return []
  return group.options
    .filter(({ id, included, active }) => {
      return included && active && chosen.every(({ modifier }) => modifier.optionId !== id)
    })
    .map(({ id }) => id)
}
