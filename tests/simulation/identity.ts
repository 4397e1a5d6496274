import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Db, Tx } from '#database/schema.ts'

const DEV_KEY = 'dev'

/** The id a replica writes under: what its disk says, or this one, which its disk says from now on. */
export async function identify(db: Db, store: string, first: string): Promise<string> {
  const kept = await readLocal(db, store, DEV_KEY)
  if (kept === null) await writeLocal(db, store, DEV_KEY, first)
  return kept ?? first
}

export async function keepIdentity(tx: Tx, store: string, dev: string): Promise<void> {
  await writeLocal(tx, store, DEV_KEY, dev)
}
