import { entityOf, readEntities, type Entity } from '#database/entities.ts'
import type { Db, Tx } from '#database/schema.ts'

const IDS_A_STATEMENT = 400

/** Orders and their items as they stand folded, with the key of their last event: to fold on from there. */
export async function readOrderEntities(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
): Promise<readonly Entity[]> {
  const orders = await readEntities(
    db,
    store,
    orderIds.map((id) => ({ type: 'order', id })),
  )
  const items: Entity[] = []
  for (let start = 0; start < orderIds.length; start += IDS_A_STATEMENT) {
    const rows = await db
      .selectFrom('order_items')
      // SQLite keeps the order of a cross join: by order first. Left to itself it reads every item of the store.
      .crossJoin('entities')
      .selectAll('entities')
      .where('order_items.store', '=', store)
      .where('order_items.order_id', 'in', orderIds.slice(start, start + IDS_A_STATEMENT))
      .whereRef('entities.store', '=', 'order_items.store')
      .whereRef('entities.id', '=', 'order_items.id')
      .where('entities.type', '=', 'item')
      .execute()
    items.push(...rows.map(entityOf))
  }
  return [...orders.values(), ...items]
}
