import { openSqlite } from '#server/database/sqlite.ts'
import { hashEvent } from '#sync/chain.ts'
import type { Replica, ReplicaOptions } from '#sync/replica.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Db } from '#database/schema.ts'
import { open, replicaOn, seed, STORE } from '../contract/cafe.ts'

/** A replica in memory. */
export async function openReplica(dev: string, over: Partial<ReplicaOptions> = {}): Promise<Replica> {
  return replicaOn(await open(openSqlite(':memory:')), dev, over)
}

export async function seededReplica(dev: string, over: Partial<ReplicaOptions> = {}): Promise<Replica> {
  const replica = await openReplica(dev, over)
  await seed(replica)
  return replica
}

/** Everything a replica has journalled, in the order it arrived. */
export async function journalOf(db: Db): Promise<readonly { readonly n: number; readonly folded: number }[]> {
  return db.selectFrom('journal').selectAll().orderBy('n').execute()
}

/** Envelopes with honest hashes, chained; each takes only what the test is about. */
export function chain(
  dev: string,
  parts: readonly Partial<Envelope>[],
  from?: Envelope,
): readonly Envelope[] {
  let prev = from
  return parts.map((part) => {
    const seq = (prev?.seq ?? 0) + 1
    const event = seal({ ...plain(dev, seq), prev: prev?.hash ?? '0'.repeat(64), ...part })
    prev = event
    return event
  })
}

export function seal(event: Omit<Envelope, 'hash'>): Envelope {
  return { ...event, hash: hashEvent(event) }
}

function plain(dev: string, seq: number): Omit<Envelope, 'hash' | 'prev'> {
  return {
    store: STORE,
    dev,
    seq,
    txn: { id: `${dev}-txn-${seq}`, i: 0, n: 1 },
    hlc: (1_000 + seq).toString(16).padStart(16, '0') as Envelope['hlc'],
    wall: 1_000 + seq,
    off: 0,
    actor: 'ana',
    entType: 'category',
    entId: 'hot',
    type: 'record_changed',
    v: 1,
    crit: true,
    payload: `{"position":${seq}}`,
  }
}

const PROJECTIONS = [
  'orders',
  'order_items',
  'payments',
  'menu_items',
  'categories',
  'taxes',
  'areas',
  'tables',
  'stations',
  'printers',
  'users',
  'devices',
  'ingredients',
  'stock_moves',
  'stock_days',
] as const

/** Every derived row of a store as one text: entities and tables. Equal texts are equal replicas. */
export async function tablesOf(db: Db, store = STORE): Promise<string> {
  const entities = await db.selectFrom('entities').selectAll().where('store', '=', store).execute()
  const tables: unknown[] = []
  for (const table of PROJECTIONS) {
    const rows = await db.selectFrom(table).selectAll().where('store', '=', store).orderBy('id').execute()
    tables.push([table, rows])
  }
  const sorted = entities.sort((a, b) => (`${a.type} ${a.id}` < `${b.type} ${b.id}` ? -1 : 1))
  return JSON.stringify([sorted, tables])
}
