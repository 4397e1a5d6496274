import { minor } from '#domain/money/money.ts'
import type { DemoRecord } from '#demo/record.ts'
import type { StationId } from '#demo/stations.ts'
import type { TaxId } from '#demo/taxes.ts'

export interface Dish {
  /** Ends the record's id (`menu-…`) and names its picture. */
  readonly slug: string
  readonly name: string
  readonly cents: number
  /** Where it differs from its section's. */
  readonly taxId?: TaxId
}

/** A category of the menu with everything in it. */
export interface Section {
  readonly slug: string
  readonly name: string
  readonly color: string
  readonly stationId: StationId
  readonly taxId: TaxId
  readonly dishes: readonly Dish[]
}

export function sectionRecords(section: Section, position: number): readonly DemoRecord[] {
  const { name, color } = section
  const categoryId = `cat-${section.slug}`
  const category: DemoRecord = {
    type: 'category',
    id: categoryId,
    fields: { name, position, color, active: true },
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
    },
  }
}
