import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBill } from '../../src/database/queries/bill.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { openSocketlessProxy } from '../support/proxy.ts'

let cafe: Cafe
const opened: DeviceStore[] = []
beforeAll(async () => {
  cafe = await openCafe()
})
afterAll(() => cafe.close())
afterEach(() => {
  for (const device of opened.splice(0)) device.sync.stop()
})

async function openDevice(origin: string): Promise<DeviceStore> {
  const device = await openNodeDevice(origin)
  opened.push(device)
  return device
}

const seenOn = (device: DeviceStore, orderId: string) => async () =>
  (await readBill(device.replica.db, device.replica.store, orderId))?.items[0]?.status === 'sent'

describe('[SYNC2] two devices come to the same order', () => {
  it('over sockets, without asking', async () => {
    const [till, kitchen] = [await openDevice(cafe.origin), await openDevice(cafe.origin)]
    await vi.waitUntil(() => till.sync.link() === 'live' && kitchen.sync.link() === 'live', {
      timeout: 10_000,
      interval: 20,
    })
    await runAll(till, espresso('order-live'))
    await vi.waitUntil(seenOn(kitchen, 'order-live'), { timeout: 2_000, interval: 20 })
  })

  it('over HTTP every five seconds, where no socket passes', async () => {
    const proxy = await openSocketlessProxy(cafe.origin)
    const [till, kitchen] = [await openDevice(proxy.origin), await openDevice(proxy.origin)]
    expect([till.sync.link(), kitchen.sync.link()]).toEqual(['polling', 'polling'])
    await runAll(till, espresso('order-polled'))
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
    await runAll(till, espresso('order-outage'))
    expect((await till.replica.heads()).get(till.identity.dev)?.seq).toBe(before + 3)
    expect(till.acknowledged().store).toBe(before)
    await cafe.startServer()
    await vi.waitUntil(() => till.acknowledged().store === before + 3, { timeout: 10_000, interval: 20 })
    const { replica } = cafe.server().hub
    expect(await readBill(replica.db, replica.store, 'order-outage')).toMatchObject({
      order: { status: 'open' },
    })
  })
})
