import type { Known, MenuFacts } from '#domain/context.ts'
import type { ItemAdded, ItemModifier } from '#domain/item/item.ts'
import { isMinor, type RoundingMode } from '#domain/money/money.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Settings } from '#domain/store/settings.ts'
import { lineAllergens } from './line-allergens.ts'
import { lineTaxes } from './line-taxes.ts'
import { isCourse, isWholeItem } from './menu-shape.ts'
import type { MenuItem, Variant } from './menu.ts'

/** What of a line comes from the menu. */
export type MenuLine = Pick<
  ItemAdded,
  | 'menuItemId'
  | 'name'
  | 'variant'
  | 'variantId'
  | 'categoryId'
  | 'stationId'
  | 'unitPrice'
  | 'priceFrom'
  | 'modifiers'
  | 'weight'
  | 'pieces'
  | 'taxes'
  | 'course'
  | 'allergens'
>

/** What a sale is made under, besides the menu. */
export interface SaleTerms {
  readonly service: string
  /** The order's own rounding. */
  readonly mode: RoundingMode
  readonly now: number
  readonly settings: Pick<Settings, 'zone' | 'cutoverHour'>
}

/** The item, if it can be sold now. [ITEM1] [ITEM5] [MENU1] */
export function sellable(item: Known<MenuItem> | null | undefined): Result<Known<MenuItem>, Rejection> {
  if (item === null || item === undefined || !item.active || !isWholeItem(item)) {
    return err({ code: 'unknown_menu_item', rule: 'ITEM1' })
  }
  return item.available ? ok(item) : err({ code: 'item_sold_out', rule: 'ITEM5' })
}

/** How one unit of a line was priced. */
export interface LinePrice {
  readonly variant: Variant | null
  readonly pieces: number
  /** Without modifiers. */
  readonly base: number
  readonly priceFrom: string
  readonly modifiers: readonly ItemModifier[]
  readonly weight: ItemAdded['weight']
}

/** The line as it is kept: everything copied, the price of one with all its modifiers. [ITEM1] [MOD11] [MENU2] */
export function menuLine(
  item: Known<MenuItem>,
  price: LinePrice,
  facts: Pick<MenuFacts, 'taxes' | 'categories' | 'groups'>,
  service: string,
): Result<MenuLine, Rejection> {
  const unitPrice = price.base + modifiersPrice(price.modifiers)
  if (!isMinor(unitPrice)) return err({ code: 'total_too_large', rule: 'BILL2' })
  return ok({
    menuItemId: item.id,
    name: item.name,
    variant: price.variant?.name ?? '',
    variantId: price.variant?.id ?? '',
    categoryId: item.categoryId,
    stationId: item.stationId,
    unitPrice,
    priceFrom: price.priceFrom,
    modifiers: price.modifiers,
    weight: price.weight,
    pieces: price.pieces,
    taxes: lineTaxes(item, service, facts.taxes),
    course: itemCourse(item, facts.categories),
    ...saidAllergens(item, price.modifiers, facts.groups),
  })
}

/** Written on a line only where somebody stated something: absent, nothing is known. [ALLERGEN5] */
export function saidAllergens(
  item: Known<MenuItem>,
  modifiers: readonly ItemModifier[],
  groups: MenuFacts['groups'],
): Pick<MenuLine, 'allergens'> {
  const allergens = lineAllergens(item, modifiers, groups)
  return allergens.complete || allergens.contains.length > 0 ? { allergens } : {}
}

/** What modifiers add to one unit, in minor units. */
export function modifiersPrice(modifiers: readonly Pick<ItemModifier, 'price'>[]): number {
  return modifiers.reduce((all, modifier) => all + modifier.price, 0)
}

/** The course of an item where none was said. [MENU2] */
export function itemCourse(
  item: Pick<MenuItem, 'course' | 'categoryId'>,
  categories: MenuFacts['categories'],
): number {
  if (item.course !== undefined) return item.course
  const course = categories.find((category) => category.id === item.categoryId)?.course
  return course !== undefined && isCourse(course) ? course : 0
}
