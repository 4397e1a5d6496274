import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3-multiple-ciphers'
import { canonicalJson } from '#domain/event/canonical.ts'
import { compareKeys, type Envelope } from '#domain/event/envelope.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import { envelopeOf } from '#database/journal.ts'
import { RECORD_TABLES } from '#database/projections/record-rows.ts'
import type { EntityRow, JournalRow } from '#database/schema.ts'
import { CHAIN_START, chainText } from '#sync/chain.ts'
import { readEvent } from '#sync/fold-entities.ts'
import type { World } from './world.ts'

type Raw = Database.Database

const prepared = new WeakMap<Raw, Map<string, Database.Statement>>()

/** These few are asked thousands of times, and preparing costs more than running. */
function prepareOnce(raw: Raw, sql: string): Database.Statement {
  const known = prepared.get(raw) ?? new Map<string, Database.Statement>()
  prepared.set(raw, known)
  const statement = known.get(sql) ?? raw.prepare(sql)
  known.set(sql, statement)
  return statement
}

const PROJECTIONS = [
  'orders',
  'order_items',
  'payments',
  'refunds',
  'shifts',
  'check_outs',
  'days',
  'stock_moves',
  'stock_days',
  ...Object.values(RECORD_TABLES),
]

interface Base {
  readonly dev: string
  readonly seq: number
  readonly hash: string
}

/** Up to where each log is here in part only. */
export function basesOf(raw: Raw, store: string): ReadonlyMap<string, Omit<Base, 'dev'>> {
  const rows = prepareOnce(raw, 'select dev, seq, hash from bases where store = ?').all(store) as Base[]
  return new Map(rows.map(({ dev, ...base }) => [dev, base]))
}

/** It takes the store itself and what is open, and nothing that follows, until all of that is here. */
function startsInPart(raw: Raw, store: string): boolean {
  const text = `select value from local_values where store = ? and key = 'history'`
  const kept = prepareOnce(raw, text).pluck().get(store) as string | undefined
  if (kept === undefined) return false
  const { todo } = JSON.parse(kept) as { readonly todo: readonly { readonly part: string }[] }
  return todo[0]?.part === 'start'
}

/** How far a log was read; `txn` null: from its base on, where it is here in part. */
interface Reached {
  readonly seq: number
  readonly hash: string
  readonly txn: Envelope['txn'] | null
}

function readEnvelopes(raw: Raw, store: string): Envelope[] {
  const rows = raw.prepare('select * from journal where store = ? order by dev, seq').all(store)
  return (rows as JournalRow[]).map(envelopeOf)
}

/** I2 every chain verifies, with another SHA-256 than the product's; I9 every txn is here whole. */
export function checkJournal(world: World, name: string, raw: Raw, store: string): void {
  const bases = basesOf(raw, store)
  const isStarting = startsInPart(raw, store)
  const heads = new Map<string, Reached>()
  for (const [dev, base] of bases) heads.set(dev, { ...base, txn: null })
  for (const event of readEnvelopes(raw, store)) {
    const at = `${name}: ${event.dev}/${event.seq}`
    const before = heads.get(event.dev)
    if (createHash('sha256').update(chainText(event)).digest('hex') !== event.hash)
      world.fail('I2', `${at} has a wrong hash`)
    if (isStarting) continue
    // Of what lies before its base a log is here in part.
    if (event.seq <= (bases.get(event.dev)?.seq ?? 0)) continue
    if (event.seq !== (before?.seq ?? 0) + 1) world.fail('I2', `${at} does not follow ${before?.seq ?? 0}`)
    if (event.prev !== (before?.hash ?? CHAIN_START)) world.fail('I2', `${at} has a wrong prev`)
    const txn = before?.txn ?? null
    const open = txn !== null && txn.i < txn.n - 1
    const expected = open ? txn.i + 1 : 0
    // The last event that went may be of the same action.
    const isFirst = before !== undefined && txn === null
    if (!isFirst && (event.txn.i !== expected || (open && event.txn.id !== txn.id)))
      world.fail('I9', `${at} tears a txn`)
    heads.set(event.dev, { seq: event.seq, hash: event.hash, txn: event.txn })
  }
  for (const [dev, { txn, seq }] of heads) {
    if (txn !== null && txn.i !== txn.n - 1) world.fail('I9', `${name}: ${dev}/${seq} ends inside a txn`)
  }
  if (isStarting) return
  const told = [...heads]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dev, { seq, hash }]) => `${dev} ${seq} ${hash}`)
    .join('\n')
  if (told !== headsText(raw, store)) world.fail('I2', `${name}: heads differ from the journal`)
}

export function headsText(raw: Raw, store: string): string {
  const rows = prepareOnce(
    raw,
    `select dev || ' ' || seq || ' ' || hash from heads where store = ? order by dev`,
  )
    .pluck()
    .all(store)
  return rows.join('\n')
}

/** Everything that follows from the events, byte for byte. */
export function digestTables(raw: Raw, store: string): string {
  const hash = createHash('sha256')
  for (const table of PROJECTIONS) {
    const rows = prepareOnce(raw, `select * from ${table} where store = ? order by id`)
    hash.update(JSON.stringify(rows.raw().all(store)))
  }
  const entities = prepareOnce(raw, 'select * from entities where store = ? order by type, id')
  hash.update(JSON.stringify(entities.raw().all(store)))
  return hash.digest('hex')
}

