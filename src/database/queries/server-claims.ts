import type { Db, Tx } from '#database/schema.ts'

/**
 * What the payload of a device's record holds that makes it a server's. Canonical JSON writes it in one way only, and
 * a name holding these signs has its quotes escaped.
 */
export const SERVER_MARK = '"kind":"server"'

/** Who named whom a server of the store, from the journal itself: also what nobody was allowed to say yet. */
export async function readServerClaims(
  db: Db | Tx,
  store: string,
): Promise<readonly { readonly by: string; readonly dev: string }[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['dev as by', 'ent_id as dev', 'payload'])
    .where('store', '=', store)
    .where('ent_type', '=', 'device')
    .where('type', '=', 'record_changed')
    .where('payload', 'like', `%${SERVER_MARK}%`)
    .orderBy('n')
    .execute()
  // LIKE is blind to case in SQLite.
  return rows.filter(({ payload }) => payload.includes(SERVER_MARK)).map(({ by, dev }) => ({ by, dev }))
}
