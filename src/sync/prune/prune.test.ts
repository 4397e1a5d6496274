import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  agedReplica,
  clockOf,
  dateOf,
  daysAgo,
  DAY_MS,
  makePast,
  refund,
  sell,
  settle,
  sync,
  TRADED,
} from '../../../tests/support/aged-store.ts'
import {
  addTea,
  MANAGER,
  NOON,
  open,
  openOrder,
  replicaOn,
  run,
  STORE,
} from '../../../tests/contract/cafe.ts'
import { lineTo } from '../../../tests/support/line-to.ts'
import { openReplica, tablesOf } from '../../../tests/support/replicas.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { readBases } from '#database/bases.ts'
import type { Heads } from '#database/journal.ts'
import { readLog } from '#database/log.ts'
import { readBill } from '#database/queries/bill.ts'
import { readStockLevels } from '#database/queries/stock.ts'
import type { Database } from '#database/open.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { checkChains } from '#sync/check/chains.ts'
import { digestDay } from '#sync/check/day-digest.ts'
import { createSyncClient, type Transport } from '#sync/client.ts'
import { openHistory, type History } from '#sync/history/history.ts'
import type { Replica } from '#sync/replica.ts'
import { createPruner, type PruneBy } from './prune.ts'

let past: readonly Envelope[] = []
beforeAll(async () => {
  past = await makePast()
})

interface Kept {
  readonly replica: Replica
  readonly database: Database
  readonly history: History
}

async function keeper(database: Database, now = NOON, dev = 'till'): Promise<Kept> {
  const replica = replicaOn(database, dev, { clock: clockOf({ at: now }) })
  return { replica, database, history: await openHistory(replica, () => now) }
}

/** A till that has held everything since the store began. */
async function whole(): Promise<Kept> {
  const database = await open(openSqlite(':memory:'))
  await replicaOn(database, 'till').ingest(past, NOON)
  return keeper(database)
}

/** A server that gives nobody its journal whole. */
const oldStore = (server: Replica): Transport => ({
  exchange: async (request) => {
    const answered = await answerExchange(server, 'cloud', request, NOON, { wholeUpTo: 0 })
    if (!answered.ok) throw new Error(answered.error.code)
    return JSON.parse(JSON.stringify(answered.value.reply))
  },
})

async function late(server: Replica): Promise<Kept> {
  const kept = await keeper(await open(openSqlite(':memory:')), NOON, 'late')
  await settle(clientOf(kept), oldStore(server))
  return kept
}

const clientOf = ({ replica, history }: Kept) =>
  createSyncClient({ replica, history, now: () => NOON, onReply: async () => {}, onEvents: () => {} })

/** So that what happened at noon is older than so many days. */
const LATER = NOON + 2 * 3_600_000

interface Over {
  readonly acknowledged?: Heads
  readonly now?: number
  readonly urgent?: boolean
  readonly steps?: number
  readonly wholeUpTo?: number
}

async function prune({ database, history, replica }: Kept, over: Over = {}): Promise<void> {
  const { now = LATER, urgent = false, steps = 1_000, wholeUpTo = 0 } = over
  const by: PruneBy = { now, urgent, acknowledged: over.acknowledged ?? (await replica.heads()) }
  const pruner = createPruner({ database, store: STORE, history, days: 7, wholeUpTo })
  for (let step = 0; step < steps; step += 1) if (!(await pruner.step(by))) return
}

/** What is here, table by table, and the events behind it. */
async function contents({ db }: Replica): Promise<unknown> {
  const of = (table: 'shifts' | 'check_outs' | 'days' | 'refunds') =>
    db.selectFrom(table).selectAll().orderBy('id').execute()
  const dates = await db.selectFrom('day_totals').select('business_date').orderBy('business_date').execute()
  const journal = await db.selectFrom('journal').select(['dev', 'seq', 'hash']).execute()
  const events = journal.map(({ dev, seq, hash }) => `${dev} ${seq} ${hash}`).sort()
  const books = [await of('shifts'), await of('check_outs'), await of('days'), await of('refunds')]
  return { tables: JSON.parse(await tablesOf(db)), books, dates, events }
}

