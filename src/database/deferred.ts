import { envelopeOf } from './journal.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Db, JournalRow, Tx } from './schema.ts'
import { places, statement } from './statement.ts'

/** An event that changed nothing here when it came, and its place in the order of arrival. */
export interface Deferred {
  readonly n: number
  readonly envelope: Envelope
}

/** What this program, or an older one on this database, could not fold: oldest arrival first. */
export async function readDeferred(
  db: Db | Tx,
  store: string,
  afterN: number,
  limit: number,
): Promise<readonly Deferred[]> {
  // `folded = 0` written out: only so is the small index of such rows used.
  const text = `select * from journal where store = ? and n > ? and folded = 0 order by n limit ${limit}`
  const { rows } = await statement<Omit<JournalRow, 'n'> & { readonly n: number }>(text, [
    store,
    afterN,
  ]).execute(db)
  return rows.map((row) => ({ n: row.n, envelope: envelopeOf(row) }))
}

export async function markFolded(tx: Tx, store: string, ns: readonly number[]): Promise<void> {
  await statement(`update journal set folded = 1 where store = ? and n in ${places(ns)}`, [
    store,
    ...ns,
  ]).execute(tx)
}

/** Whether exactly this event is in the journal and was understood. */
export async function isFolded(
  db: Db | Tx,
  store: string,
  { dev, seq, hash }: { readonly dev: string; readonly seq: number; readonly hash: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('journal')
    .select('n')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '=', seq)
    .where('hash', '=', hash)
    .where('folded', '=', 1)
    .executeTakeFirst()
  return row !== undefined
}
