import type { CategoryView, MenuItemView, MenuView } from '#device/messages.ts'

export interface MenuSection {
  readonly category: CategoryView
  readonly items: readonly MenuItemView[]
}

/** What the grid shows. A search looks through the whole menu, whichever category is chosen. */
export function menuSections(
  menu: MenuView,
  category: string | null,
  search: string,
): readonly MenuSection[] {
  const wanted = plain(search.trim())
  const matches = (item: MenuItemView): boolean =>
    wanted === '' ? category === null || item.categoryId === category : plain(item.name).includes(wanted)
  return menu.categories
    .map((one) => ({
      category: one,
      items: menu.items.filter((item) => item.categoryId === one.id && matches(item)),
    }))
    .filter((section) => section.items.length > 0)
}

/** Without accents and capitals: "pao" finds "Pão". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
}
