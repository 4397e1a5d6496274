import type { Told } from '#domain/kitchen/ticket-delta.ts'
import type { Db, KitchenDueRow, Tx } from '#database/schema.ts'
import { insertRows, replaceOnConflict } from '#database/statement.ts'

const ROWS_A_STATEMENT = 400

/** Notes what the kitchen's printers may have to hear of; the same event again is noted once. */
export async function noteKitchenDue(tx: Tx, rows: readonly KitchenDueRow[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insertInto('kitchen_due')
      .values(row)
      .onConflict((conflict) => conflict.columns(['store', 'id']).doNothing())
      .execute()
  }
}

/** The oldest that were noted. */
export function readKitchenDue(db: Db | Tx, store: string, limit: number): Promise<readonly KitchenDueRow[]> {
  return db
    .selectFrom('kitchen_due')
    .selectAll()
    .where('store', '=', store)
    .orderBy('noted_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function clearKitchenDue(tx: Tx, store: string, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('kitchen_due').where('store', '=', store).where('id', 'in', ids).execute()
}

/** What the kitchen's paper last said of these items. */
export async function readKitchenTold(
  db: Db | Tx,
  store: string,
  itemIds: readonly string[],
): Promise<readonly Told[]> {
  const told: Told[] = []
  for (let start = 0; start < itemIds.length; start += ROWS_A_STATEMENT) {
    const rows = await db
      .selectFrom('kitchen_told')
      .selectAll()
      .where('store', '=', store)
      .where('item_id', 'in', itemIds.slice(start, start + ROWS_A_STATEMENT))
      .execute()
    told.push(
      ...rows.map(({ item_id: itemId, revision, place, qty, times }) => ({
        itemId,
        revision,
        place,
        qty,
        times,
      })),
    )
  }
  return told
}

const COLUMNS = ['store', 'item_id', 'revision', 'place', 'qty', 'times']

export async function writeKitchenTold(tx: Tx, store: string, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const rows = told.map(({ itemId, revision, place, qty, times }) => [
    store,
    itemId,
    revision,
    place,
    qty,
    times,
  ])
  await insertRows('kitchen_told', COLUMNS, rows, replaceOnConflict(COLUMNS, COLUMNS.slice(0, 2))).execute(tx)
}