const logOf = ({ db }: Replica, dev: string): Promise<readonly Envelope[]> => readLog(db, STORE, dev, 0, null)

const openingsOf = ({ db }: Replica): Promise<unknown> =>
  db.selectFrom('stock_openings').selectAll().orderBy('id').execute()

const ordersOf = async ({ db }: Replica): Promise<readonly string[]> =>
  (await db.selectFrom('orders').select('id').orderBy('opened_at').execute()).map(({ id }) => id)

const STAYING = TRADED.filter((days) => days < 7).map((days) => `o${days}`)

describe('what goes', () => {
  test('[PRUNE1] leaves what a device that joined today holds, event by event and table by table', async () => {
    const server = await agedReplica('server', past)
    const till = await whole()
    await prune(till)
    const joined = await late(server)
    expect(await contents(till.replica)).toEqual(await contents(joined.replica))
    expect(await openingsOf(till.replica)).toEqual(await openingsOf(joined.replica))
    expect(await ordersOf(till.replica)).toEqual([...STAYING, 'now', 'o0'])
    expect(await till.replica.heads()).toEqual(await server.heads())
    expect((await readBases(till.replica.db, STORE)).get('till')?.seq).toBeGreaterThan(100)
    expect(await checkChains(till.database, STORE, 10_000)).toMatchObject({ broken: [], complete: true })
    for (const days of [0, 1, 6])
      expect(await digestDay(till.replica.db, STORE, dateOf(days))).toBe(
        await digestDay(server.db, STORE, dateOf(days)),
      )
  })

  test('[PRUNE1] nothing that no store has, and nothing of a log of which it has another past', async () => {
    const till = await whole()
    const before = await contents(till.replica)
    await prune(till, { acknowledged: new Map() })
    const heads = await till.replica.heads()
    const other = new Map([...heads].map(([dev, { seq }]) => [dev, { seq: seq - 1, hash: 'f'.repeat(64) }]))
    await prune(till, { acknowledged: other })
    expect(await contents(till.replica)).toEqual(before)
    const half = past.find(({ entId, dev }) => entId === 'o30' && dev === 'till')
    const acknowledged = new Map([...heads, ['till', { seq: half?.seq ?? 0, hash: half?.hash ?? '' }]])
    await prune(till, { acknowledged })
    expect((await ordersOf(till.replica))[0]).toBe('o30')
  })

  test('[PRUNE1] what was written within seven days stays, however old its business date is', async () => {
    const till = await whole()
    await run(till.replica, 'r', refund('o20'), { actor: MANAGER })
    await prune(till)
    expect(await ordersOf(till.replica)).toContain('o20')
    expect(await readBill(till.replica.db, STORE, 'o20')).not.toBeNull()
  })

  test('[PRUNE2] orders that are open, not in their Z, or whose day nobody closed stay, whole', async () => {
    const till = await whole()
    const [{ replica }, at] = [till, { now: daysAgo(15) }]
    const old = replicaOn(till.database, 'till', { clock: clockOf({ at: at.now }) })
    await run(old, 'open', openOrder('forgotten'), at)
    await run(old, 'tea', addTea('forgotten', 'forgotten-tea'), at)
    await sell(old, 'no-z', at.now)
    await sell(old, 'late', daysAgo(14))
    const kept = await Promise.all(['forgotten', 'no-z', 'late'].map((id) => readBill(replica.db, STORE, id)))
    await prune(till)
    expect(
      await Promise.all(['forgotten', 'no-z', 'late'].map((id) => readBill(replica.db, STORE, id))),
    ).toEqual(kept)
    expect(await ordersOf(replica)).not.toContain('o14')
    await prune(till, { urgent: true })
    expect(await ordersOf(replica)).toEqual(['forgotten', 'late', ...STAYING, 'now', 'o0'])
  })

  test('[PRUNE6] a store of a few events stays as it is', async () => {
    const till = await whole()
    const before = await contents(till.replica)
    await prune(till, { wholeUpTo: 5_000 })
    expect(await contents(till.replica)).toEqual(before)
    expect(till.history.holds('2026-01-01')).toBe(true)
  })
})

