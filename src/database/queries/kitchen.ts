import type { Db, Tx } from '#database/schema.ts'

/**
 * Orders with something the kitchen has not finished, or finished since `recentSince` (ms), or that was sent since
 * then and voided: whoever cooks it must see that.
 */
export async function readKitchenOrderIds(
  db: Db | Tx,
  store: string,
  recentSince: number,
): Promise<readonly string[]> {
  // Two questions, each along the index by preparation; asked as one, SQLite reads every item of the store.
  const unfinished = db
    .selectFrom('order_items')
    .select('order_id')
    .where('store', '=', store)
    .where('preparation', 'in', ['pending', 'preparing'])
    .where((eb) =>
      eb.or([
        eb('status', '=', 'sent'),
        eb.and([eb('status', '=', 'voided'), eb('sent_at', '>=', recentSince)]),
      ]),
    )
  const finished = db
    .selectFrom('order_items')
    .select('order_id')
    .where('store', '=', store)
    .where('preparation', '=', 'ready')
    .where('prepared_at', '>=', recentSince)
  const rows = await unfinished.union(finished).execute()
  return rows.map((row) => row.order_id)
}
