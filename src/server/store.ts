import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { ok } from '#domain/result.ts'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { catchUp } from '#sync/catch-up.ts'
import { openDeviceKeys, type DeviceKeys } from '#sync/device-keys.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { nativeKeys } from './auth/native-keys.ts'
import { nativeSha256 } from './sha256.ts'

export interface OpenStore {
  readonly replica: Replica
  /** The device that made the store: this server, or the hub whose place it took. */
  readonly root: string
  /** Of the device it is, and of those it was. */
  readonly keys: DeviceKeys
  /** True when nobody works here yet and nobody will come from a cloud: a fresh data folder. */
  readonly empty: boolean
}

/** The store this installation serves; made, with this server as its first device, unless a cloud said which it is. */
export async function openStore(
  database: Database,
  onAppend: (tx: Tx, events: readonly Envelope[]) => Promise<void>,
): Promise<OpenStore> {
  const store = await keptId(database, 'store', `store-${uuidv7()}`)
  const dev = await keptDeviceId(database)
  const root = (await readLocal(database.db, '', 'root')) ?? dev
  await catchUp(database, store, root)
  const keys = await openDeviceKeys(database, nativeKeys)
  const replica = createReplica({
    store,
    dev,
    database,
    clock: { wall: () => Date.now(), offset: () => 0 },
    onAppend,
    recordAuthor: root,
    signing: keys,
    digest: nativeSha256,
  })
  if (root === dev && (await readRecord(replica.db, store, 'device', dev)) === null) {
    await record(replica, [
      {
        ent: { type: 'device', id: dev },
        event: {
          type: 'record_changed',
          payload: { name: 'Server', letter: '', kind: 'server', pairedAt: Date.now(), active: true },
        },
      },
    ])
  }
  const person = await replica.db
    .selectFrom('users')
    .select('id')
    .where('store', '=', store)
    .executeTakeFirst()
  return { replica, root, keys, empty: root === dev && person === undefined }
}

/** From the next start on this server is another device. [FORK9] */
export function keepDeviceId(tx: Tx, dev: string): Promise<void> {
  return writeLocal(tx, '', 'dev', dev)
}

/** An id of this installation, made on first use. */
async function keptId(database: Database, key: string, fresh: string): Promise<string> {
  const kept = await readLocal(database.db, '', key)
  if (kept !== null) return kept
  await writeLocal(database.db, '', key, fresh)
  await database.flush()
  return fresh
}

/** Who this server is: made of its key, on first use. [SIGN2] */
export async function keptDeviceId(database: Database): Promise<string> {
  const kept = await readLocal(database.db, '', 'dev')
  if (kept !== null) return kept
  const keys = await openDeviceKeys(database, nativeKeys)
  return keptId(database, 'dev', await keys.newDevice())
}

/** Writes the server's own facts: a paired device, the demo café. At most 400 in one go. */
export async function record(replica: Replica, drafts: readonly Draft[]): Promise<readonly Envelope[]> {
  const written = await replica.act<never>({
    txnId: randomUUID(),
    actor: replica.dev,
    decide: async () => ok(drafts),
  })
  return written.ok ? written.value : []
}
