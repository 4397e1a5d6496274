import { afterAll, describe, expect, test } from 'vitest'
import { clockOf, dateOf, DAY_MS, daysAgo, refund } from '../../../tests/support/aged-store.ts'
import {
  addTea,
  MANAGER,
  open,
  openOrder,
  pay,
  replicaOn,
  STORE,
  WAITER,
} from '../../../tests/contract/cafe.ts'
import { seededReplica } from '../../../tests/support/replicas.ts'
import { createRandom, type Random } from '../../../tests/simulation/random.ts'
import type { Command } from '#domain/command/command.ts'
import type { Heads } from '#database/journal.ts'
import type { Database } from '#database/open.ts'
import { readBill } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { answerExchange } from '#sync/answer.ts'
import { checkChains } from '#sync/check/chains.ts'
import { digestDay } from '#sync/check/day-digest.ts'
import { createSyncClient, type SyncClient } from '#sync/client.ts'
import { openHistory, type History } from '#sync/history/history.ts'
import type { Sabotage } from '#sync/ports.ts'
import { fromWire } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { createPruner, type Pruner } from './prune.ts'

// Chance decides who sells, closes, refunds, syncs, lets go, looks back and starts again, over some weeks.

interface Device {
  readonly replica: Replica
  readonly database: Database
  readonly history: History
  readonly client: SyncClient
  readonly pruner: Pruner
  /** How far the server said it is. */
  acknowledged: Heads
}

interface Town {
  readonly random: Random
  readonly server: Replica
  readonly till: Device
  readonly phone: Device
  readonly watch: { at: number }
  readonly sabotage: Sabotage
  readonly orders: string[]
  /** Turns for which nobody reaches the server. */
  readonly line: { down: number }
}

async function deviceOn(
  database: Database,
  dev: string,
  town: Pick<Town, 'watch' | 'sabotage'>,
): Promise<Device> {
  const { watch, sabotage } = town
  const replica = replicaOn(database, dev, { clock: clockOf(watch) })
  const history = await openHistory(replica, () => watch.at)
  const device: { acknowledged: Heads } = { acknowledged: new Map() }
  const client = createSyncClient({
    replica,
    history,
    now: () => watch.at,
    onEvents: () => {},
    onReply: async ({ heads }) => void (device.acknowledged = fromWire(heads)),
  })
  const pruner = createPruner({ database, store: STORE, history, days: 7, wholeUpTo: 0, sabotage })
  return Object.assign(device, { replica, database, history, client, pruner })
}

async function build(seed: number, sabotage: Sabotage): Promise<Town> {
  const watch = { at: daysAgo(40) }
  const server = await seededReplica('server', { clock: clockOf(watch) })
  const devices = await Promise.all(
    ['till', 'phone'].map(async (dev) =>
      deviceOn(await open(openSqlite(':memory:')), dev, { watch, sabotage }),
    ),
  )
  const [till, phone] = devices
  if (till === undefined || phone === undefined) throw new Error('assertion failed: two devices')
  const town = {
    random: createRandom(seed),
    server,
    till,
    phone,
    watch,
    sabotage,
    orders: [],
    line: { down: 0 },
  }
  for (const device of devices) await exchange(town, device, 100)
  return town
}

/** So many round trips at most: an exchange may be cut off anywhere. */
async function exchange(
  { server, watch, line: { down } }: Town,
  { client }: Device,
  steps: number,
): Promise<void> {
  if (down > 0) return client.forget()
  const line = {
    exchange: async (request: Parameters<typeof answerExchange>[2]) => {
      const answered = await answerExchange(server, 'cloud', request, watch.at)
      if (!answered.ok) throw new Error(answered.error.code)
      return JSON.parse(JSON.stringify(answered.value.reply))
    },
  }
  for (let step = 0; step < steps; step += 1) if (!(await client.step(line))) return
}

/** What is refused is refused. */
async function ask(
  town: Town,
  { replica }: Device,
  command: Command,
  actor: typeof WAITER | typeof MANAGER = MANAGER,
) {
  await runCommand(replica, { id: town.random.id('c'), actor, command, now: town.watch.at })
}

