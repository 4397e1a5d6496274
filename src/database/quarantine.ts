import type { Db, QuarantineRow, Tx } from './schema.ts'

/** Why an event was set aside: kept word for word, shown, and never in the way of the rest. */
export type QuarantineReason =
  | 'bad_envelope'
  | 'bad_hash'
  | 'bad_signature'
  | 'unsigned'
  | 'wrong_store'
  | 'broken_payload'
  | 'not_allowed'
  | 'fork'

export interface Quarantined {
  readonly dev: string
  readonly seq: number
  readonly reason: QuarantineReason
  readonly body: string
}

/** Keeps each body once, however often it is sent. */
export async function quarantine(
  tx: Tx,
  store: string,
  found: readonly Quarantined[],
  receivedAt: number,
): Promise<void> {
  for (const one of found) {
    const known = await tx
      .selectFrom('quarantine')
      .select('id')
      .where('store', '=', store)
      .where('dev', '=', one.dev)
      .where('seq', '=', one.seq)
      .where('body', '=', one.body)
      .executeTakeFirst()
    if (known !== undefined) continue
    await tx
      .insertInto('quarantine')
      .values({ store, ...one, received_at: receivedAt })
      .execute()
  }
}

/** What a person did about it: tried again with success, or looked and let it be. */
export type Settled = 'released' | 'dismissed'

/** One thing set aside, as it is shown. */
export interface SetAside extends Quarantined {
  readonly id: number
  readonly receivedAt: number
  readonly settled: Settled | null
  readonly settledBy: string | null
  readonly settledAt: number | null
}

/** In the order it came, after the one called `afterId`; settled ones only where they are asked for. */
export async function readQuarantine(
  db: Db | Tx,
  store: string,
  page: { readonly afterId: number; readonly limit: number; readonly all: boolean },
): Promise<readonly SetAside[]> {
  const rows = await db
    .selectFrom('quarantine')
    .selectAll()
    .where('store', '=', store)
    .where('id', '>', page.afterId)
    .$if(!page.all, (query) => query.where('settled', 'is', null))
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(setAsideOf)
}

export async function readSetAside(db: Db | Tx, store: string, id: number): Promise<SetAside | null> {
  const row = await db
    .selectFrom('quarantine')
    .selectAll()
    .where('store', '=', store)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : setAsideOf(row)
}

/** What of one device is not settled yet, in the order of its log. */
export async function readOpenOf(
  db: Db | Tx,
  store: string,
  dev: string,
  limit: number,
): Promise<readonly SetAside[]> {
  const rows = await db
    .selectFrom('quarantine')
    .selectAll()
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('settled', 'is', null)
    .orderBy('seq')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(setAsideOf)
}

/** Writes down what was done about it. The body stays; what was released stays so, and what was dismissed may be. */
export async function settle(
  db: Db | Tx,
  store: string,
  id: number,
  done: { readonly settled: Settled; readonly by: string; readonly at: number },
): Promise<void> {
  await db
    .updateTable('quarantine')
    .set({ settled: done.settled, settled_by: done.by, settled_at: done.at })
    .where('store', '=', store)
    .where('id', '=', id)
    .where((eb) =>
      done.settled === 'released'
        ? eb.or([eb('settled', 'is', null), eb('settled', '=', 'dismissed')])
        : eb('settled', 'is', null),
    )
    .execute()
}

type Row = Omit<QuarantineRow, 'id'> & { readonly id: number }

function setAsideOf(row: Row): SetAside {
  return {
    id: row.id,
    dev: row.dev,
    seq: row.seq,
    reason: row.reason as QuarantineReason,
    body: row.body,
    receivedAt: row.received_at,
    settled: row.settled as Settled | null,
    settledBy: row.settled_by,
    settledAt: row.settled_at,
  }
}
