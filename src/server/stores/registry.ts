import type { JWK } from 'jose'
import { ofStore, type Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

/** A server that belongs to a store, and the public key its tokens are signed with. */
export interface HubEntry {
  readonly dev: string
  readonly key: JWK
}

/** What a server knows of a store beyond its events: who made it, and whose tokens are good there. */
export interface StoreEntry {
  readonly root: string
  readonly hubs: readonly HubEntry[]
}

export async function readStoreEntry(db: Db | Tx, store: string): Promise<StoreEntry | null> {
  const text = await readLocal(db, '', entryKey(store))
  return text === null ? null : (JSON.parse(text) as StoreEntry)
}

export async function writeStoreEntry(tx: Tx, store: string, entry: StoreEntry): Promise<void> {
  await writeLocal(tx, '', entryKey(store), JSON.stringify(entry))
}

/** The stores that hubs brought here, with their names as far as they are known. */
export async function listStores(
  database: Database,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await database.db
    .selectFrom('local_values')
    .select('key')
    .where('store', '=', '')
    .where('key', '>=', entryKey(''))
    .where('key', '<', 'store;')
    .orderBy('key')
    .execute()
  const ids = rows.map(({ key }) => key.slice(entryKey('').length))
  return Promise.all(
    ids.map(async (id) => ({ id, name: (await readSettings(ofStore(database, id).db, id))?.name ?? '' })),
  )
}

/** With this hub among the store's; one that enrols again may come with a new key. */
export function withHub(entry: StoreEntry, hub: HubEntry): StoreEntry {
  return { ...entry, hubs: [...entry.hubs.filter(({ dev }) => dev !== hub.dev), hub] }
}

function entryKey(store: string): string {
  return `store:${store}`
}
