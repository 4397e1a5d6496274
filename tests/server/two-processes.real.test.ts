import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import { startVirtualPrinter } from '../../src/paper/server.ts'
import { createPairingCodes } from '../../src/server/auth/pairing-codes.ts'
import { openPostgres } from '../../src/server/database/postgres.ts'
import { openCafe } from '../support/cafe.ts'
import { openBalancer } from '../support/balancer.ts'
import { startCloudProcess, type KillableServer } from '../support/killable-hub.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { tablesOf } from '../support/replicas.ts'

let postgres: RunningPostgres
let databaseUrl: string
let closing: (() => unknown)[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
beforeEach(async () => {
  databaseUrl = await postgres.newDatabase()
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})
afterAll(() => postgres.stop())

const until = (condition: () => Promise<boolean> | boolean, timeout = 20_000) =>
  vi.waitUntil(condition, { timeout, interval: 10 })

async function startTwo(): Promise<readonly [KillableServer, KillableServer]> {
  const two = await Promise.all([startCloudProcess({ databaseUrl }), startCloudProcess({ databaseUrl })])
  for (const one of two) closing.push(() => one.kill())
  return two
}

async function openTill(pairAt: string, origin = pairAt): Promise<DeviceStore> {
  const till = await openNodeDevice(pairAt, origin)
  closing.push(() => till.sync.stop())
  await until(() => till.sync.link() === 'live')
  return till
}

const has = (till: DeviceStore, orderId: string) => async () =>
  (await till.replica.db.selectFrom('orders').select('id').where('id', '=', orderId).execute()).length === 1

const isSent = (till: DeviceStore, orderId: string) => async () => {
  const rows = await till.replica.db
    .selectFrom('order_items')
    .select('status')
    .where('order_id', '=', orderId)
    .execute()
  return rows[0]?.status === 'sent'
}

async function cloudDatabase() {
  const opened = await openDatabase(openPostgres(postgres.asSuperuser(databaseUrl)))
  if (!opened.ok) throw new Error(opened.error.code)
  closing.push(() => opened.value.close())
  return opened.value
}

async function sql(text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: postgres.asSuperuser(databaseUrl) })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  return rows
}