describe('on the way', () => {
  test('[PRUNE3] it goes on where it stopped, and every stop leaves logs and bills whole', async () => {
    const server = await agedReplica('server', past)
    const { database, replica } = await whole()
    for (let tries = 0; tries < 60; tries += 1) {
      await prune(await keeper(database), { steps: tries })
      expect(await checkChains(database, STORE, 10_000)).toMatchObject({ broken: [] })
      const lines = await replica.db.selectFrom('order_items').select('order_id').execute()
      const orders = new Set(await ordersOf(replica))
      expect(lines.filter(({ order_id: id }) => !orders.has(id))).toEqual([])
    }
    await prune(await keeper(database))
    expect(await contents(replica)).toEqual(await contents((await late(server)).replica))
  })

  test('[PRUNE3] one that fails in the middle of an order leaves the order as it was', async () => {
    const till = await whole()
    const before = await contents(till.replica)
    await sql`create trigger no_bases before insert on bases begin select raise(abort, 'power cut'); end`.execute(
      till.replica.db,
    )
    await expect(prune(till)).rejects.toThrow('power cut')
    expect(await contents(till.replica)).toEqual(before)
  })

  test('[PRUNE3] nothing goes before it is on the disk from when on all is held, however often there was no room', async () => {
    const till = await whole()
    const before = await contents(till.replica)
    const { db } = till.replica
    await sql`create trigger no_room before insert on local_values begin select raise(abort, 'full'); end`.execute(
      db,
    )
    await expect(prune(till)).rejects.toThrow('full')
    await expect(prune(till)).rejects.toThrow('full')
    expect([await contents(till.replica), till.history.holds(dateOf(30))]).toEqual([before, true])
    await sql`drop trigger no_room`.execute(db)
    await prune(till)
    expect((await keeper(till.database)).history.holds(dateOf(30))).toBe(false)
  })
})