async function doSomething(town: Town): Promise<void> {
  const { random, watch, till, phone, orders, line } = town
  line.down = Math.max(0, line.down - 1)
  const device = random.chance(0.7) ? till : phone
  const old = orders.length === 0 ? 'none' : random.pick(orders)
  const what = random.int(0, 13)
  if (what <= 3) {
    const id = random.id('o')
    orders.push(id)
    await ask(town, device, openOrder(id), WAITER)
    await ask(town, device, addTea(id, `${id}-tea`), WAITER)
    if (random.chance(0.8)) await ask(town, device, pay(id, `${id}-pay`, 250), WAITER)
  } else if (what === 4) await ask(town, device, refund(old))
  else if (what === 5) await ask(town, device, pay(old, `${old}-pay`, 250), WAITER)
  else if (what === 6) {
    const businessDate = new Date(watch.at - random.int(0, 2) * DAY_MS).toISOString().slice(0, 10)
    await ask(town, device, { type: 'close_day', businessDate })
  } else if (what === 7) watch.at += random.int(1, 3) * DAY_MS
  else if (what === 8)
    await till.history.wantDate(new Date(watch.at - random.int(5, 30) * DAY_MS).toISOString().slice(0, 10))
  else if (what === 9) {
    line.down = random.int(6, 16)
    watch.at += random.int(2, 9) * DAY_MS
  } else await exchange(town, random.chance(0.6) ? till : phone, random.pick([1, 2, 100]))
  await letGo(town, random.int(0, 8))
}

async function letGo({ till, watch, random }: Town, steps: number): Promise<void> {
  const by = { now: watch.at, acknowledged: till.acknowledged, urgent: random.chance(0.5) }
  for (let step = 0; step < steps; step += 1) if (!(await till.pruner.step(by))) return
}

/** What is wrong in the end, when everything that waits has been brought; null: nothing. */
async function fault(town: Town): Promise<string | null> {
  const { server, till, phone } = town
  town.line.down = 0
  for (const device of [till, phone, till, phone]) await exchange(town, device, 300)
  const [here, there] = [await till.replica.heads(), await server.heads()]
  if (JSON.stringify([...here]) !== JSON.stringify([...there])) return 'the heads differ'
  for (const { database } of [till, phone]) {
    const { broken } = await checkChains(database, STORE, 10_000)
    if (broken.length > 0) return `a chain is broken: ${JSON.stringify(broken)}`
  }
  for (const id of await readOpenOrderIds(server.db, STORE)) {
    if ((await readBill(till.replica.db, STORE, id)) === null) return `the open order ${id} is not here`
  }
  for (const { id } of await till.replica.db.selectFrom('orders').select('id').execute()) {
    const bills = await Promise.all([till.replica, server].map(({ db }) => readBill(db, STORE, id)))
    if (JSON.stringify(bills[0]) !== JSON.stringify(bills[1])) return `the order ${id} differs`
  }
  const dates = await server.db.selectFrom('orders').select('business_date').distinct().execute()
  for (const { business_date: date } of dates) {
    if (!till.history.holds(date)) continue
    const [ours, theirs] = await Promise.all(
      [till.replica, server].map(({ db }) => digestDay(db, STORE, date)),
    )
    if (ours !== theirs) return `the date ${date} differs`
  }
  return null
}

interface Seen {
  gone: number
  fetched: number
}

async function simulate(
  seed: number,
  sabotage: Sabotage = {},
  seen: Seen = { gone: 0, fetched: 0 },
): Promise<string | null> {
  let town = await build(seed, sabotage)
  for (let turn = 0; turn < 60; turn += 1) {
    await doSomething(town)
    // Its power went: it goes on with what is on its disk.
    if (town.random.chance(0.05)) town = { ...town, till: await deviceOn(town.till.database, 'till', town) }
  }
  const wrong = await fault(town)
  const count = async ({ db }: Replica): Promise<number> =>
    (await db.selectFrom('orders').select('id').execute()).length
  if ((await count(town.till.replica)) < (await count(town.server))) seen.gone += 1
  if (town.till.history.holds(dateOf(38)) && !town.till.history.holds('2026-01-01')) seen.fetched += 1
  await Promise.all([town.server.db, town.till.replica.db, town.phone.replica.db].map((db) => db.destroy()))
  return wrong
}

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1)
const SEEDS_FOR_A_BUG = 60

describe('whatever comes', () => {
  const seen: Seen = { gone: 0, fetched: 0 }
  afterAll(() => {
    expect(seen.gone).toBeGreaterThan(5)
  })

  test.each(SEEDS)(
    '[PRUNE1] [PRUNE2] [PRUNE3] [PRUNE7] nothing is lost, and what is here is what it was (seed %i)',
    async (seed) => {
      expect(await simulate(seed, {}, seen)).toBeNull()
    },
  )

  test.each<[string, Sabotage]>([
    ['lets go ahead of the acknowledgement', { pruneUnsafe: true }],
    ['lets go of an open order', { pruneOpen: true }],
    ['raises no base', { pruneNoBase: true }],
  ])('a bug that %s is found', async (_name, sabotage) => {
    for (let seed = 1; seed <= SEEDS_FOR_A_BUG; seed += 1)
      if ((await simulate(seed, sabotage).catch(String)) !== null) return
    throw new Error('nobody found it')
  })
})
