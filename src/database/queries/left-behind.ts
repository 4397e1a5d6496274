import type { Db } from '#database/schema.ts'

/** How far a device wrote in stores it is not in any more. */
export async function readOtherLogs(
  db: Db,
  store: string,
  dev: string,
): Promise<readonly { readonly store: string; readonly seq: number }[]> {
  return db
    .selectFrom('heads')
    .select(['store', 'seq'])
    .where('dev', '=', dev)
    .where('store', '!=', store)
    .orderBy('store')
    .execute()
}
