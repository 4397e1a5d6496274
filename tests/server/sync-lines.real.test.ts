import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { readBill } from '../../src/database/queries/bill.ts'
import type { Identity } from '../../src/device/identity.ts'
import { askToPair } from '../../src/device/pair.ts'
import { openDeviceStore, type DeviceStore } from '../../src/device/store.ts'
import type { Command } from '../../src/domain/command.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { openSocketlessProxy } from '../support/proxy.ts'

const MARTA = { id: 'user-marta', name: 'Marta', role: 'waiter' as const }

let cafe: Cafe
const opened: DeviceStore[] = []
beforeAll(async () => {
  cafe = await openCafe()
})
afterAll(() => cafe.close())
afterEach(() => {
  for (const device of opened.splice(0)) device.sync.stop()
})

/** The device's own code, outside a browser: everything but the WASM database. */
async function openDevice(origin: string): Promise<DeviceStore> {
  const database = await openDatabase(openSqlite(':memory:'))
  if (!database.ok) throw new Error(database.error.code)
  const dev = `dev-${crypto.randomUUID()}`
  const paired = await askToPair(origin, { dev, name: 'Till', code: null })
  if (!paired.ok) throw new Error(paired.error.code)
  const identity: Identity = { dev, name: 'Till', store: paired.value.store, token: paired.value.token }
  const device = await openDeviceStore(database.value, identity, origin, { onEvents: () => {}, onStatus: () => {} })
  opened.push(device)
  await vi.waitUntil(async () => (await device.replica.heads()).size > 0 && device.sync.link() !== 'offline', { timeout: 15_000, interval: 20 })
  return device
}

async function sell(device: DeviceStore, orderId: string): Promise<void> {
  const commands: Command[] = [
    { type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 },
    { type: 'add_item', orderId, itemId: `${orderId}-item`, menuItemId: 'menu-espresso', qty: 1, note: '' },
    { type: 'send_order', orderId },
  ]
  for (const command of commands) {
    const result = await device.run(MARTA, crypto.randomUUID(), command)
    expect(result).toMatchObject({ ok: true })
  }
}

const seenOn = (device: DeviceStore, orderId: string) => async () =>
  (await readBill(device.replica.db, device.replica.store, orderId))?.items[0]?.status === 'sent'

describe('[SYNC2] two devices come to the same order', () => {
  it('over sockets, without asking', async () => {
    const [till, kitchen] = [await openDevice(cafe.origin), await openDevice(cafe.origin)]
    await vi.waitUntil(() => till.sync.link() === 'live' && kitchen.sync.link() === 'live', { timeout: 10_000, interval: 20 })
    await sell(till, 'order-live')
    await vi.waitUntil(seenOn(kitchen, 'order-live'), { timeout: 2_000, interval: 20 })
  })

  it('over HTTP every five seconds, where no socket passes', async () => {
    const proxy = await openSocketlessProxy(cafe.origin)
    const [till, kitchen] = [await openDevice(proxy.origin), await openDevice(proxy.origin)]
    expect([till.sync.link(), kitchen.sync.link()]).toEqual(['polling', 'polling'])
    await sell(till, 'order-polled')
    await vi.waitUntil(seenOn(kitchen, 'order-polled'), { timeout: 12_000, interval: 20 })
    till.sync.stop()
    kitchen.sync.stop()
    await proxy.close()
  })

  it('and acknowledges only what it has: a stopped server acknowledges nothing, a started one everything', async () => {
    const till = await openDevice(cafe.origin)
    await cafe.stopServer()
    await vi.waitUntil(() => till.sync.link() === 'offline', { timeout: 10_000, interval: 20 })
    const before = till.acknowledged().store ?? 0
    await sell(till, 'order-outage')
    expect((await till.replica.heads()).get(till.identity.dev)?.seq).toBe(before + 3)
    expect(till.acknowledged().store).toBe(before)
    await cafe.startServer()
    await vi.waitUntil(() => till.acknowledged().store === before + 3, { timeout: 10_000, interval: 20 })
    const { replica } = cafe.server().hub
    expect(await readBill(replica.db, replica.store, 'order-outage')).toMatchObject({ order: { status: 'open' } })
  })
})