describe('two processes of one cloud', () => {
  it('[CLOUD4] that start at once on an empty database open one store', async () => {
    // In this process, so that they truly start at once.
    const both = await Promise.all([openCafe({ databaseUrl }), openCafe({ databaseUrl })])
    closing.push(...both.map((cafe) => () => cafe.close()))
    const [store, other] = both.map((cafe) => cafe.server().hub.replica.store)
    expect(store).toBe(other)
    const [one, two] = both
    if (one === undefined || two === undefined) throw new Error('no servers')
    const till = await openTill(one.origin, two.origin)
    expect(till.identity.store).toBe(store)
    expect(await sql(`select count(*)::int as n from devices where kind = 'server'`)).toEqual([{ n: 1 }])
    expect(await sql(`select count(*)::int as n from users where name = 'Marta'`)).toEqual([{ n: 1 }])
  })

  it('[CLOUD1] a device on one hears at once what came in at the other, small and large', async () => {
    const [a, b] = await startTwo()
    const [here, there] = [await openTill(a.origin), await openTill(b.origin)]
    // What is left from pairing arrives first.
    await runAll(here, espresso('first'))
    await until(isSent(there, 'first'))
    const waits: number[] = []
    for (let n = 0; n < 10; n += 1) {
      await runAll(here, espresso(`small-${n}`))
      const sentAt = performance.now()
      await until(isSent(there, `small-${n}`))
      waits.push(performance.now() - sentAt)
    }
    // Heads are compared each minute: only news is this quick.
    expect(waits.toSorted((x, y) => x - y)[5]).toBeLessThan(1_000)
    // More than PostgreSQL carries in one notice.
    const lines = Array.from({ length: 40 }, (_, n) => ({
      type: 'add_item' as const,
      orderId: 'large',
      itemId: `large-${n}`,
      menuItemId: 'menu-espresso',
      qty: 1,
      note: 'with milk, '.repeat(10),
    }))
    const [open, , send] = espresso('large')
    if (open === undefined || send === undefined) throw new Error('no order')
    await runAll(there, [open, ...lines, send])
    await until(async () => {
      const rows = await here.replica.db
        .selectFrom('order_items')
        .select('status')
        .where('order_id', '=', 'large')
        .execute()
      return rows.filter(({ status }) => status === 'sent').length === 40
    })
  })

  it('[CLOUD2] whose line between them breaks tell their devices to look', async () => {
    const [a, b] = await startTwo()
    const [here, there] = [await openTill(a.origin), await openTill(b.origin)]
    await runAll(here, espresso('before'))
    await until(has(there, 'before'))
    const ended = await sql(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
        where datname = current_database() and query like 'listen%' or query like '%pg_notify(%' and pid <> pg_backend_pid()`,
    )
    expect(ended.length).toBeGreaterThanOrEqual(2)
    await runAll(here, espresso('unheard'))
    await until(has(there, 'unheard'), 15_000)
  })

  it('[CLOUD2] one is killed under load: its devices go on at the other, and nothing acknowledged is lost', async () => {
    const [a, b] = await startTwo()
    const ports = [a.port, b.port]
    const [first, second] = [await openBalancer(ports, 0), await openBalancer(ports, 1)]
    closing.push(() => Promise.all([first.close(), second.close()]))
    const tills = [
      await openTill(first.origin),
      await openTill(first.origin),
      await openTill(second.origin),
      await openTill(second.origin),
    ]
    const db = (await cloudDatabase()).db
    /** Of each device, the most that was ever acknowledged to it. */
    const acknowledged = new Map<string, number>()
    const note = () => {
      for (const till of tills) {
        const dev = till.replica.dev
        acknowledged.set(dev, Math.max(acknowledged.get(dev) ?? 0, till.acknowledged().cloud ?? 0))
      }
    }
    const keepSelling = async (till: DeviceStore, name: string) => {
      for (let n = 0; n < 25; n += 1) {
        await runAll(till, espresso(`${name}-${n}`))
        note()
        // Quick hands: the line is busy all the time, and the test is not over before it began.
        await setTimeout(20)
      }
    }
    const selling = Promise.all(tills.map((till, n) => keepSelling(till, `till-${n}`)))
    await until(() => [...acknowledged.values()].some((seq) => seq > 15))
    await a.kill()
    note()
    const atDeath = new Map(acknowledged)
    await selling
    const inCloud = async () => {
      const rows = await db.selectFrom('heads').select(['dev', 'seq']).where('store', '=', b.store).execute()
      return new Map(rows.map(({ dev, seq }) => [dev, seq]))
    }
    const heads = await inCloud()
    for (const [dev, seq] of atDeath) expect(heads.get(dev) ?? 0).toBeGreaterThanOrEqual(seq)
    const ownHead = async (till: DeviceStore) => (await till.replica.heads()).get(till.replica.dev)?.seq ?? 0
    await until(async () => {
      const there = await inCloud()
      for (const till of tills) if (there.get(till.replica.dev) !== (await ownHead(till))) return false
      return true
    }, 30_000)
    // Nobody touches anything: within seconds all have all.
    const orders = tills.flatMap((_, till) => Array.from({ length: 25 }, (_order, n) => `till-${till}-${n}`))
    await until(async () => {
      for (const till of tills) {
        const rows = await till.replica.db.selectFrom('orders').select('id').execute()
        if (orders.some((id) => !rows.some((row) => row.id === id))) return false
      }
      return true
    }, 30_000)
    for (const till of tills) {
      await expect
        .poll(async () => (await tablesOf(till.replica.db, b.store)) === (await tablesOf(db, b.store)), {
          timeout: 30_000,
        })
        .toBe(true)
    }
  })

  it('[CLOUD3] print each receipt once, and when the one that prints dies the other goes on', async () => {
    const printer = await startVirtualPrinter({ port: 0, httpPort: 0, outDir: null, now: () => Date.now() })
    closing.push(() => printer.close())
    const settings = { databaseUrl, printerPort: printer.port }
    // One after the other: the first takes the duty.
    const a = await startCloudProcess(settings)
    const b = await startCloudProcess(settings)
    closing.push(() => Promise.all([a.kill(), b.kill()]))
    const tills = [await openTill(a.origin), await openTill(b.origin)]
    const sell = async (till: DeviceStore, orderId: string) => {
      await runAll(till, espresso(orderId))
      const [item] = await till.replica.db
        .selectFrom('order_items')
        .select('unit_price')
        .where('order_id', '=', orderId)
        .execute()
      const amount = item?.unit_price ?? 0
      const paymentId = `${orderId}-paid`
      await runAll(till, [
        { type: 'take_payment', orderId, paymentId, method: 'cash', amount, tendered: amount },
      ])
    }
    for (let n = 0; n < 6; n += 1) await Promise.all(tills.map((till, t) => sell(till, `o${t}-${n}`)))
    await until(() => printer.tickets().length >= 12)
    const numbers = () => printer.tickets().map(({ text }) => /[A-Z]-\d{3}/.exec(text)?.[0] ?? '')
    expect(new Set(numbers()).size).toBe(12)
    const holder = await sql(
      `select count(*)::int as n from pg_locks where locktype = 'advisory' and granted`,
    )
    expect(holder).toEqual([{ n: 1 }])
    const left = tills[1]
    if (left === undefined) throw new Error('no till')
    await a.kill()
    await sell(left, 'after')
    await until(() => printer.tickets().length === 13, 15_000)
    expect(new Set(numbers()).size).toBe(13)
  })

  it('[PAIR1] [PAIR2] a code that one made is good at the other, once, and wrong tries count together', async () => {
    const [one, other] = [
      createPairingCodes(await cloudDatabase()),
      createPairingCodes(await cloudDatabase()),
    ]
    const now = Date.now()
    const { code } = await one.make(now)
    const redeemed = await Promise.all([
      one.redeem(code, now),
      other.redeem(code, now),
      other.redeem(code, now),
    ])
    expect(redeemed.filter(Boolean)).toHaveLength(1)
    const second = await other.make(now)
    for (let n = 0; n < 5; n += 1)
      expect(await (n % 2 === 0 ? one : other).redeem('AAAA-AAAA', now)).toBe(false)
    expect(await one.redeem(second.code, now)).toBe(false)
  })
})
