import type { Db, Tx } from '#database/schema.ts'

/** Small facts of this database alone: they are never synced. `store` is empty before a device is paired. */
export async function readLocal(db: Db | Tx, store: string, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('local_values')
    .select('value')
    .where('store', '=', store)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value ?? null
}

export async function writeLocal(db: Db | Tx, store: string, key: string, value: string): Promise<void> {
  await db
    .insertInto('local_values')
    .values({ store, key, value })
    .onConflict((conflict) => conflict.columns(['store', 'key']).doUpdateSet({ value }))
    .execute()
}

export async function deleteLocal(db: Db | Tx, store: string, key: string): Promise<void> {
  await db.deleteFrom('local_values').where('store', '=', store).where('key', '=', key).execute()
}
