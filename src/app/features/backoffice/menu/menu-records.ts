import { inOrder, isStatedOrNot, type Allergen } from '#domain/menu/allergens.ts'
import {
  isGroupLinks,
  isOptions,
  isSlots,
  isTaxIds,
  isTaxIdsByService,
  isVariants,
} from '#domain/menu/menu-shape.ts'
import type { ComboSlot, GroupLink, ModifierOption, Variant } from '#domain/menu/menu.ts'
import type { Recipe } from '#domain/stock/recipe.ts'
import { isRecipe, isRecipes } from '#domain/stock/stock-checks.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { flag, shaped, text, whole } from '#app/features/backoffice/records/read.ts'

/** Of a dish that takes nothing from stock. */
export const EMPTY_RECIPE: Recipe = { makes: 1, lines: [] }

/** The records of the menu as forms show them: every field is there. */
export interface OfficeItem {
  readonly id: string
  readonly name: string
  readonly categoryId: string
  readonly stationId: string
  readonly price: number
  readonly pricing: 'fixed' | 'open' | 'weight'
  readonly unit: string
  readonly taxIds: readonly string[]
  readonly taxIdsByService: { readonly [service: string]: readonly string[] }
  readonly position: number
  readonly picture: string
  readonly available: boolean
  readonly active: boolean
  readonly variants: readonly Variant[]
  readonly groups: readonly GroupLink[]
  readonly slots: readonly ComboSlot[]
  readonly recipe: Recipe
  readonly recipeBySize: { readonly [variantId: string]: Recipe }
  /** Null: as its category. */
  readonly course: number | null
  /** Null: not stated. [ALLERGEN2] */
  readonly allergens: readonly Allergen[] | null
}

export function itemOf(record: OfficeRecord): OfficeItem {
  const { pricing, course } = record
  return {
    id: record.id,
    name: text(record, 'name'),
    categoryId: text(record, 'categoryId'),
    stationId: text(record, 'stationId'),
    price: whole(record, 'price'),
    pricing: pricing === 'open' || pricing === 'weight' ? pricing : 'fixed',
    unit: text(record, 'unit'),
    taxIds: shaped(record, 'taxIds', isTaxIds, []),
    taxIdsByService: shaped(record, 'taxIdsByService', isTaxIdsByService, {}),
    position: whole(record, 'position'),
    picture: text(record, 'picture'),
    available: flag(record, 'available'),
    active: flag(record, 'active'),
    variants: shaped(record, 'variants', isVariants, []),
    groups: shaped(record, 'groups', isGroupLinks, []),
    slots: shaped(record, 'slots', isSlots, []),
    recipe: shaped(record, 'recipe', isRecipe, EMPTY_RECIPE),
    recipeBySize: shaped(record, 'recipeBySize', isRecipes, {}),
    allergens: statedIn(record),
    course: typeof course === 'number' ? course : null,
  }
}

/** In the order of the law, whoever wrote them: in another order they are no change. */
function statedIn(record: OfficeRecord): OfficeItem['allergens'] {
  const stated = shaped<OfficeItem['allergens']>(record, 'allergens', isStatedOrNot, null)
  return stated === null ? null : inOrder(stated)
}

export interface OfficeCategory {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly position: number
  readonly course: number
  readonly active: boolean
}

export function categoryOf(record: OfficeRecord): OfficeCategory {
  return {
    id: record.id,
    name: text(record, 'name'),
    color: text(record, 'color'),
    position: whole(record, 'position'),
    course: whole(record, 'course'),
    active: flag(record, 'active'),
  }
}

export interface OfficeGroup {
  readonly id: string
  readonly name: string
  readonly pricing: 'option' | 'group' | 'none'
  readonly price: number
  readonly options: readonly ModifierOption[]
  readonly active: boolean
  readonly recipes: { readonly [optionId: string]: Recipe }
}

export function groupOf(record: OfficeRecord): OfficeGroup {
  const { pricing } = record
  return {
    id: record.id,
    name: text(record, 'name'),
    pricing: pricing === 'group' || pricing === 'none' ? pricing : 'option',
    price: whole(record, 'price'),
    options: shaped(record, 'options', isOptions, []),
    active: flag(record, 'active'),
    recipes: shaped(record, 'recipes', isRecipes, {}),
  }
}

/** A tax or a station: what a menu item is given, by name. */
export interface OfficeNamed {
  readonly id: string
  readonly name: string
  readonly position: number
  readonly active: boolean
}

export function namedOf(record: OfficeRecord): OfficeNamed {
  return {
    id: record.id,
    name: text(record, 'name'),
    position: whole(record, 'position'),
    active: flag(record, 'active'),
  }
}
