import { describe, expect, test } from 'vitest'
import { NOON, open, replicaOn, STORE } from '../../../tests/contract/cafe.ts'
import { chain } from '../../../tests/support/replicas.ts'
import type { Database } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { checkChains, readBroken } from './chains.ts'

/** Two logs of five. */
async function twoLogs(): Promise<Database> {
  const database = await open(openSqlite(':memory:'))
  const replica = replicaOn(database, 'hub')
  for (const dev of ['phone', 'till']) await replica.ingest(chain(dev, [{}, {}, {}, {}, {}]), NOON)
  return database
}

async function more({ database, log }: { database: Database; log: readonly object[] }): Promise<void> {
  await replicaOn(database, 'hub').ingest(log, NOON)
}

describe('[SELF3] the logs on this disk', () => {
  test('are read over from where the last check ended', async () => {
    const database = await twoLogs()
    expect(await checkChains(database, STORE, 1_000)).toEqual({ events: 10, complete: true, broken: [] })
    expect(await checkChains(database, STORE, 1_000)).toEqual({ events: 0, complete: true, broken: [] })
    const log = chain('till', [{}, {}, {}, {}, {}, {}, {}])
    await more({ database, log })
    expect(await checkChains(database, STORE, 1_000)).toEqual({ events: 2, complete: true, broken: [] })
  })

  test('so many at a time and no more, until all are read', async () => {
    const database = await twoLogs()
    expect(await checkChains(database, STORE, 4)).toEqual({ events: 4, complete: false, broken: [] })
    expect(await checkChains(database, STORE, 4)).toEqual({ events: 4, complete: false, broken: [] })
    expect(await checkChains(database, STORE, 4)).toEqual({ events: 2, complete: true, broken: [] })
  })

  test.each([
    ['changed', `update journal set payload = '{"position":77}' where dev = 'phone' and seq = 3`],
    ['missing', `delete from journal where dev = 'phone' and seq = 3`],
    ['not_following', `update journal set prev = '${'1'.repeat(64)}' where dev = 'phone' and seq = 3`],
  ] as const)(
    'an event that is %s is named each time, and the other log is read all the same',
    async (why, sql) => {
      const database = await twoLogs()
      await spoil(database, sql)
      const broken = [{ dev: 'phone', seq: 3, why }]
      expect(await checkChains(database, STORE, 1_000)).toMatchObject({ broken })
      expect(await readBroken(database.db, STORE)).toEqual(broken)
      expect(await checkChains(database, STORE, 1_000)).toMatchObject({ events: 0, broken })
    },
  )

  test('a last event that is gone, or is not the head, is named', async () => {
    const database = await twoLogs()
    await spoil(database, `delete from journal where dev = 'phone' and seq = 5`)
    await spoil(database, `update heads set hash = '${'2'.repeat(64)}' where dev = 'till'`)
    expect(await checkChains(database, STORE, 1_000)).toMatchObject({
      broken: [
        { dev: 'phone', seq: 5, why: 'missing' },
        { dev: 'till', seq: 5, why: 'not_the_head' },
      ],
    })
  })

  test('a log that was taken back and went on otherwise is whole, and read over again', async () => {
    const database = await twoLogs()
    await checkChains(database, STORE, 1_000)
    const hub = replicaOn(database, 'hub')
    await hub.rewind({ dev: 'till', common: 3, heir: null, at: NOON })
    expect(await checkChains(database, STORE, 1_000)).toMatchObject({ broken: [] })
    const other = chain('till', [{}, {}, {}, { payload: '{"position":9}' }, {}, {}, {}])
    expect((await hub.ingest(other.slice(3), NOON)).accepted).toHaveLength(4)
    expect(await checkChains(database, STORE, 1_000)).toMatchObject({ complete: true, broken: [] })
  })

  test('a log whose beginning was pruned is read from where it begins', async () => {
    const database = await twoLogs()
    await spoil(database, `delete from journal where dev = 'phone' and seq <= 2`)
    expect(await checkChains(database, STORE, 1_000)).toEqual({ events: 8, complete: true, broken: [] })
  })
})

async function spoil({ db }: Database, sql: string): Promise<void> {
  const query = { sql, parameters: [], query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] } }
  await db.executeQuery(query as never)
}
