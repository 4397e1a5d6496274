import type { Db } from '#database/schema.ts'
import type { KitchenView } from '#device/messages.ts'

/** The stations that work, in their order. */
export function readStations(db: Db, store: string): Promise<KitchenView['stations']> {
  return db
    .selectFrom('stations')
    .select(['id', 'name'])
    .where('store', '=', store)
    .where('active', '=', 1)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
