import type { Envelope } from '#domain/event/envelope.ts'
import type { Hlc } from '#domain/event/hlc.ts'
import type { SqlValue } from './connection.ts'
import type { Db, JournalRow, Tx } from './schema.ts'
import { insertRows, places, replaceOnConflict, statement, type Asked, type Statement } from './statement.ts'

/** How far a replica has one device's log. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

export type Heads = ReadonlyMap<string, Head>

/** An event and whether this program understood it. */
interface JournalEntry {
  readonly envelope: Envelope
  readonly folded: boolean
}

// PostgreSQL takes 65,535 parameters a statement, SQLite 32,766; a row has 20.
const ROWS_A_STATEMENT = 500

export async function readHeads(db: Db | Tx, store: string): Promise<Heads> {
  const text = 'select dev, seq, hash from heads where store = ? order by dev'
  return headsFrom((await statement<HeadRow>(text, [store]).execute(db)).rows)
}

/** The heads of some devices' logs; of an empty log, none. */
export async function readHeadsOf(db: Db | Tx, store: string, devs: readonly string[]): Promise<Heads> {
  return headsFrom((await headsOf(store, devs).execute(db)).rows)
}

export async function askHeadsOf(tx: Tx, store: string, devs: readonly string[]): Promise<Asked<Heads>> {
  const rows = await headsOf(store, devs).ask(tx)
  return async () => headsFrom(await rows())
}

type HeadRow = Head & { readonly dev: string }

function headsOf(store: string, devs: readonly string[]): Statement<HeadRow> {
  const text = `select dev, seq, hash from heads where store = ? and dev in ${places(devs)}`
  return statement(text, [store, ...devs])
}

function headsFrom(rows: readonly HeadRow[]): Heads {
  return new Map(rows.map((row) => [row.dev, { seq: row.seq, hash: row.hash }]))
}

const HEAD_COLUMNS = ['store', 'dev', 'seq', 'hash']

export async function writeHeads(tx: Tx, store: string, heads: Heads): Promise<void> {
  if (heads.size === 0) return
  const rows = [...heads].map(([dev, head]) => [store, dev, head.seq, head.hash])
  await insertRows(
    'heads',
    HEAD_COLUMNS,
    rows,
    replaceOnConflict(HEAD_COLUMNS, HEAD_COLUMNS.slice(0, 2)),
  ).execute(tx)
}

/** Appends in the given order; the order of arrival is kept for whoever reads pages later. */
export async function appendJournal(tx: Tx, entries: readonly JournalEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += ROWS_A_STATEMENT) {
    const rows = entries.slice(start, start + ROWS_A_STATEMENT).map(valuesOf)
    await insertRows('journal', COLUMNS, rows).execute(tx)
  }
}

const COLUMNS =
  'store dev seq txn_id txn_i txn_n hlc wall off_ms actor ent_type ent_id type v crit payload prev hash sig folded'.split(
    ' ',
  )

/** In the order of the columns. */
function valuesOf({ envelope, folded }: JournalEntry): readonly SqlValue[] {
  const { store, dev, seq, txn, hlc, wall, off, actor, entType, entId, type, v, crit, payload } = envelope
  const header = [store, dev, seq, txn.id, txn.i, txn.n, hlc, wall, off, actor, entType, entId, type, v]
  return [
    ...header,
    crit ? 1 : 0,
    payload,
    envelope.prev,
    envelope.hash,
    envelope.sig ?? null,
    folded ? 1 : 0,
  ]
}

export function envelopeOf(row: Omit<JournalRow, 'n' | 'folded'>): Envelope {
  return {
    store: row.store,
    dev: row.dev,
    seq: row.seq,
    txn: { id: row.txn_id, i: row.txn_i, n: row.txn_n },
    hlc: row.hlc as Hlc,
    wall: row.wall,
    off: row.off_ms,
    actor: row.actor,
    entType: row.ent_type,
    entId: row.ent_id,
    type: row.type,
    v: row.v,
    crit: row.crit === 1,
    payload: row.payload,
    prev: row.prev,
    hash: row.hash,
    ...(row.sig !== null && { sig: row.sig }),
  }
}

/** One entity's history in its own order, in which every replica folds it. */
export async function readEntityHistory(
  tx: Db | Tx,
  store: string,
  type: string,
  id: string,
): Promise<readonly Envelope[]> {
  const rows = await tx
    .selectFrom('journal')
    .selectAll()
    .where('store', '=', store)
    .where('ent_type', '=', type)
    .where('ent_id', '=', id)
    .orderBy('hlc')
    .orderBy('dev')
    .orderBy('seq')
    .execute()
  return rows.map(envelopeOf)
}

/** One event, to compare a repeat with what is kept. */
export async function readHash(tx: Db | Tx, store: string, dev: string, seq: number): Promise<string | null> {
  const row = await tx
    .selectFrom('journal')
    .select('hash')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.hash ?? null
}

/** Those of these actions that are here, whoever wrote them. */
export async function askKnownTxns(
  tx: Tx,
  store: string,
  txnIds: readonly string[],
): Promise<Asked<ReadonlySet<string>>> {
  if (txnIds.length === 0) return async () => new Set()
  const text = `select distinct txn_id from journal where store = ? and txn_id in ${places(txnIds)}`
  const rows = await statement<{ readonly txn_id: string }>(text, [store, ...txnIds]).ask(tx)
  return async () => new Set((await rows()).map((row) => row.txn_id))
}

export async function hasTxn(tx: Db | Tx, store: string, txnId: string): Promise<boolean> {
  const text = 'select seq from journal where store = ? and txn_id = ? limit 1'
  return (await statement(text, [store, txnId]).execute(tx)).rows.length > 0
}
