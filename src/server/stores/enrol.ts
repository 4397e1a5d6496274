import { randomUUID } from 'node:crypto'
import type { JWK } from 'jose'
import { uuidv7 } from 'uuidv7'
import { err, ok, type Result } from '#domain/result.ts'
import { lockAll } from '#database/locks.ts'
import { ofStore, type Database } from '#database/open.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import type { Hub } from '#server/hub.ts'
import { readEnrolmentCode, useEnrolmentCode } from './enrolment-codes.ts'
import { readStoreEntry, withHub, writeStoreEntry, type StoreEntry } from './registry.ts'
import type { Stores } from './stores.ts'

export interface Enrolling {
  readonly code: string
  readonly dev: string
  readonly store: string | null
  readonly root: string | null
  readonly key: JWK
}

export interface Enrolled {
  readonly store: string
  readonly entry: StoreEntry
}

export type EnrolRefusal = 'pairing_code_wrong' | 'store_mismatch' | 'store_not_ready'

interface Cloud {
  readonly database: Database
  readonly stores: Stores
}

/**
 * Takes a store's hub in. A code without a store is for one that this cloud never saw: nobody gets at another's store
 * by naming it. A hub that takes a dead one's place is named a server of the store by the cloud, which its first hub
 * named before. [ENROL1] [ENROL2]
 */
export async function enrol(
  { database, stores }: Cloud,
  asked: Enrolling,
  now: number,
): Promise<Result<Enrolled, EnrolRefusal>> {
  const entered = await database.db.transaction().execute(async (tx) => {
    await lockAll(tx, database.dialect, ['enrol'])
    return enter(tx, { database, stores }, asked, now)
  })
  await database.flush()
  if (!entered.ok) return entered
  const hub = await stores.of(entered.value.store)
  if (hub !== null && asked.dev !== hub.root) await nameServer(hub, asked.dev, now)
  return entered
}

async function enter(
  tx: Tx,
  { database, stores: { home } }: Cloud,
  { code: typed, dev, store: own, root, key }: Enrolling,
  now: number,
): Promise<Result<Enrolled, EnrolRefusal>> {
  const code = await readEnrolmentCode(tx, typed, dev, now)
  if (code === null) return err('pairing_code_wrong')
  const store = code.store ?? own ?? `store-${uuidv7()}`
  if (own !== null && own !== store) return err('store_mismatch')
  const known = store === home.replica.store ? null : await readStoreEntry(tx, store)
  const isNew = code.store === null
  if (store === home.replica.store || isNew === (known !== null)) return err('store_mismatch')
  if (known !== null && dev !== known.root && !(await isNamed(database, store, home.replica.dev))) {
    return err('store_not_ready')
  }
  const entry = withHub(known ?? { root: root ?? dev, hubs: [] }, { dev, key })
  await writeStoreEntry(tx, store, entry)
  // With its store: asked again by the same hub, it gives the same answer.
  await useEnrolmentCode(tx, typed, { ...code, store, usedBy: dev })
  return ok({ store, entry })
}

/** Before a store's first hub has brought its naming of the cloud, nobody would believe the cloud's own. */
async function isNamed(database: Database, store: string, dev: string): Promise<boolean> {
  return (await readRecord(ofStore(database, store).db, store, 'device', dev))?.kind === 'server'
}

async function nameServer(hub: Hub, dev: string, now: number): Promise<void> {
  const { replica } = hub
  const named = await replica.act<never>({
    txnId: randomUUID(),
    actor: replica.dev,
    decide: async (tx) => {
      if ((await readRecord(tx, replica.store, 'device', dev)) !== null) return ok([])
      const payload = { name: 'Server', letter: '', kind: 'server', pairedAt: now, active: true }
      return ok([{ ent: { type: 'device', id: dev }, event: { type: 'record_changed', payload } }])
    },
  })
  if (named.ok) hub.announce(named.value)
}
