import type { Db, Tx } from '#database/schema.ts'
import { insertRows, places, replaceOnConflict, statement } from '#database/statement.ts'

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

/** Those of many keys that are here. */
export async function readLocals(
  db: Db | Tx,
  store: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const text = `select key, value from local_values where store = ? and key in ${places(keys)}`
  const read = statement<{ readonly key: string; readonly value: string }>(text, [store, ...keys])
  const { rows } = await read.execute(db)
  return new Map(rows.map(({ key, value }) => [key, value]))
}

const COLUMNS = ['store', 'key', 'value']

export async function writeLocals(tx: Tx, store: string, values: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...values].map(([key, value]) => [store, key, value])
  await insertRows('local_values', COLUMNS, rows, replaceOnConflict(COLUMNS, COLUMNS.slice(0, 2))).execute(tx)
}
