import type { Heads } from './journal.ts'
import type { Db, Tx } from './schema.ts'
import { insertRows, replaceOnConflict, statement } from './statement.ts'

/**
 * Up to where a device's log is here in part only: what follows is here without a gap, of what comes before just the
 * events of the entities that are kept. A device without a base has its whole log here. [SNAP2]
 */
export async function readBases(db: Db | Tx, store: string): Promise<Heads> {
  const text = 'select dev, seq, hash from bases where store = ? order by dev'
  const { rows } = await statement<{
    readonly dev: string
    readonly seq: number
    readonly hash: string
  }>(text, [store]).execute(db)
  return new Map(rows.map(({ dev, seq, hash }) => [dev, { seq, hash }]))
}

const COLUMNS = ['store', 'dev', 'seq', 'hash']

export async function writeBases(tx: Tx, store: string, bases: Heads): Promise<void> {
  if (bases.size === 0) return
  const rows = [...bases].map(([dev, { seq, hash }]) => [store, dev, seq, hash])
  await insertRows('bases', COLUMNS, rows, replaceOnConflict(COLUMNS, COLUMNS.slice(0, 2))).execute(tx)
}

/** The log was taken back beyond its base: what is there of it from now on is whole. */
export async function dropBase(tx: Tx, store: string, dev: string): Promise<void> {
  await statement('delete from bases where store = ? and dev = ?', [store, dev]).execute(tx)
}
