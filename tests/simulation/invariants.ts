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
import { COPIED } from './watched-replica.ts'
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

const PROJECTIONS = ['orders', 'order_items', 'payments', ...Object.values(RECORD_TABLES)]

function readEnvelopes(raw: Raw): Envelope[] {
  return (raw.prepare('select * from journal order by dev, seq').all() as JournalRow[]).map(envelopeOf)
}

/** I2 every chain verifies, with another SHA-256 than the product's; I9 every txn is here whole. */
export function checkJournal(world: World, name: string, raw: Raw): void {
  const heads = new Map<string, { seq: number; hash: string; txn: Envelope['txn'] }>()
  for (const event of readEnvelopes(raw)) {
    const at = `${name}: ${event.dev}/${event.seq}`
    const before = heads.get(event.dev)
    if (event.seq !== (before?.seq ?? 0) + 1) world.fail('I2', `${at} does not follow ${before?.seq ?? 0}`)
    if (event.prev !== (before?.hash ?? CHAIN_START)) world.fail('I2', `${at} has a wrong prev`)
    if (createHash('sha256').update(chainText(event)).digest('hex') !== event.hash) {
      world.fail('I2', `${at} has a wrong hash`)
    }
    const open = before !== undefined && before.txn.i < before.txn.n - 1
    const expected = open ? before.txn.i + 1 : 0
    if (event.txn.i !== expected || (open && event.txn.id !== before.txn.id))
      world.fail('I9', `${at} tears a txn`)
    heads.set(event.dev, { seq: event.seq, hash: event.hash, txn: event.txn })
  }
  for (const [dev, { txn, seq }] of heads) {
    if (txn.i !== txn.n - 1) world.fail('I9', `${name}: ${dev}/${seq} ends inside a txn`)
  }
  const told = [...heads].map(([dev, { seq, hash }]) => `${dev} ${seq} ${hash}`).join('\n')
  if (told !== headsText(raw)) world.fail('I2', `${name}: heads differ from the journal`)
}

export function headsText(raw: Raw): string {
  const rows = prepareOnce(raw, `select dev || ' ' || seq || ' ' || hash from heads order by dev`)
    .pluck()
    .all()
  return rows.join('\n')
}

/** Everything that follows from the events, byte for byte. */
export function digestTables(raw: Raw): string {
  const hash = createHash('sha256')
  for (const table of PROJECTIONS) {
    hash.update(JSON.stringify(prepareOnce(raw, `select * from ${table} order by store, id`).raw().all()))
  }
  hash.update(JSON.stringify(prepareOnce(raw, 'select * from entities order by store, type, id').raw().all()))
  return hash.digest('hex')
}

/** I3 against the plainest fold there is: all events of an entity, sorted, from nothing. */
export function checkFold(world: World, name: string, raw: Raw): void {
  const histories = new Map<string, Envelope[]>()
  for (const event of readEnvelopes(raw)) {
    const key = `${event.entType} ${event.entId}`
    const history = histories.get(key)
    if (history === undefined) histories.set(key, [event])
    else history.push(event)
  }
  const rows = raw.prepare('select * from entities').all() as EntityRow[]
  if (rows.length !== histories.size)
    world.fail('I3', `${name} has ${rows.length} of ${histories.size} entities`)
  for (const row of rows) {
    const history = (histories.get(`${row.type} ${row.id}`) ?? []).sort(compareKeys)
    const last = history.at(-1)
    if (canonicalJson(foldAll(row.type, row.id, history)) !== row.state) {
      world.fail('I3', `${name}: ${row.type} ${row.id} is not the fold of its events`)
    }
    if (last === undefined || compareKeys(last, row as never) !== 0) {
      world.fail('I3', `${name}: ${row.type} ${row.id} does not name its last event`)
    }
  }
}

function foldAll(type: string, id: string, history: readonly Envelope[]): EntityState | null {
  let state: EntityState | null = null
  for (const event of history) {
    const { reading } = readEvent(event)
    if (reading.kind === 'event') state = foldEntity(type, id, state, reading.event)
  }
  return state
}

/** One user action is written once, whoever retried it; no order number is used twice. */
export function checkOnce(world: World, name: string, raw: Raw): void {
  // Two copies of one device with the same unsent actions may both write them again, before either hears of the other.
  const by = world.counts().has(COPIED) ? 'txn_id, dev' : 'txn_id'
  const twice = raw
    .prepare(`select txn_id from journal where txn_i = 0 group by ${by} having count(*) > 1`)
    .pluck()
  for (const txn of twice.all()) world.fail('I9', `${name}: txn ${String(txn)} was written twice`)
  const numbers = raw
    .prepare('select number from orders group by business_date, number having count(*) > 1')
    .pluck()
  for (const number of numbers.all())
    world.fail('I8', `${name}: order number ${String(number)} was used twice`)
  const aside = raw.prepare(`select count(*) from quarantine where reason <> 'fork'`).pluck().get()
  if (aside !== 0) world.fail('I11', `${name}: ${String(aside)} honest events are in quarantine`)
}

/** How often the paths that conflicts take were reached, from what one replica holds at the end. */
export function countPaths(world: World, raw: Raw): void {
  const count = (path: string, sql: string) => {
    const found = raw.prepare(sql).pluck().get() as number
    for (let i = 0; i < found; i++) world.sometimes(path)
  }
  count(
    'equal stamps of two devices on one entity',
    `select count(*) from journal a join journal b on b.store = a.store and b.ent_type = a.ent_type
      and b.ent_id = a.ent_id and b.hlc = a.hlc and b.dev > a.dev`,
  )
  count(
    'event arrived behind a later one (folded anew)',
    `select count(*) from journal a where exists (select 1 from journal b where b.store = a.store
      and b.ent_type = a.ent_type and b.ent_id = a.ent_id and b.n < a.n
      and (b.hlc, b.dev, b.seq) > (a.hlc, a.dev, a.seq))`,
  )
  count('order closed twice', `select count(*) from entities where state like '%"otherSales":[{%'`)
  count(
    'order overpaid',
    `select count(*) from orders where total < (select sum(amount) from payments
      where order_id = orders.id and status = 'taken')`,
  )
}
