import type { Envelope } from '#domain/event/envelope.ts'
import { envelopeOf, type Head } from './journal.ts'
import type { Db, Tx } from './schema.ts'

/** One device's log in its own order, after the event numbered `after`; `limit` null: all of it. */
export async function readLog(
  db: Db | Tx,
  store: string,
  dev: string,
  after: number,
  limit: number | null,
): Promise<readonly Envelope[]> {
  const log = db
    .selectFrom('journal')
    .selectAll()
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '>', after)
    .orderBy('seq')
  const rows = await (limit === null ? log : log.limit(limit)).execute()
  return rows.map(envelopeOf)
}

/** The number of the oldest event of a device that is here; null: none is. */
export async function readFirstSeq(db: Db | Tx, store: string, dev: string): Promise<number | null> {
  const row = await db
    .selectFrom('journal')
    .select('seq')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}

/** The hashes of some of a device's events, by number; what is not here is absent. */
export async function readHashes(
  db: Db | Tx,
  store: string,
  dev: string,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('journal')
    .select(['seq', 'hash'])
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', 'in', seqs)
    .execute()
  return new Map(rows.map(({ seq, hash }) => [seq, hash]))
}

/** Takes a device's log back to `head`. Its entities are the caller's to fold anew. */
export async function cutLog(tx: Tx, store: string, dev: string, head: Head): Promise<void> {
  await tx
    .deleteFrom('journal')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '>', head.seq)
    .execute()
  const known = { store, dev }
  if (head.seq === 0) await tx.deleteFrom('heads').where('store', '=', store).where('dev', '=', dev).execute()
  else
    await tx
      .insertInto('heads')
      .values({ ...known, ...head })
      .onConflict((conflict) => conflict.columns(['store', 'dev']).doUpdateSet(head))
      .execute()
}
