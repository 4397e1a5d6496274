import { useMemo } from 'react'
import {
  categoryOf,
  groupOf,
  itemOf,
  namedOf,
  type OfficeCategory,
  type OfficeGroup,
  type OfficeItem,
  type OfficeNamed,
} from './menu-records.ts'
import { inOrder } from '#app/features/backoffice/records/read.ts'
import { ingredientOf, type OfficeIngredient } from './recipe-draft.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

/** Everything a menu item's form offers, in the order of the till; what is retired, too. */
export interface MenuRecords {
  readonly items: readonly OfficeItem[]
  readonly categories: readonly OfficeCategory[]
  readonly groups: readonly OfficeGroup[]
  readonly taxes: readonly OfficeNamed[]
  readonly stations: readonly OfficeNamed[]
  readonly ingredients: readonly OfficeIngredient[]
}

/** Null until all of it is here. */
export function useMenuRecords(): MenuRecords | null {
  const items = useRecords('menu_item', itemOf)
  const categories = useRecords('category', categoryOf)
  const groups = useRecords('modifier_group', groupOf)
  const taxes = useRecords('tax', namedOf)
  const stations = useRecords('station', namedOf)
  const ingredients = useRecords('ingredient', ingredientOf)
  return useMemo(() => {
    if (items === null || categories === null || groups === null) return null
    if (taxes === null || stations === null || ingredients === null) return null
    return {
      items: inOrder(items),
      categories: inOrder(categories),
      groups: groups.toSorted((a, b) => a.name.localeCompare(b.name)),
      taxes: inOrder(taxes),
      stations: inOrder(stations),
      ingredients: ingredients.toSorted((a, b) => a.name.localeCompare(b.name)),
    }
  }, [items, categories, groups, taxes, stations, ingredients])
}