describe('afterwards', () => {
  test('[PRUNE7] a date that went comes back from the server, and goes again when a day has passed', async () => {
    const server = await agedReplica('server', past)
    const till = await whole()
    await prune(till)
    expect(till.history.holds(dateOf(30))).toBe(false)
    await till.history.wantDate(dateOf(30))
    await settle(clientOf(till), oldStore(server))
    expect(till.history.holds(dateOf(30))).toBe(true)
    expect(await digestDay(till.replica.db, STORE, dateOf(30))).toBe(
      await digestDay(server.db, STORE, dateOf(30)),
    )
    await prune(till)
    expect(await readBill(till.replica.db, STORE, 'o30')).not.toBeNull()
    await prune(till, { now: LATER + DAY_MS })
    expect([await readBill(till.replica.db, STORE, 'o30'), till.history.holds(dateOf(30))]).toEqual([
      null,
      false,
    ])
  })

  test('[PRUNE7] something that happens to an order that went brings it back whole', async () => {
    const server = await agedReplica('server', past)
    const till = await whole()
    await prune(till)
    const phone = await agedReplica('phone', past)
    await run(phone, 'r', refund('o30'), { actor: MANAGER })
    await sync(phone, server)
    await settle(clientOf(till), oldStore(server))
    expect(await readBill(till.replica.db, STORE, 'o30')).toEqual(await readBill(server.db, STORE, 'o30'))
    await prune(till)
    expect(await readBill(till.replica.db, STORE, 'o30')).not.toBeNull()
  })

  test('[PRUNE7] and once more, when it went again and something happens again', async () => {
    const server = await agedReplica('server', past)
    const till = await whole()
    const client = clientOf(till)
    const phone = await agedReplica('phone', past)
    for (const [refundId, days] of [
      ['first', 0],
      ['second', 20],
    ] as const) {
      await prune(till, { now: LATER + days * DAY_MS, urgent: true })
      expect(await readBill(till.replica.db, STORE, 'o30')).toBeNull()
      await run(phone, refundId, refund('o30', refundId), { actor: MANAGER })
      await sync(phone, server)
      await settle(client, oldStore(server))
      expect(await readBill(till.replica.db, STORE, 'o30')).toEqual(await readBill(server.db, STORE, 'o30'))
    }
  })

  test('[PRUNE7] and one that somebody moved a line out of, who did not know that it was paid', async () => {
    const server = await agedReplica('server', past)
    const till = await whole()
    await prune(till)
    const paid = past.findIndex(({ txn }) => txn.id === 'o30-4')
    const phone = await agedReplica('phone', past.slice(0, paid))
    await run(phone, 'to', openOrder('elsewhere'))
    const move = { type: 'move_items', orderId: 'o30', itemIds: ['o30-tea'], to: 'elsewhere' } as const
    await run(phone, 'move', { ...move, reason: 'changed seats' })
    await sync(phone, server)
    await settle(clientOf(till), oldStore(server))
    for (const id of ['o30', 'elsewhere'])
      expect(await readBill(till.replica.db, STORE, id)).toEqual(await readBill(server.db, STORE, id))
  })

  test('[PRUNE7] a server that lost its disk is given what follows, and the rest by whoever has it', async () => {
    const till = await whole()
    await prune(till)
    await sell(till.replica, 'after', NOON)
    const empty = await openReplica('server-2')
    await settle(clientOf(till), lineTo(empty))
    // What is a record never goes: its log is whole here.
    expect([...(await empty.heads()).keys()]).toEqual(['server'])
    await sync(await agedReplica('other', past), empty)
    await settle(clientOf(till), lineTo(empty))
    expect((await empty.heads()).get('till')).toEqual((await till.replica.heads()).get('till'))
  })

  test('[PRUNE7] a device that becomes another one writes all again that is here, and a server takes it', async () => {
    const till = await whole()
    await prune(till)
    const kept = await ordersOf(till.replica)
    const forked = { dev: 'till', common: 0, heir: { dev: 'heir', letter: 'H' }, at: NOON }
    await till.replica.rewind(forked)
    expect(await ordersOf(till.replica)).toEqual(kept)
    const server = await agedReplica('server', past)
    await server.ingest(await logOf(till.replica, 'heir'), NOON)
    expect((await server.heads()).get('heir')).toEqual((await till.replica.heads()).get('heir'))
    expect((await readBill(server.db, STORE, 'o1'))?.payments).toHaveLength(1)
  })

  test('[PRUNE8] [SNAP8] a device that joins is told what was in stock when its first day began', async () => {
    const server = await agedReplica('server', past)
    const joined = await late(server)
    expect(joined.history.holdsStock()).toBe(true)
    expect((await openHistory(joined.replica, () => NOON)).holdsStock()).toBe(true)
    expect(await readStockLevels(joined.replica.db, STORE)).toEqual(await readStockLevels(server.db, STORE))
  })

  test('[PRUNE8] what is in stock is the same as before, and moves on from there', async () => {
    const till = await whole()
    const levels = (): Promise<unknown> => readStockLevels(till.replica.db, STORE)
    const before = await levels()
    await prune(till)
    expect(await levels()).toEqual(before)
    expect(till.history.holdsStock()).toBe(true)
    const waste = {
      type: 'waste_stock',
      stockId: 'w',
      reason: 'old',
      lines: [{ ingredientId: 'leaves', qty: 7 }],
    } as const
    await run(till.replica, 'w', waste, { actor: MANAGER })
    await prune(till, { now: LATER + 8 * DAY_MS })
    const [was] = before as readonly { readonly level: number }[]
    expect(await levels()).toMatchObject([{ level: (was?.level ?? 0) - 7 }])
  })
})
