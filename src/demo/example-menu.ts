import { PRESETS } from '#domain/store/presets/presets.ts'
import { menu } from './menu/menu.ts'
import type { DemoRecord } from './record.ts'
import { stations } from './stations.ts'

const ALCOHOL = 'cat-wine'
const DRINK_TAX = 'tax-23'

/** Where every restaurant's kitchen begins. */
export const exampleStations: readonly DemoRecord[] = stations

/**
 * The demo café's menu, to be changed: with the usual taxes of a country, or with none where it has no preset. Prices
 * are examples, in whatever the currency is. What another kitchen's dishes contain nobody here can say: not stated.
 * [ALLERGEN2]
 */
export function exampleMenu(country: string | null): readonly DemoRecord[] {
  const usual = PRESETS.find((preset) => preset.country === country)?.usual
  return menu.map((record) => {
    if (record.type === 'modifier_group')
      return { ...record, fields: { ...record.fields, options: record.fields.options.map(unstated) } }
    if (record.type !== 'menu_item') return record
    const { taxIds, categoryId } = record.fields
    const kind = categoryId === ALCOHOL ? 'alcohol' : taxIds.includes(DRINK_TAX) ? 'drink' : 'food'
    return { ...record, fields: { ...unstated(record.fields), taxIds: [], ...usual?.[kind] } }
  })
}

function unstated<T extends { readonly allergens?: unknown }>({
  allergens: _theirs,
  ...rest
}: T): Omit<T, 'allergens'> {
  return rest
}
