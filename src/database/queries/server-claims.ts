import type { Db, Tx } from '#database/schema.ts'

/** Who named whom a server of the store, from the journal itself: also what nobody was allowed to say yet. */
export async function readServerClaims(
  db: Db | Tx,
  store: string,
): Promise<readonly { readonly by: string; readonly dev: string }[]> {
  return (
    db
      .selectFrom('journal')
      .select(['dev as by', 'ent_id as dev'])
      .where('store', '=', store)
      .where('ent_type', '=', 'device')
      .where('type', '=', 'record_changed')
      // Canonical JSON writes it in one way only, and a name holding these signs has its quotes escaped.
      .where('payload', 'like', '%"kind":"server"%')
      .distinct()
      .execute()
  )
}
