import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase, type Database } from '../../src/database/open.ts'
import { envelopeOf } from '../../src/database/journal.ts'
import { readLocal, writeLocal } from '../../src/database/queries/local-values.ts'
import { readBill } from '../../src/database/queries/bill.ts'
import { writeIdentity, readIdentity, type Identity } from '../../src/device/identity.ts'
import { isNewlyRenewed } from '../../src/device/renew.ts'
import { openDeviceStore, type DeviceStore } from '../../src/device/store.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createReplica } from '../../src/sync/replica.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'

describe('[PAIR5] going on under another id', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await openApi()
  })
  afterAll(() => api.close())

  const newId = (): string => `dev-${crypto.randomUUID()}`

  async function renew(token: string, dev: string) {
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/devices/renew',
      headers: { authorization: `Bearer ${token}` },
      payload: { dev },
    })
    return {
      status: response.statusCode,
      body: response.json<{ letter?: string; token?: string; code?: string }>(),
    }
  }

  it('gives a letter and a token of its own, and the same when it is asked again', async () => {
    const { token } = await api.pairDevice()
    const dev = newId()
    const first = await renew(token, dev)
    const again = await renew(token, dev)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body.letter).toBe(first.body.letter)
    const devices = await api.services.database.db.selectFrom('devices').select(['id', 'letter']).execute()
    expect(devices.filter(({ letter }) => letter === first.body.letter)).toEqual([
      { id: dev, letter: first.body.letter },
    ])
    expect((await renew(again.body.token ?? '', newId())).status).toBe(200)
  })

  it('is refused under an id that is somebody else’s, and to people', async () => {
    const [one, other] = [await api.pairDevice(), await api.pairDevice()]
    expect(await renew(one.token, other.dev)).toMatchObject({ status: 409, body: { code: 'device_exists' } })
    const taken = newId()
    await renew(other.token, taken)
    expect((await renew(one.token, taken)).status).toBe(409)
    const server = api.services.hub.replica.dev
    expect((await renew(one.token, server)).status).toBe(409)
    expect((await renew(await api.userToken('user-marta'), newId())).status).toBe(403)
  })
})

describe('[FORK3] a till used as two', () => {
  const NOWHERE = 'http://127.0.0.1:9'
  let cafe: Cafe
  const opened: DeviceStore[] = []
  beforeAll(async () => {
    cafe = await openCafe()
  })
  afterAll(() => cafe.close())
  afterEach(() => {
    for (const device of opened.splice(0)) device.sync.stop()
  })

  async function openAt(
    database: Database,
    identity: Identity,
    origin: string,
    onRenewed: (identity: Identity) => void = () => {},
  ): Promise<DeviceStore> {
    const ignored = { onEvents: () => {}, onStatus: () => {}, onKitchen: () => {}, onKitchenLost: () => {} }
    const device = await openDeviceStore(database, identity, origin, { ...ignored, onRenewed })
    opened.push(device)
    return device
  }

  async function copyOf(till: DeviceStore): Promise<Database> {
    const copy = await openDatabase(openSqlite(':memory:'))
    if (!copy.ok) throw new Error(copy.error.code)
    const { store, dev, db } = till.replica
    const rows = await db.selectFrom('journal').selectAll().orderBy('n').execute()
    const clock = { wall: () => Date.now(), offset: () => 0 }
    const replica = createReplica({
      store,
      dev,
      database: copy.value,
      clock,
      recordAuthor: till.identity.server,
    })
    await replica.ingest(rows.map(envelopeOf), Date.now())
    await writeLocal(copy.value.db, '', 'device_keys', (await readLocal(db, '', 'device_keys')) ?? '')
    await writeIdentity(copy.value, till.identity)
    return copy.value
  }

  it('becomes two, by itself, with everything that both sold', { timeout: 30_000 }, async () => {
    const till = await openNodeDevice(cafe.origin)
    opened.push(till)
    await runAll(till, espresso('order-before'))
    await vi.waitUntil(() => till.acknowledged().store === 3, { timeout: 10_000, interval: 20 })
    const database = await copyOf(till)
    const offline = await openAt(database, till.identity, NOWHERE)
    await runAll(offline, espresso('order-of-the-copy'))
    offline.sync.stop()
    await runAll(till, espresso('order-of-the-till'))
    await vi.waitUntil(() => till.acknowledged().store === 6, { timeout: 10_000, interval: 20 })

    let renewed: Identity | null = null
    const copy = await openAt(database, till.identity, cafe.origin, (identity) => (renewed = identity))
    await vi.waitUntil(() => renewed !== null, { timeout: 10_000, interval: 20 })
    copy.sync.stop()
    const identity = await readIdentity(database)
    expect(identity).toEqual(renewed)
    expect(identity?.dev).not.toBe(till.identity.dev)

    const again = await openAt(database, identity ?? till.identity, cafe.origin)
    expect(await isNewlyRenewed(again.replica)).toBe(true)
    await vi.waitUntil(() => again.acknowledged().store === 3, { timeout: 10_000, interval: 20 })
    const { replica } = cafe.server().hub
    for (const orderId of ['order-before', 'order-of-the-till', 'order-of-the-copy']) {
      expect(await readBill(replica.db, replica.store, orderId)).toMatchObject({
        items: [{ status: 'sent', qty: 1 }],
      })
    }
    const rows = await replica.db.selectFrom('orders').select('number').execute()
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length)
  })
})
