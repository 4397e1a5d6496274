import type { Db } from '#database/schema.ts'

/** The menu as a till shows it: active categories and items, in their positions. */
export async function readMenuRows(db: Db, store: string) {
  const categories = await db
    .selectFrom('categories')
    .select(['id', 'name', 'color'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const items = await db
    .selectFrom('menu_items')
    .select(['id', 'name', 'category_id', 'price', 'picture', 'available'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { categories, items }
}

/** Areas and tables as the floor shows them. */
export async function readFloorRows(db: Db, store: string) {
  const areas = await db
    .selectFrom('areas')
    .select(['id', 'name'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const tables = await db
    .selectFrom('tables')
    .select(['id', 'name', 'area_id', 'seats'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { areas, tables }
}
