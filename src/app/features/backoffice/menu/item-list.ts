import type { OfficeCategory, OfficeItem } from './menu-records.ts'

export interface ItemSection {
  /** Null: items whose category is not there. */
  readonly category: OfficeCategory | null
  readonly items: readonly OfficeItem[]
}

/** Everything, one category, or what is off the menu. */
export const ALL = 'all'
export const RETIRED = 'retired'

/** The items to list, category by category. A search looks through all that is on the menu and off it. */
export function itemSections(
  menu: { readonly items: readonly OfficeItem[]; readonly categories: readonly OfficeCategory[] },
  filter: string,
  search: string,
): readonly ItemSection[] {
  const wanted = plain(search)
  const shown = menu.items.filter((item) => {
    if (wanted !== '') return plain(item.name).includes(wanted)
    if (filter === RETIRED) return !item.active
    return item.active && (filter === ALL || item.categoryId === filter)
  })
  const known = new Set(menu.categories.map(({ id }) => id))
  const sections: ItemSection[] = menu.categories.map((category) => ({
    category,
    items: shown.filter((item) => item.categoryId === category.id),
  }))
  sections.push({ category: null, items: shown.filter((item) => !known.has(item.categoryId)) })
  return sections.filter(({ items }) => items.length > 0)
}

/** Without accents and capitals: "galao" finds "Galão". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
