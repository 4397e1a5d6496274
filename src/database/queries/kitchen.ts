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
  const rows = await db
    .selectFrom('order_items')
    .select('order_id')
    .distinct()
    .where('store', '=', store)
    .where((eb) =>
      eb.or([
        eb.and([eb('preparation', 'in', ['pending', 'preparing']), eb('status', '=', 'sent')]),
        eb.and([eb('preparation', '=', 'ready'), eb('prepared_at', '>=', recentSince)]),
        eb.and([eb('status', '=', 'voided'), eb('sent_at', '>=', recentSince)]),
      ]),
    )
    .execute()
  return rows.map((row) => row.order_id)
}
