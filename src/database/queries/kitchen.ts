import type { Db, Tx } from '#database/schema.ts'

/** Orders with something the kitchen has not finished, or finished since `readySince` (ms). */
export async function readKitchenOrderIds(
  db: Db | Tx,
  store: string,
  readySince: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('order_items')
    .select('order_id')
    .distinct()
    .where('store', '=', store)
    .where((eb) =>
      eb.or([
        eb.and([eb('preparation', 'in', ['pending', 'preparing']), eb('status', '=', 'sent')]),
        eb.and([eb('preparation', '=', 'ready'), eb('prepared_at', '>=', readySince)]),
      ]),
    )
    .execute()
  return rows.map((row) => row.order_id)
}
