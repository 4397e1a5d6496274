import { join } from 'node:path'
import DatabaseDriver from 'better-sqlite3-multiple-ciphers'
import { readHeads } from '#database/journal.ts'
import type { Command } from '#domain/command/command.ts'
import { createReplica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { record } from '#server/store.ts'
import { startStoreProcess } from '../support/killable-hub.ts'
import { copy, openAt } from './copies.ts'
import { serveOrder } from './feed.ts'

const DAY_MS = 24 * 3_600_000
const DAYS_WHOLE = 8
/** See `serveOrder`. */
const COMMANDS_AN_ORDER = 9
/** Nobody reads them: enough for a journal of millions, and a disk that holds it. */
const EVENTS_AN_OLD_ORDER = 6
const TILL = 'dev-bench-till'
const PAST = 'dev-bench-past'

export interface AgedStore {
  readonly dataDir: string
  readonly store: string
  /** In its journal, of all times. */
  readonly events: number
}

/**
 * A hub's data folder with `pastOrders` behind it. The last eight days are real orders of one till, made by its
 * commands; what is older is one of them again and again, under other names, written as rows: nobody should ask for it.
 */
export async function makeAgedStore(pastOrders: number, ordersADay: number): Promise<AgedStore> {
  const first = await startStoreProcess({})
  await first.kill()
  const { dataDir, store } = first
  const file = join(dataDir, 'comanda.db')
  await writeLastDays(file, store, ordersADay)
  writePast(file, store, pastOrders, ordersADay)
  const database = await openAt(file)
  let events = 0
  for (const { seq } of (await readHeads(database.db, store)).values()) events += seq
  await database.close()
  return { dataDir, store, events }
}

async function writeLastDays(file: string, store: string, ordersADay: number): Promise<void> {
  const [hub, memory] = [await openAt(file), await openAt(':memory:')]
  let now = Date.now() - DAYS_WHOLE * DAY_MS
  const clock = { wall: () => now, offset: () => 0 }
  const server = createReplica({ store, dev: 'dev-bench-hub', database: hub, clock })
  const till = createReplica({ store, dev: TILL, database: memory, clock })
  const letter = { name: 'Till', letter: 'Q', kind: 'device', pairedAt: now, active: true }
  await copy(server, till)
  await record(till, [
    { ent: { type: 'device', id: TILL }, event: { type: 'record_changed', payload: letter } },
  ])
  const step = Math.floor(DAY_MS / (ordersADay * COMMANDS_AN_ORDER))
  const run = async (command: Command): Promise<void> => {
    now = Math.min(Date.now(), now + step)
    const actor = { id: 'user-marta', role: 'waiter' } as const
    const done = await runCommand(till, { id: crypto.randomUUID(), actor, command, now })
    if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
  }
  for (let n = 0; n < DAYS_WHOLE * ordersADay; n += 1) await serveOrder(till, n, run)
  await copy(till, server)
  await hub.close()
  await memory.close()
}

/** One real order, copied row by row with other ids, numbers and dates. */
function writePast(file: string, store: string, orders: number, ordersADay: number): void {
  const db = new DatabaseDriver(file)
  db.pragma('synchronous = off')
  db.pragma('cache_size = -200000')
  const model = db.prepare('select id from orders where store = ? order by opened_at limit 1').get(store) as {
    readonly id: string
  }
  db.exec(`
    create temp table parts as
      select id from orders where id = '${model.id}' union all
      select id from order_items where order_id = '${model.id}' union all
      select id from payments where order_id = '${model.id}';
    create temp table numbers as
      with recursive count(k) as (select 1 union all select k + 1 from count where k < ${orders}) select k from count;
    create temp table model as
      select *, row_number() over (order by seq) as place from journal
      where store = '${store}' and ent_id in (select id from parts) order by seq limit ${EVENTS_AN_OLD_ORDER};`)
  const { count } = db.prepare('select count(*) as count from model').get() as { readonly count: number }
  const renamed = (column: string): string => `replace(${column}, '${model.id}', '${model.id}' || '-' || k)`
  const date = `date('now', '-10 days', '-' || (k / ${ordersADay}) || ' days')`
  const past = `- 86400000 * (10 + k / ${ordersADay})`
  db.exec(`
    insert into journal (store, dev, seq, txn_id, txn_i, txn_n, hlc, wall, off_ms, actor, ent_type, ent_id, type, v,
      crit, payload, prev, hash, folded)
    select store, '${PAST}', (k - 1) * ${count} + place, txn_id || '-' || k, txn_i, txn_n, hlc, wall ${past}, off_ms,
      actor, ent_type, ent_id || '-' || k, type, v, crit, ${renamed('payload')},
      printf('%064d', (k - 1) * ${count} + place - 1), printf('%064d', (k - 1) * ${count} + place), 1
    from numbers, model order by k, place;
    insert into heads values ('${store}', '${PAST}', ${orders * count}, printf('%064d', ${orders * count}));
    insert or replace into local_values values ('${store}', 'chains_verified',
      json_object('${PAST}', json_array(${orders * count}, printf('%064d', ${orders * count}))));
    insert into entities select store, type, id || '-' || k, hlc, dev, seq, read_only, ${renamed('state')}
      from numbers, entities where store = '${store}' and id in (select id from parts);
    ${copyOf(db, 'orders', { id: `id || '-' || k`, number: `'P-' || k`, business_date: date, closed_date: date }, 'id')}
    ${copyOf(db, 'order_items', { id: `id || '-' || k`, order_id: `order_id || '-' || k` }, 'id')}
    ${copyOf(db, 'payments', { id: `id || '-' || k`, order_id: `order_id || '-' || k`, business_date: date }, 'id')}`)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

function copyOf(
  db: DatabaseDriver.Database,
  table: string,
  changed: Readonly<Record<string, string>>,
  key: string,
): string {
  const columns = (db.prepare(`pragma table_info(${table})`).all() as { readonly name: string }[]).map(
    ({ name }) => name,
  )
  const values = columns.map((column) => changed[column] ?? column)
  return `insert into ${table} (${columns.join()}) select ${values.join()} from numbers, ${table}
    where ${key} in (select id from parts);`
}
