import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { ConnectionSource, SqlDialect, SqlValue } from '#database/connection.ts'
import { openDatabase, type Database } from '#database/open.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { queuePrintJobs } from '#spool/outbox.ts'
import { nativeSha256 } from '#server/sha256.ts'
import { answerExchange } from '#sync/answer.ts'
import { PROTOCOL, toWire, type ExchangeRequest, type WireHeads } from '#sync/protocol.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { makeFeed, STORE, type Feed } from './feed.ts'
import { openPostgresServer } from './postgres.ts'
import { rowOf, type Measured } from './rows.ts'

/** Of a process that has just started, the first pages cost what a server pays once. */
const WARM_UP_PAGES = 16
const DEVICES = 4
const EVENTS = 20_000
const MS_A_SECOND = 1000

const NAMES: { readonly [engine in SqlDialect]: string } = { sqlite: 'SQLite', postgres: 'PostgreSQL' }

let feed: Promise<Feed> | null = null

/** Made once for all who take it in. */
export function feedOnce(): Promise<Feed> {
  feed ??= makeFeed(DEVICES, EVENTS)
  return feed
}

/** Pages of real events taken in by a fresh server, beside the same events merely inserted in the same pages. */
export async function measureIngest(engine: SqlDialect): Promise<Measured> {
  const { served, bare } = await ingestBeside(engine, [await feedOnce()])
  const name = `Ingest on ${NAMES[engine]}; a plain batched insert`
  return { rows: [rowOf(name, 'events/s', served, bare)], checks: [] }
}

/** Events a second: of the server, and of the plain inserts. */
export interface IngestRates {
  readonly served: number
  readonly bare: number
}

/** One feed a store. The stores take turns, page by page, and after each page comes its plain insert. */
export async function ingestBeside(engine: SqlDialect, feeds: readonly Feed[]): Promise<IngestRates> {
  const places = await openPlaces(engine)
  const database = await opened(places.served)
  const bare = await opened(places.bare)
  await bare.close()
  const inserter = places.again()
  const connection = await inserter.acquire()
  let servedMs = 0
  let bareMs = 0
  let events = 0
  try {
    const stores = await Promise.all(feeds.map((feed) => openServed(database, engine, feed)))
    // As PostgreSQL does by itself within a minute. Until then it takes every table for empty.
    if (engine === 'postgres') await sql`analyze`.execute(database.db)
    for (const [n, [store, page]] of inTurn(stores).entries()) {
      if (n === WARM_UP_PAGES) [servedMs, bareMs, events] = [0, 0, 0]
      events += page.length
      const request = requestOf(store.heads, page)
      servedMs += await timed(async () => {
        store.heads = await push(store.replica, request)
      })
      const statement = insertOf(engine, page)
      bareMs += await timed(async () => void (await connection.execute(statement.sql, statement.values)))
    }
  } finally {
    await inserter.release(connection)
    await inserter.close()
    await database.close()
    await places.close()
  }
  const perSecond = (ms: number): number => (events / ms) * MS_A_SECOND
  return { served: perSecond(servedMs), bare: perSecond(bareMs) }
}

interface Served extends Feed {
  readonly replica: Replica
  heads: WireHeads
}

async function openServed(database: Database, engine: SqlDialect, feed: Feed): Promise<Served> {
  const replica = replicaOn(database, engine, feed.cafe[0]?.store ?? STORE)
  await replica.ingest(feed.cafe, Date.now())
  return { ...feed, replica, heads: toWire(await replica.heads()) }
}

function inTurn(stores: readonly Served[]): readonly (readonly [Served, readonly Envelope[]])[] {
  const longest = Math.max(...stores.map(({ pages }) => pages.length))
  return Array.from({ length: longest }, (_, turn) =>
    stores.flatMap((store) => {
      const page = store.pages[turn]
      return page === undefined ? [] : [[store, page] as const]
    }),
  ).flat()
}

interface Places {
  readonly served: ConnectionSource
  readonly bare: ConnectionSource
  /** The bare place once more, when its tables are made. */
  again(): ConnectionSource
  close(): Promise<void>
}

async function openPlaces(engine: SqlDialect): Promise<Places> {
  if (engine === 'sqlite') {
    const directory = mkdtempSync(join(tmpdir(), 'comanda-ingest-'))
    const bare = join(directory, 'bare.db')
    const served = openSqlite(join(directory, 'served.db'))
    return { served, bare: openSqlite(bare), again: () => openSqlite(bare), close: async () => {} }
  }
  const server = await openPostgresServer()
  const bare = await server.create('bare')
  const served = openPostgres(await server.create('served'))
  return { served, bare: openPostgres(bare), again: () => openPostgres(bare), close: () => server.close() }
}

async function opened(source: ConnectionSource): Promise<Database> {
  const result = await openDatabase(source)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** As `startServer` makes it: a store's own server prints, a cloud does not. */
function replicaOn(database: Database, engine: SqlDialect, store: string): Replica {
  const options = {
    store,
    dev: 'dev-bench-hub',
    database,
    clock: { wall: () => Date.now(), offset: () => 0 },
    digest: nativeSha256,
  }
  if (engine === 'postgres') return createReplica(options)
  return createReplica({
    ...options,
    onAppend: (tx, events) => queuePrintJobs(tx, events, { owner: null, now: Date.now() }),
  })
}

/** As a device asks that has seen everything the server has. */
function requestOf(heads: WireHeads, page: readonly Envelope[]): ExchangeRequest {
  const own = Object.fromEntries(page.map((event) => [event.dev, [event.seq, event.hash] as const]))
  const { store = STORE, dev = '' } = page[0] ?? {}
  return { proto: PROTOCOL, store, dev, heads: { ...heads, ...own }, events: page }
}

async function push(replica: Replica, request: ExchangeRequest): Promise<WireHeads> {
  const answered = await answerExchange(replica, 'store', request, Date.now())
  if (!answered.ok) throw new Error(answered.error.code)
  const { accepted } = answered.value.ingested
  if (accepted.length !== request.events.length)
    throw new Error('assertion failed: every event of a page is taken in')
  return answered.value.reply.heads
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const COLUMNS =
  'store dev seq txn_id txn_i txn_n hlc wall off_ms actor ent_type ent_id type v crit payload prev hash folded'.split(
    ' ',
  )

/** The same bytes into the same table, page by page, and nothing else. */
function insertOf(
  engine: SqlDialect,
  page: readonly Envelope[],
): { sql: string; values: readonly SqlValue[] } {
  const place = (n: number): string => (engine === 'sqlite' ? '?' : `$${n + 1}`)
  const rows = page.map(
    (_, row) => `(${COLUMNS.map((_, column) => place(row * COLUMNS.length + column)).join()})`,
  )
  return {
    sql: `insert into journal (${COLUMNS.join()}) values ${rows.join()}`,
    values: page.flatMap(valuesOf),
  }
}

function valuesOf(event: Envelope): readonly SqlValue[] {
  const { store, dev, seq, txn, hlc, wall, off, actor, entType, entId, type, v, crit, payload, prev, hash } =
    event
  const header = [store, dev, seq, txn.id, txn.i, txn.n, hlc, wall, off, actor, entType, entId, type, v]
  return [...header, crit ? 1 : 0, payload, prev, hash, 1]
}
