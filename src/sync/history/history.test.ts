import { describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { readBill } from '#database/queries/bill.ts'
import { readBases } from '#database/bases.ts'
import { readMissing } from '#database/pages.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import type { Database } from '#database/open.ts'
import { answerExchange } from '#sync/answer.ts'
import { checkChains } from '#sync/check/chains.ts'
import { digestDay } from '#sync/check/day-digest.ts'
import { createSyncClient, type SyncClient, type Transport } from '#sync/client.ts'
import { toWire, type ExchangeRequest } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'
import {
  addTea,
  MANAGER,
  NOON,
  open,
  openOrder,
  pay,
  replicaOn,
  run,
  STORE,
} from '../../../tests/contract/cafe.ts'
import { refund } from '../../../tests/support/aged-store.ts'
import { lineTo } from '../../../tests/support/line-to.ts'
import { chain, openReplica, seededReplica } from '../../../tests/support/replicas.ts'
import { openHistory, type History } from './history.ts'

const DAY_MS = 24 * 3_600_000
const DATES = [
  '2026-11-14',
  '2026-11-15',
  '2026-11-16',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-20',
]

/** A server that gives nobody its journal whole. */
function oldStore(server: Replica): Transport & { readonly asked: ExchangeRequest[] } {
  const asked: ExchangeRequest[] = []
  return {
    asked,
    exchange: async (request) => {
      asked.push(request)
      const wire = JSON.parse(JSON.stringify(request)) as ExchangeRequest
      const answered = await answerExchange(server, 'store', wire, NOON, { wholeUpTo: 0 })
      if (!answered.ok) throw new Error(answered.error.code)
      return JSON.parse(JSON.stringify(answered.value.reply))
    },
  }
}

interface Newcomer {
  readonly database: Database
  readonly replica: Replica
  readonly history: History
  readonly client: SyncClient
}

/** A device as it starts with what it has. */
async function start(database: Database, dev = 'new', now = NOON): Promise<Newcomer> {
  const replica = replicaOn(database, dev)
  const history = await openHistory(replica, () => now)
  const client = createSyncClient({
    replica,
    now: () => now,
    onReply: async () => {},
    onEvents: () => {},
    history,
  })
  return { database, replica, history, client }
}

async function newcomer(dev = 'new'): Promise<Newcomer> {
  return start(await open(openSqlite(':memory:')), dev)
}

async function settle(client: SyncClient, line: Transport): Promise<void> {
  for (let steps = 0; await client.step(line); steps += 1) {
    if (steps > 200) throw new Error('assertion failed: the exchange never ends')
  }
}

async function sync(from: Replica, server: Replica): Promise<void> {
  const ports = { replica: from, now: () => NOON, onReply: async () => {}, onEvents: () => {} }
  await settle(createSyncClient(ports), lineTo(server))
}

/** One order, from opening to payment, so many days ago. */
async function sell(till: Replica, id: string, daysAgo: number): Promise<void> {
  const at = { now: NOON - daysAgo * DAY_MS }
  await run(till, `${id}-1`, openOrder(id), at)
  await run(till, `${id}-2`, addTea(id, `${id}-tea`), at)
  await run(till, `${id}-3`, { type: 'send_order', orderId: id }, at)
  await run(till, `${id}-4`, pay(id, `${id}-pay`, 250), at)
}

/** What happened in a store with sixty days behind it, one order a day, the oldest table still open. */
async function makePast(): Promise<readonly Envelope[]> {
  const server = await seededReplica('server')
  const till = await openReplica('till')
  await sync(till, server)
  // So that what is kept of its log does not begin with its first event.
  await sell(till, 'ancient', 61)
  await run(till, 'old-open', openOrder('forgotten', 't1'), { now: NOON - 60 * DAY_MS })
  await run(till, 'old-tea', addTea('forgotten', 'forgotten-tea'), { now: NOON - 60 * DAY_MS })
  for (let day = 60; day >= 0; day -= 3) await sell(till, `o${day}`, day)
  await run(till, 'now-open', openOrder('now', 't2'))
  return (await readMissing(till.db, STORE, await till.heads(), new Map())).events
}

const past = makePast()

/** Its server and its till, each at the end of it. */
async function agedStore(): Promise<{ readonly server: Replica; readonly till: Replica }> {
  const [server, till] = [await openReplica('server'), await openReplica('till')]
  for (const replica of [server, till]) await replica.ingest(await past, NOON)
  return { server, till }
}

async function expectSameDays(one: Replica, other: Replica): Promise<void> {
  const digests = (of: Replica) => Promise.all(DATES.map((date) => digestDay(of.db, STORE, date)))
  expect(await digests(one)).toEqual(await digests(other))
}

const countEvents = async ({ db }: Replica): Promise<number> =>
  (await db.selectFrom('journal').select('n').execute()).length

describe('a new device in an old store', () => {
  test('[SNAP1] [SNAP2] holds the store, what is open and its last days, at the heads of the server', async () => {
    const { server } = await agedStore()
    const { replica, client, history, database } = await newcomer()
    expect([history.isStarting(), history.hasToday(), history.holds('2026-11-20')]).toEqual([
      true,
      false,
      false,
    ])
    await settle(client, oldStore(server))
    expect(await replica.heads()).toEqual(await server.heads())
    await expectSameDays(replica, server)
    expect(await readOpenOrderIds(replica.db, STORE)).toEqual(await readOpenOrderIds(server.db, STORE))
    expect(await readBill(replica.db, STORE, 'forgotten')).toEqual(
      await readBill(server.db, STORE, 'forgotten'),
    )
    expect(await readBill(replica.db, STORE, 'o30')).toBeNull()
    expect(await countEvents(replica)).toBeLessThan((await countEvents(server)) / 2)
    expect([history.isComing(), history.hasToday(), history.holds('2026-11-14')]).toEqual([false, true, true])
    expect(await checkChains(database, STORE, 1_000)).toMatchObject({ broken: [], complete: true })
  })

  test('[SNAP1] of a store that is small it holds everything', async () => {
    const { server } = await agedStore()
    const { replica, client, history } = await newcomer()
    await settle(client, lineTo(server))
    expect(await countEvents(replica)).toBe(await countEvents(server))
    expect([history.isComing(), history.holds('2026-09-01')]).toEqual([false, true])
  })

  test('[SNAP5] what was taken whole and let go of since is fetched, without a start in between', async () => {
    const server = await seededReplica('server')
    const { client, history } = await newcomer()
    await settle(client, lineTo(server))
    await history.holdFrom('2026-11-18')
    await history.wantDate('2026-11-10')
    await settle(client, lineTo(server))
    expect([history.isComing(), history.holds('2026-11-10')]).toEqual([false, true])
  })

  test('[SNAP5] fetches an old order, whole, that somebody wants to see; one that nobody has is asked for once', async () => {
    const { server } = await agedStore()
    const { replica, client, history } = await newcomer()
    const line = oldStore(server)
    await settle(client, line)
    expect(['o30', 'nobody-s'].map((id) => history.wantOrder(id))).toEqual(['coming', 'coming'])
    await settle(client, line)
    expect(await readBill(replica.db, STORE, 'o30')).toEqual(await readBill(server.db, STORE, 'o30'))
    expect(history.wantOrder('nobody-s')).toBe('unknown')
    expect([history.isComing(), history.next()]).toEqual([false, null])
    // It may have gone from here again by the time that somebody wants it once more.
    expect(history.wantOrder('o30')).toBe('coming')
    expect(history.next()).toMatchObject({ part: 'entities', refs: [['order', 'o30']] })
    // Of its date there is a part now, and a part is no figure.
    expect(history.holds('2026-10-21')).toBe(false)
  })

  test('[SNAP5] what everything is held of is not asked for', async () => {
    const { server } = await agedStore()
    const { client, history } = await newcomer()
    await settle(client, lineTo(server))
    expect(history.wantOrder('nobody-s')).toBe('unknown')
    expect(history.next()).toBeNull()
  })

  test('[SNAP1] opens an order that the others see, and follows what they do', async () => {
    const { server, till } = await agedStore()
    const { replica, client } = await newcomer('phone')
    const line = oldStore(server)
    await settle(client, line)
    await run(replica, 'mine', openOrder('mine'))
    await run(till, 'more', addTea('now', 'now-tea'))
    await sync(till, server)
    await settle(client, line)
    await sync(till, server)
    expect(await readBill(till.db, STORE, 'mine')).toEqual(await readBill(replica.db, STORE, 'mine'))
    await expectSameDays(replica, server)
    expect(await replica.heads()).toEqual(await server.heads())
  })

  test('[SNAP3] goes on where it stopped, however often it is cut off or started again', async () => {
    const { server, till } = await agedStore()
    const database = await open(openSqlite(':memory:'))
    const line = oldStore(server)
    let tries = 0
    for (let done = false; !done; tries += 1) {
      const { client, history } = await start(database)
      let left = 2
      const cut: Transport = {
        exchange: async (request) => {
          left -= 1
          if (left < 0) throw new Error('cut off')
          return line.exchange({ ...request, limit: 8 })
        },
      }
      await settle(client, cut).catch(() => {})
      if (tries < 8) await sell(till, `meanwhile-${tries}`, 0)
      await sync(till, server)
      done = !history.isComing() && left >= 0
    }
    expect(tries).toBeGreaterThan(5)
    const { replica, client } = await start(database)
    await settle(client, line)
    expect(await replica.heads()).toEqual(await server.heads())
    await expectSameDays(replica, server)
    const seen = await replica.db.selectFrom('journal').select(['dev', 'seq']).execute()
    expect(new Set(seen.map(({ dev, seq }) => `${dev} ${seq}`)).size).toBe(seen.length)
  })

  test('[SNAP3] sets aside what was changed on the way, and stands all the same', async () => {
    const { server } = await agedStore()
    const { replica, client } = await newcomer()
    const line = oldStore(server)
    const spoilt: Transport = {
      exchange: async (request) => {
        const reply = await line.exchange(request)
        if (reply.history === undefined) return reply
        const events = reply.history.events.map((event) =>
          event.entId === 'now' ? { ...event, actor: 'mallory' } : event,
        )
        return { ...reply, history: { ...reply.history, events } }
      },
    }
    await settle(client, spoilt)
    expect(await readBill(replica.db, STORE, 'now')).toBeNull()
    const aside = await replica.db.selectFrom('quarantine').select('reason').execute()
    expect(aside[0]).toEqual({ reason: 'bad_hash' })
  })
})

describe('what comes later', () => {
  test('[SNAP5] an order that was left out is fetched whole once something happens to it', async () => {
    const { server, till } = await agedStore()
    const { replica, client } = await newcomer()
    const line = oldStore(server)
    await settle(client, line)
    await run(till, 'r', refund('o30'), { actor: MANAGER })
    await sync(till, server)
    await settle(client, line)
    expect(await readBill(replica.db, STORE, 'o30')).toEqual(await readBill(server.db, STORE, 'o30'))
    await expectSameDays(replica, server)
  })

  test('[SNAP5] an order that only a line names, too, and once more after a restart in between', async () => {
    const { server, till } = await agedStore()
    const { replica, client, database } = await newcomer()
    const line = oldStore(server)
    await settle(client, line)
    const [added] = chain('far', [
      {
        entType: 'item',
        entId: 'late',
        type: 'item_added',
        payload: (
          await server.db
            .selectFrom('journal')
            .select('payload')
            .where('type', '=', 'item_added')
            .where('ent_id', '=', 'o30-tea')
            .executeTakeFirstOrThrow()
        ).payload,
      },
    ])
    await server.ingest([added], NOON)
    await replica.ingest([added], NOON)
    const again = await start(database)
    await settle(again.client, line)
    expect(await readBill(again.replica.db, STORE, 'o30')).toEqual(
      await readBill(till.db, STORE, 'o30').then(() => readBill(server.db, STORE, 'o30')),
    )
  })

  test('[SNAP5] an earlier day is fetched when it is asked for', async () => {
    const { server } = await agedStore()
    const { replica, client, history } = await newcomer()
    const line = oldStore(server)
    await settle(client, line)
    expect(history.holds('2026-10-21')).toBe(false)
    await history.wantDate('2026-10-21')
    await settle(client, line)
    expect(history.holds('2026-10-21')).toBe(true)
    expect(await digestDay(replica.db, STORE, '2026-10-21')).toBe(
      await digestDay(server.db, STORE, '2026-10-21'),
    )
  })

  test('[SNAP2] an event that is brought again is no fork, kept here or not', async () => {
    const { server } = await agedStore()
    const { replica, client } = await newcomer()
    await settle(client, oldStore(server))
    const log = await server.db
      .selectFrom('journal')
      .select(['seq', 'prev'])
      .where('dev', '=', 'till')
      .where('seq', '>', 1)
      .execute()
    const before = await countEvents(replica)
    const others = toWire(await server.heads())
    for (const { seq, prev } of log.filter((_, i) => i % 10 === 0)) {
      const reply = await lineTo(server).exchange({
        proto: 1,
        store: STORE,
        dev: 'new',
        heads: { ...others, till: [seq - 1, prev] },
        events: [],
        limit: 1,
      })
      expect(reply.events[0]).toMatchObject({ dev: 'till', seq })
      expect(await replica.ingest(reply.events, NOON)).toMatchObject({ accepted: [], forks: [] })
    }
    expect(await countEvents(replica)).toBe(before)
  })
})

describe('a server that lost its data', () => {
  test('[SNAP4] is given what follows on what it has, and asked for nothing for ever', async () => {
    const { server, till } = await agedStore()
    const { replica, client } = await newcomer('phone')
    await settle(client, oldStore(server))
    await run(replica, 'mine', openOrder('mine'))
    const empty = await openReplica('server-2')
    client.forget()
    const line = lineTo(empty)
    await settle(client, line)
    // Its own log is whole here; the others' are not, and their authors have them.
    expect([...(await empty.heads()).keys()]).toEqual(['phone'])
    expect(line.asked.length).toBeLessThan(5)
    await sync(till, empty)
    await settle(client, line)
    expect(await empty.heads()).toEqual(await replica.heads())
  })

  test('[SNAP7] a log that parts where it is here in part only is taken anew, whole', async () => {
    const { server } = await agedStore()
    const { replica, client } = await newcomer()
    await settle(client, oldStore(server))
    // Another server, where the same till has another past.
    const other = await seededReplica('server')
    const till = await openReplica('till')
    await sync(till, other)
    for (let day = 70; day >= 0; day -= 2) await sell(till, `p${day}`, day)
    await sync(till, other)
    client.forget()
    await settle(client, lineTo(other))
    expect((await replica.heads()).get('till')).toEqual((await other.heads()).get('till'))
    expect((await readBases(replica.db, STORE)).has('till')).toBe(false)
    expect(await readBill(replica.db, STORE, 'p30')).toEqual(await readBill(other.db, STORE, 'p30'))
    expect(await readBill(replica.db, STORE, 'o1')).toBeNull()
  })
})
