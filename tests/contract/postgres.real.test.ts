import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import { openPostgres } from '#server/database/postgres.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { digestDay } from '#sync/check/day-digest.ts'
import type { Replica } from '#sync/replica.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { chain, journalOf, openReplica, tablesOf } from '../support/replicas.ts'
import { addTea, NOON, open, openOrder, replicaOn, run, seed, STORE } from './cafe.ts'
import { databaseSuite } from './database-suite.ts'
import { cafeDay } from './scenario-checks.ts'

let postgres: RunningPostgres
const opened: { close(): Promise<void> }[] = []

beforeAll(async () => {
  postgres = await startPostgres()
})

afterAll(async () => {
  for (const one of opened) await one.close()
  await postgres.stop()
})

databaseSuite('PostgreSQL', async () => {
  const source = openPostgres(postgres.asSuperuser(await postgres.newDatabase()))
  return { source, dispose: () => source.close() }
})

/** Two server processes of one cloud: each with sessions of its own on the same database. */
async function twoServers(): Promise<readonly [Replica, Replica]> {
  const url = await postgres.newDatabase()
  const [first, second] = await Promise.all([open(openPostgres(url)), open(openPostgres(url))])
  opened.push(first, second)
  return [replicaOn(first, 'cloud'), replicaOn(second, 'cloud')]
}

/** Logs of many devices that all write about the same few entities, in actions of two events. */
function busyLogs(devices: number, actions: number): readonly (readonly Envelope[])[] {
  return Array.from({ length: devices }, (_, d) =>
    chain(
      `dev-${d}`,
      Array.from({ length: actions * 2 }, (_event, e) => ({
        txn: { id: `dev-${d}-${Math.floor(e / 2)}`, i: e % 2, n: 2 },
        hlc: hlcOf(1_000 + ((e * 7 + d * 3) % 40), 0),
        entId: `c${(e + d) % 5}`,
        payload: `{"name":"${d} ${e}","position":${e}}`,
      })),
    ),
  )
}

async function freshFold(logs: readonly (readonly Envelope[])[]): Promise<string> {
  const fresh = await openReplica('fresh')
  for (const log of logs) await fresh.ingest(log, NOON)
  return tablesOf(fresh.db)
}

function inPages(log: readonly Envelope[], size: number): readonly (readonly Envelope[])[] {
  return Array.from({ length: Math.ceil(log.length / size) }, (_, n) => log.slice(n * size, (n + 1) * size))
}

describe('two server processes on one PostgreSQL', () => {
  test('[SYNC17] may start at once on an empty database', async () => {
    const [first, second] = await twoServers()
    expect(await tablesOf(first.db)).toBe(await tablesOf(second.db))
  })

  test('[SYNC2] [SYNC19] the same pages at once: nothing fails, nothing is lost or doubled', async () => {
    const [first, second] = await twoServers()
    const logs = busyLogs(6, 10)
    for (const log of logs) {
      for (const page of inPages(log, 10)) {
        await Promise.all([first.ingest(page, NOON), second.ingest(page, NOON), first.ingest(page, NOON)])
      }
    }
    expect(await journalOf(first.db)).toHaveLength(logs.flat().length)
    expect(await tablesOf(second.db)).toBe(await freshFold(logs))
  })

  test('[SYNC19] different pages about the same entities at once: tables equal a fresh fold', async () => {
    const [first, second] = await twoServers()
    const logs = busyLogs(8, 10)
    await Promise.all(
      logs.map(async (log, index) => {
        for (const page of inPages(log, 4)) await (index % 2 === 0 ? first : second).ingest(page, NOON)
      }),
    )
    expect(await journalOf(first.db)).toHaveLength(logs.flat().length)
    expect(await tablesOf(first.db)).toBe(await freshFold(logs))
  })

  test('[SYNC19] pages that mix devices, in opposite orders: no two ever wait for each other', async () => {
    const [first, second] = await twoServers()
    const logs = busyLogs(6, 4)
    const mixed = logs.flat()
    const turned = logs.toReversed().flat()
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([first.ingest(mixed, NOON), second.ingest(turned, NOON)])
    }
    expect(await journalOf(first.db)).toHaveLength(mixed.length)
    expect(await tablesOf(first.db)).toBe(await freshFold(logs))
  })

  test('[SYNC7] [SYNC19] what is set aside at once by both is kept once', async () => {
    const [first, second] = await twoServers()
    const [good] = chain('till', [{}])
    const page = [{ ...good, wall: 7 }, { odd: true }, good]
    await Promise.all([first, second, first, second].map((replica) => replica.ingest(page, NOON)))
    const rows = await first.db.selectFrom('quarantine').select('reason').orderBy('reason').execute()
    expect(rows.map(({ reason }) => reason)).toEqual(['bad_envelope', 'bad_hash'])
  })

  test('[SYNC1] [SYNC19] commands on both at once are one gapless log', async () => {
    const [first, second] = await twoServers()
    await seed(first)
    await run(first, 'open', openOrder('o1'))
    const ids = Array.from({ length: 20 }, (_, n) => `i${n}`)
    await Promise.all(ids.map((id, n) => run(n % 2 === 0 ? first : second, `t-${id}`, addTea('o1', id))))
    const log = await first.db.selectFrom('journal').select(['seq', 'prev', 'hash']).orderBy('seq').execute()
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    expect(log.slice(1).map(({ prev }) => prev)).toEqual(log.slice(0, -1).map(({ hash }) => hash))
    const lines = await second.db.selectFrom('order_items').select('id').where('store', '=', STORE).execute()
    expect(lines).toHaveLength(20)
  })
})

describe('two engines', () => {
  test('[SYNC18] [SELF1] come to the same bytes from the same day', async () => {
    const source = openPostgres(postgres.asSuperuser(await postgres.newDatabase()))
    const cloud = await cafeDay(source)
    const file = openSqlite(':memory:')
    const hub = await cafeDay(file)
    expect(await tablesOf(cloud.db)).toBe(await tablesOf(hub.db))
    const hashes = async ({ db }: Replica) => db.selectFrom('journal').select('hash').orderBy('n').execute()
    expect(await hashes(cloud)).toEqual(await hashes(hub))
    const digest = ({ db }: Replica) => digestDay(db, STORE, '2026-11-20')
    expect(await digest(cloud)).toBe(await digest(hub))
    expect(await digest(hub)).not.toBe(await digestDay(hub.db, STORE, '2026-11-21'))
    await Promise.all([source.close(), file.close()])
  })
})
