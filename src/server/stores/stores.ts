import type { Database } from '#database/open.ts'
import { createHub, type Hub } from '#server/hub.ts'
import { nativeKeys } from '#server/auth/native-keys.ts'
import { catchUp } from '#sync/catch-up.ts'
import { openDeviceKeys } from '#sync/device-keys.ts'
import { createReplica } from '#sync/replica.ts'
import { readStoreEntry } from './registry.ts'

/** The stores this server holds: its own, and on a cloud those that were enrolled. Nothing is shared between them. */
export interface Stores {
  readonly home: Hub
  /** The store's meeting place, opened on first use; null: not one of ours. */
  of(store: string): Promise<Hub | null>
  /** Hears of every store that is open, and of each that opens later. */
  onOpened(listener: (hub: Hub) => void): void
}

export function createStores(database: Database, home: Hub): Stores {
  const open = new Map<string, Hub>([[home.replica.store, home]])
  const listeners: ((hub: Hub) => void)[] = []

  async function of(store: string): Promise<Hub | null> {
    const known = open.get(store)
    if (known !== undefined) return known
    const entry = await readStoreEntry(database.db, store)
    if (entry === null) return null
    await catchUp(database, store, entry.root)
    const signing = await openDeviceKeys(database, nativeKeys)
    // Somebody else may have opened it while this one was reading.
    const meanwhile = open.get(store)
    if (meanwhile !== undefined) return meanwhile
    const replica = createReplica({
      store,
      dev: home.replica.dev,
      database,
      clock: { wall: () => Date.now(), offset: () => 0 },
      recordAuthor: entry.root,
      signing,
    })
    const hub = createHub(replica, home.place, entry.root)
    open.set(store, hub)
    for (const listener of listeners) listener(hub)
    return hub
  }

  return {
    home,
    of,
    onOpened(listener) {
      listeners.push(listener)
      for (const hub of open.values()) listener(hub)
    },
  }
}
