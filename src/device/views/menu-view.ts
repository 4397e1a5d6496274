import { minor } from '#domain/money/money.ts'
import { readMenuRows } from '#database/queries/menu.ts'
import type { Db } from '#database/schema.ts'
import type { MenuView } from '#device/messages.ts'

export async function readMenuView(db: Db, store: string): Promise<MenuView> {
  const { categories, items } = await readMenuRows(db, store)
  return {
    categories,
    items: items.map((item) => ({
      id: item.id,
      name: item.name,
      categoryId: item.category_id,
      price: minor(item.price),
      picture: item.picture,
      available: item.available === 1,
    })),
  }
}
