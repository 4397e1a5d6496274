import { uuidv7 } from 'uuidv7'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Database } from '#database/open.ts'
import type { Db, Tx } from '#database/schema.ts'
import { openDeviceKeys } from '#sync/device-keys.ts'
import { createWebKeys } from './web-keys.ts'

/** Who this device is: an id made inside the database it names, and what pairing gave it. */
export interface Identity {
  readonly dev: string
  readonly name: string
  readonly store: string
  readonly token: string
  /** The server's own device: the only one whose word about people and devices counts. */
  readonly server: string
}

/** This database's device id, made of its key on first use; of none, where the browser has no Ed25519. [SIGN2] [SIGN4] */
export async function readDeviceId(database: Database): Promise<string> {
  const kept = await readLocal(database.db, '', 'dev')
  if (kept !== null) return kept
  const keys = await openDeviceKeys(database, createWebKeys())
  const fresh = await keys.newDevice().catch(() => `dev-${uuidv7()}`)
  await writeLocal(database.db, '', 'dev', fresh)
  await database.flush()
  return fresh
}

export async function readIdentity(database: Pick<Database, 'db'>): Promise<Identity | null> {
  const text = await readLocal(database.db, '', 'identity')
  return text === null ? null : (JSON.parse(text) as Identity)
}

export async function writeIdentity(database: Database, identity: Identity): Promise<void> {
  await keepIdentity(database.db, identity)
  await database.flush()
}

/** Within whatever transaction makes it true. */
export async function keepIdentity(db: Db | Tx, identity: Identity): Promise<void> {
  await writeLocal(db, '', 'dev', identity.dev)
  await writeLocal(db, '', 'identity', JSON.stringify(identity))
}
