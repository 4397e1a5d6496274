import { describe, expect, test } from 'vitest'
import {
  addTea,
  NOON,
  open,
  openOrder,
  pay,
  replicaOn,
  run,
  seed,
  STORE,
} from '../../../tests/contract/cafe.ts'
import { tablesOf } from '../../../tests/support/replicas.ts'
import type { Database } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { createSyncClient, type SyncClient } from '#sync/client.ts'
import type { ExchangeReply, ExchangeRequest } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'
import { digestDay } from './day-digest.ts'
import { createSelfCheck, readReports } from './self-check.ts'

const DATE = '2026-11-20'
const HOUR = 3_600_000

interface Side {
  readonly database: Database
  readonly replica: Replica
}

interface Pair {
  readonly till: Side
  readonly hub: Side
  readonly client: SyncClient
  readonly requests: readonly ExchangeRequest[]
  readonly replies: readonly ExchangeReply[]
  /** An hour passes, and both exchange until neither has news. */
  hour(): Promise<void>
}

async function side(dev: string): Promise<Side> {
  const database = await open(openSqlite(':memory:'))
  return { database, replica: replicaOn(database, dev) }
}

/** A till and its hub with one sold and one open order, at the same heads. */
async function pair(bend: (request: ExchangeRequest) => ExchangeRequest = (same) => same): Promise<Pair> {
  const [till, hub] = [await side('till'), await side('hub')]
  let now = NOON
  const options = { recordAuthor: null, now: () => now }
  const tillCheck = createSelfCheck({ ...till, ...options })
  const hubCheck = createSelfCheck({ ...hub, ...options })
  const requests: ExchangeRequest[] = []
  const replies: ExchangeReply[] = []
  const suspected: Promise<void>[] = []
  const client = createSyncClient({
    replica: till.replica,
    now: () => now,
    onReply: (reply) => tillCheck.heard(reply),
    onEvents: () => {},
    digests: (heads) => tillCheck.digests(heads),
  })
  const transport = {
    async exchange(request: ExchangeRequest) {
      requests.push(request)
      const onDiffers = (dates: readonly string[]): void => void suspected.push(hubCheck.suspect(dates))
      const answered = await answerExchange(hub.replica, 'store', bend(request), now, { onDiffers })
      if (!answered.ok) throw new Error(answered.error.code)
      replies.push(answered.value.reply)
      return answered.value.reply
    },
  }
  await seed(till.replica)
  await run(till.replica, '1', openOrder('o1', 't1'))
  await run(till.replica, '2', addTea('o1', 'i1', 2))
  await run(till.replica, '3', pay('o1', 'p1', 500))
  await run(till.replica, '4', openOrder('o2'))
  await run(till.replica, '5', addTea('o2', 'i2'))
  while (await client.step(transport));
  return {
    till,
    hub,
    client,
    requests,
    replies,
    async hour() {
      now += HOUR
      while (await client.step(transport));
      await Promise.all(suspected)
    },
  }
}

const SQL = {
  'a price in a table': `update order_items set unit_price = 1 where id = 'i1'`,
  'a state': `update entities set state = '{"id":"o1"}' where id = 'o1'`,
  'a state that is lost': `delete from entities where id = 'i1'`,
  'a line that is lost': `delete from order_items where id = 'i2'`,
  'a payment that is lost, and its state': `delete from payments; delete from entities where type = 'payment'`,
  'an order that slipped to another day': `update orders set business_date = '2026-11-19' where id = 'o2'`,
  'an order that is lost with everything': `delete from orders; delete from order_items; delete from entities where type in ('order', 'item')`,
  'a refund that never was': `insert into refunds values ('${STORE}', 'r9', 'p1', 'o1', 'cash', 1, '${DATE}', null, 1)`,
} as const

async function spoil({ database }: Side, sql: string): Promise<void> {
  for (const statement of sql.split(';')) {
    const query = {
      sql: statement,
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: [statement], parameters: [] },
    }
    await database.db.executeQuery(query as never)
  }
}

