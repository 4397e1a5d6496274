import type { Envelope } from '#domain/event/envelope.ts'
import { envelopeOf } from './journal.ts'
import type { Db, Tx } from './schema.ts'

/** One device's log in its own order, after the event numbered `after`. */
export async function readLog(
  db: Db | Tx,
  store: string,
  dev: string,
  after: number,
  limit: number,
): Promise<readonly Envelope[]> {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(envelopeOf)
}

/** Whether anything of this device's log is kept up to this number: false where all of it was pruned. */
export async function isKept(db: Db | Tx, store: string, dev: string, upTo: number): Promise<boolean> {
  const row = await db
    .selectFrom('journal')
    .select('n')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '<=', upTo)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
