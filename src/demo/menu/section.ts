import type { GroupLink, MenuItem, Variant } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { DemoRecord } from '#demo/record.ts'
import { recipeOfDish } from '#demo/stock/recipes.ts'
import type { StationId } from '#demo/stations.ts'
import type { TaxId } from '#demo/taxes.ts'
import { DISH_ALLERGENS } from './allergens.ts'

export interface Dish {
  /** Ends the record's id (`menu-…`) and names its picture. */
  readonly slug: string
  readonly name: string
  readonly cents: number
  /** Where it differs from its section's. */
  readonly taxId?: TaxId
  readonly course?: number
  /** In the order they are asked. */
  readonly groups?: readonly Omit<GroupLink, 'position'>[]
  /** Sizes by name, with their prices in cents. */
  readonly sizes?: { readonly [name: string]: number }
  readonly more?: Pick<MenuItem, 'pricing' | 'unit' | 'slots'>
}

/** A category of the menu with everything in it. */
export interface Section {
  readonly slug: string
  readonly name: string
  readonly color: string
  readonly stationId: StationId
  readonly taxId: TaxId
  /** When it is eaten: 1 starters, 2 mains, 3 desserts. Drinks come when they are ready. */
  readonly course?: number
  readonly dishes: readonly Dish[]
}

export function sectionRecords(section: Section, position: number): readonly DemoRecord[] {
  const { name, color } = section
  const categoryId = `cat-${section.slug}`
  const category: DemoRecord = {
    type: 'category',
    id: categoryId,
    fields: { name, position, color, active: true, course: section.course ?? 0 },
  }
  return [category, ...section.dishes.map((dish, index) => dishRecord(section, categoryId, dish, index))]
}

function dishRecord(section: Section, categoryId: string, dish: Dish, position: number): DemoRecord {
  return {
    type: 'menu_item',
    id: `menu-${dish.slug}`,
    fields: {
      name: dish.name,
      categoryId,
      stationId: section.stationId,
      price: minor(dish.cents),
      taxIds: [dish.taxId ?? section.taxId],
      position,
      picture: dish.slug,
      available: true,
      active: true,
      ...(dish.course === undefined ? {} : { course: dish.course }),
      ...(dish.sizes === undefined ? {} : { variants: variantsOf(dish.slug, dish.sizes) }),
      ...(dish.groups === undefined ? {} : { groups: dish.groups.map(inOrder) }),
      ...statedOf(dish.slug),
      ...recipeOfDish(dish.slug),
      ...dish.more,
    },
  }
}

/** What nobody states stays not stated. [ALLERGEN2] */
function statedOf(slug: string): Pick<MenuItem, 'allergens'> {
  const allergens = DISH_ALLERGENS[slug]
  return allergens === undefined ? {} : { allergens }
}

function inOrder(link: Omit<GroupLink, 'position'>, position: number): GroupLink {
  return { ...link, position }
}

function variantsOf(slug: string, sizes: NonNullable<Dish['sizes']>): readonly Variant[] {
  return Object.entries(sizes).map(([name, cents], index) => ({
    id: `size-${slug}-${index + 1}`,
    name,
    price: minor(cents),
    active: true,
  }))
}
