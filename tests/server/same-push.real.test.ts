import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readMissing } from '../../src/database/pages.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import { httpTransport } from '../../src/link/transports.ts'
import { fromWire, PROTOCOL, toWire, type ExchangeRequest } from '../../src/sync/protocol.ts'
import { startCloudProcess, startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'

let postgres: RunningPostgres
let closing: (() => unknown)[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})
afterAll(() => postgres.stop())

// A rival's server answered the second of two such pushes with an error of its database.
describe('[SYNC2] [SYNC10] the same push twice at once: both are answered well, and there is one order', () => {
  it('by a server on SQLite', async () => {
    const server = await startStoreProcess()
    closing.push(() => server.kill())
    await pushTwice([server, server])
  })

  it('[SYNC19] by two processes on one PostgreSQL, each asked once', async () => {
    const databaseUrl = await postgres.newDatabase()
    const servers = await Promise.all([
      startCloudProcess({ databaseUrl }),
      startCloudProcess({ databaseUrl }),
    ])
    for (const server of servers) closing.push(() => server.kill())
    await pushTwice(servers)
  })
})

async function pushTwice(servers: readonly KillableServer[]): Promise<void> {
  const [first] = servers
  if (first === undefined) throw new Error('no server')
  const till = await openNodeDevice(first.origin)
  const other = await openNodeDevice(first.origin)
  closing.push(
    () => till.sync.stop(),
    () => other.sync.stop(),
  )
  till.sync.stop()
  const transports = servers.map(({ origin }) => httpTransport(origin, till.identity.token))
  for (let n = 0; n < 10; n += 1) {
    await runAll(till, espresso(`order-${n}`))
    const { replica } = till
    const heads = await replica.heads()
    const ask = (events: ExchangeRequest['events']): ExchangeRequest => ({
      proto: PROTOCOL,
      store: replica.store,
      dev: replica.dev,
      heads: toWire(heads),
      events,
    })
    const before = await Promise.all(transports.map((transport) => transport.exchange(ask([]))))
    const there = fromWire(before[0]?.heads ?? {})
    const { events } = await readMissing(replica.db, replica.store, heads, there)
    expect(events).toHaveLength(3)

    const replies = await Promise.all(transports.map((transport) => transport.exchange(ask(events))))
    for (const reply of replies) {
      expect(reply).toMatchObject({ forks: [], need: {}, setAside: 0 })
      expect(reply.heads[replica.dev]).toEqual(toWire(heads)[replica.dev])
    }
  }
  await expect.poll(() => ordersOn(other), { timeout: 20_000 }).toEqual(await ordersOn(till))
}

/** Every order and how often each of its lines is there. */
async function ordersOn({ replica }: DeviceStore): Promise<readonly unknown[]> {
  return replica.db
    .selectFrom('order_items')
    .innerJoin('orders', 'orders.id', 'order_items.order_id')
    .select(['orders.number', 'order_items.qty', 'order_items.status'])
    .orderBy('orders.number')
    .execute()
}