/** I3 against the plainest fold there is: all events of an entity, sorted, from nothing. */
export function checkFold(world: World, name: string, raw: Raw, store: string, fold = foldEntity): void {
  const histories = new Map<string, Envelope[]>()
  for (const event of readEnvelopes(raw, store)) {
    const key = `${event.entType} ${event.entId}`
    const history = histories.get(key)
    if (history === undefined) histories.set(key, [event])
    else history.push(event)
  }
  const rows = raw.prepare('select * from entities where store = ?').all(store) as EntityRow[]
  if (rows.length !== histories.size)
    world.fail('I3', `${name} has ${rows.length} of ${histories.size} entities`)
  for (const row of rows) {
    const history = (histories.get(`${row.type} ${row.id}`) ?? []).sort(compareKeys)
    const last = history.at(-1)
    if (canonicalJson(foldAll(row.type, row.id, history, fold)) !== row.state) {
      world.fail('I3', `${name}: ${row.type} ${row.id} is not the fold of its events`)
    }
    if (last === undefined || compareKeys(last, row as never) !== 0) {
      world.fail('I3', `${name}: ${row.type} ${row.id} does not name its last event`)
    }
  }
}

function foldAll(
  type: string,
  id: string,
  history: readonly Envelope[],
  fold: typeof foldEntity,
): EntityState | null {
  let state: EntityState | null = null
  const authors = new Map<string, string>()
  for (const event of history) {
    // What two copies wrote again counts once. [FORK7]
    const author = authors.get(event.txn.id) ?? event.dev
    authors.set(event.txn.id, author)
    if (author !== event.dev) continue
    const { reading } = readEvent(event)
    if (reading.kind === 'event') state = fold(type, id, state, reading.event)
  }
  return state
}

/** What the id of a device that took on a new one holds. */
export const HEIR = '-heir-'

/** One user action is written once, whoever retried it; no number of an order or a Z is used twice. */
export function checkOnce(world: World, name: string, raw: Raw, store: string): void {
  const twice = raw.prepare(
    `select txn_id as txn, group_concat(dev, ' ') as devs from journal where store = ? and txn_i = 0
      group by txn_id having count(*) > 1`,
  )
  for (const { txn, devs } of twice.all(store) as { readonly txn: string; readonly devs: string }[]) {
    const authors = devs.split(' ')
    const copies = new Set(authors).size === authors.length && authors.every((dev) => dev.includes(HEIR))
    if (copies) world.sometimes('written again by two copies at once')
    else world.fail('I9', `${name}: txn ${txn} was written twice`)
  }
  const numbers = raw
    .prepare('select number from orders where store = ? group by business_date, number having count(*) > 1')
    .pluck()
  for (const number of numbers.all(store))
    world.fail('I8', `${name}: order number ${String(number)} was used twice`)
  const closes = raw
    .prepare(
      `select json_extract(payload, '$.number') from journal where store = ? and type in ('day_closed', 'day_addended')
        group by 1 having count(*) > 1`,
    )
    .pluck()
  for (const number of closes.all(store)) world.fail('I8', `${name}: Z ${String(number)} was given twice`)
  for (const [type, table, field, column] of TOLD) {
    const sql = `select e.id from entities e left join ${table} t on t.store = e.store and t.id = e.id
      where e.store = ? and e.type = ? and e.state <> 'null' and json_extract(e.state, ?) is not t.${column}`
    const id = raw.prepare(sql).pluck().get(store, type, `$.${field}`) as string | undefined
    if (id !== undefined) world.fail('I3', `${name}: ${table} says another ${column} of ${id}`)
  }
}

/** What tables say of entities, looked at without the code that writes them. */
const TOLD = [
  ['order', 'orders', 'status', 'status'],
  ['order', 'orders', 'covers', 'covers'],
  ['order', 'orders', 'sale.total', 'total'],
  ['item', 'order_items', 'orderId', 'order_id'],
  ['item', 'order_items', 'status', 'status'],
  ['item', 'order_items', 'qty', 'qty'],
  ['item', 'order_items', 'preparation', 'preparation'],
  ['payment', 'payments', 'status', 'status'],
  ['payment', 'payments', 'amount', 'amount'],
  ['payment', 'payments', 'orderId', 'order_id'],
  ['shift', 'shifts', 'status', 'status'],
] as const

const TABLES = ['journal', 'heads', 'entities', 'quarantine', ...PROJECTIONS]

/** I12: a device holds not one row of another store, and nowhere in its file a byte of its name. */
export function checkOwnStoreOnly(
  world: World,
  name: string,
  raw: Raw,
  { store, others }: { readonly store: string; readonly others: readonly string[] },
): void {
  const file = raw.serialize()
  const known = others.find((other) => file.includes(other))
  if (known !== undefined) world.fail('I12', `${name} has heard of ${known}`)
  for (const table of TABLES) {
    const strangers = raw.prepare(`select count(*) from ${table} where store <> ?`).pluck().get(store)
    if (strangers !== 0)
      world.fail('I12', `${name} holds ${String(strangers)} rows of another store in ${table}`)
  }
}

/** How often the paths that conflicts take were reached, from what one replica holds at the end. */
export function countPaths(world: World, raw: Raw, store: string): void {
  const count = (path: string, sql: string) => {
    const found = raw.prepare(sql).pluck().get(store) as number
    for (let i = 0; i < found; i++) world.sometimes(path)
  }
  count(
    'equal stamps of two devices on one entity',
    `select count(*) from journal a join journal b on b.store = a.store and b.ent_type = a.ent_type
      and b.ent_id = a.ent_id and b.hlc = a.hlc and b.dev > a.dev where a.store = ?`,
  )
  count(
    'event arrived behind a later one (folded anew)',
    `select count(*) from journal a where a.store = ? and exists (select 1 from journal b where b.store = a.store
      and b.ent_type = a.ent_type and b.ent_id = a.ent_id and b.n < a.n
      and (b.hlc, b.dev, b.seq) > (a.hlc, a.dev, a.seq))`,
  )
}
