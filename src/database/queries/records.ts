import type { RecordShapes, RecordType } from '#domain/record/record.ts'
import { SETTINGS_ID, type Settings } from '#domain/store/settings.ts'
import { readEntities, readEntitiesOf } from '#database/entities.ts'
import type { Db, Tx } from '#database/schema.ts'

export type WithId<T> = T & { readonly id: string }

/** One plain record as it stands, or null. */
export async function readRecord<T extends RecordType>(
  db: Db | Tx,
  store: string,
  type: T,
  id: string,
): Promise<WithId<RecordShapes[T]> | null> {
  const [entity] = (await readEntities(db, store, [{ type, id }])).values()
  if (entity === undefined || entity.state === null) return null
  return { ...(entity.state as unknown as RecordShapes[T]), id }
}

/** All plain records of a kind, by id. For kinds of which a store has few. */
export async function readRecords<T extends RecordType>(
  db: Db | Tx,
  store: string,
  type: T,
): Promise<readonly WithId<RecordShapes[T]>[]> {
  const entities = await readEntitiesOf(db, store, type)
  return entities.flatMap(({ id, state }) =>
    state === null ? [] : [{ ...(state as unknown as RecordShapes[T]), id }],
  )
}

/** The store's settings once they are complete enough to sell, else null. */
export async function readSettings(db: Db | Tx, store: string): Promise<Settings | null> {
  const settings = await readRecord(db, store, 'settings', SETTINGS_ID)
  if (settings === null) return null
  const arrived: Partial<Settings> = settings
  const { currency, zone, cutoverHour, taxScope, taxRounding } = arrived
  if ([currency, zone, cutoverHour, taxScope, taxRounding].some((field) => field === undefined)) return null
  return { ...settings, receiptPrinterId: arrived.receiptPrinterId ?? '' }
}