describe('[SELF1] once an hour', () => {
  test('a till says what its days come to, and the hub finds the same', async () => {
    const cafe = await pair()
    await cafe.hour()
    const asked = cafe.requests.at(-1)
    const days = asked?.digests?.days ?? {}
    expect(Object.keys(days)).toEqual(['2026-11-18', '2026-11-19', DATE, '2026-11-21'])
    expect(days[DATE]).toBe(await digestDay(cafe.hub.database.db, STORE, DATE))
    expect(days[DATE]).not.toBe(days['2026-11-19'])
    expect(cafe.replies.at(-1)?.differs).toEqual([])
    expect(await readReports(cafe.till.replica.db, STORE)).toEqual([])
  })

  test('and not more often, nor with news that somebody waits for', async () => {
    const cafe = await pair()
    expect(cafe.requests.filter(({ digests }) => digests !== undefined)).toEqual([])
    await run(cafe.till.replica, '6', addTea('o2', 'i3'))
    await cafe.hour()
    const withDigests = cafe.requests.filter(({ digests }) => digests !== undefined)
    expect(withDigests.every(({ events }) => events.length === 0)).toBe(true)
    expect(withDigests.length).toBeLessThanOrEqual(1)
  })

  test('nothing is compared with another program, or at other heads', async () => {
    const other = await pair((request) =>
      request.digests === undefined ? request : { ...request, digests: { ...request.digests, by: 'older' } },
    )
    await other.hour()
    expect(other.replies.at(-1)?.differs).toBeUndefined()
    const apart = await pair((request) =>
      request.digests === undefined ? request : { ...request, heads: { ...request.heads, phone: [1, 'x'] } },
    )
    await apart.hour()
    expect(apart.replies.some(({ differs }) => differs !== undefined)).toBe(false)
  })
})

describe('[SELF2] tables that do not follow from the journal', () => {
  test.each(Object.entries(SQL))('%s, at the till: put right and written down', async (_, sql) => {
    const cafe = await pair()
    const right = await tablesOf(cafe.hub.replica.db)
    await spoil(cafe.till, sql)
    await cafe.hour()
    expect(cafe.replies.some(({ differs }) => differs?.includes(DATE))).toBe(true)
    expect(await digestDay(cafe.till.database.db, STORE, DATE)).toBe(
      await digestDay(cafe.hub.database.db, STORE, DATE),
    )
    expect(await tablesOf(cafe.till.replica.db)).toBe(right)
    expect((await readReports(cafe.till.replica.db, STORE)).some(({ changed }) => changed)).toBe(true)
    expect((await readReports(cafe.hub.replica.db, STORE)).some(({ changed }) => changed)).toBe(false)
    await cafe.hour()
    expect(cafe.replies.at(-1)?.differs).toEqual([])
  })

  test('the same at the hub, by its own hand', async () => {
    const cafe = await pair()
    const right = await tablesOf(cafe.till.replica.db)
    await spoil(cafe.hub, SQL['a price in a table'])
    await cafe.hour()
    expect(await tablesOf(cafe.hub.replica.db)).toBe(right)
    expect(await readReports(cafe.hub.replica.db, STORE)).toMatchObject([{ changed: true }])
    expect(await readReports(cafe.till.replica.db, STORE)).toMatchObject([{ changed: false }])
  })

  test('at most once an hour a date, and no date that is not near', async () => {
    const { hub } = await pair()
    const check = createSelfCheck({ ...hub, recordAuthor: null, now: () => NOON })
    await check.suspect([DATE, '2026-01-01'])
    await check.suspect([DATE, '2026-01-01'])
    expect(await readReports(hub.replica.db, STORE)).toMatchObject([{ businessDate: DATE }])
  })

  test('what has no event here is left alone, and told again', async () => {
    const cafe = await pair()
    await spoil(
      cafe.till,
      `insert into order_items select store, 'ghost', order_id, menu_item_id, name, station_id, unit_price, qty, note,
        status, preparation, sent_at, prepared_at from order_items where id = 'i1'`,
    )
    await cafe.hour()
    await cafe.hour()
    expect(await readReports(cafe.till.replica.db, STORE)).toMatchObject([
      { changed: false },
      { changed: false },
    ])
  })
})
