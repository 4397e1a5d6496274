import { rmSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { askToPair } from '../../src/device/pair.ts'
import type { Replica } from '../../src/sync/replica.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { until, withCloud } from '../support/cloud-suite.ts'
import { startHubProcess } from '../support/killable-hub.ts'
import { espresso, runAll } from '../support/node-device.ts'
import { tablesOf } from '../support/replicas.ts'

const suite = withCloud()
const { opened, openHub, openTill } = suite

/** A store's events, whoever holds them: word for word, whatever the order they came in. */
async function journal({ db, store }: Pick<Replica, 'db' | 'store'>) {
  return db
    .selectFrom('journal')
    .select(['dev', 'seq', 'hash', 'sig', 'prev', 'payload', 'hlc', 'wall', 'txn_id'])
    .where('store', '=', store)
    .orderBy('dev')
    .orderBy('seq')
    .execute()
}

const inCloud = (store: string) => ({ db: suite.cloud.all, store })

const hasAll =
  (here: () => Parameters<typeof journal>[0], there: () => Parameters<typeof journal>[0]) => async () =>
    (await journal(here())).length === (await journal(there())).length

async function health(origin: string): Promise<{ upstream: { state: string; waiting: number } }> {
  return (await (await fetch(`${origin}/health`)).json()) as never
}

/** Somebody shows a photo on a dish, at this server; gives the picture's address. */
async function showOn(hub: Cafe, dish: string): Promise<string> {
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const answer = await fetch(`${hub.origin}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return (await answer.json()) as { token?: string; picture?: string }
  }
  const { token } = await post('/api/login', { userId: 'user-joaquim', pin: '918264' })
  const image = createCanvas(600, 400).toBuffer('image/png').toString('base64')
  const { picture = '' } = await post('/api/pictures', { image }, token)
  await saveDish(hub, dish, { picture })
  return `/pictures/${picture}.webp`
}

async function saveDish({ server }: Cafe, id: string, payload: object): Promise<void> {
  const { hub } = server()
  const ent = { type: 'menu_item' as const, id }
  hub.announce(
    await record(hub.replica, [{ ent, event: { type: 'record_changed', payload: { ...payload } } }]),
  )
}

describe('[UP1] a hub below a cloud', () => {
  it('[PICTURE5] brings the pictures of its dishes up, and takes back those it lost', async () => {
    const hub = await openHub()
    const { db, store } = hub.server().hub.replica
    const path = await showOn(hub, 'menu-espresso')
    const bytesAt = async (origin: string, at = path) => {
      const answer = await fetch(`${origin}${at}`)
      return answer.ok ? Buffer.from(await answer.arrayBuffer()).toString('base64') : null
    }
    const taken = await bytesAt(hub.origin)
    expect(taken).not.toBeNull()
    await until(async () => (await bytesAt(suite.cloud.origin)) === taken)
    // At the cloud, too, it is that store's alone.
    const home = suite.cloud.server().hub.replica.store
    expect(await bytesAt(suite.cloud.origin, path.replace(store, home))).toBeNull()

    await db.deleteFrom('pictures').execute()
    expect(await bytesAt(hub.origin)).toBeNull()
    await saveDish(hub, 'menu-espresso', { position: 5 })
    await until(async () => (await bytesAt(hub.origin)) === taken)
  })

  it('[UP2] [SIGN7] takes orders while the cloud is away, and brings all of it afterwards, once', async () => {
    const hub = await openHub()
    const { replica } = hub.server().hub
    const till = await openTill(hub.origin)
    await runAll(till, espresso('before'))
    const ownHead = async () => (await till.replica.heads()).get(till.replica.dev)?.seq ?? 0
    await until(async () => till.acknowledged().cloud === (await ownHead()))
    const reached = await ownHead()

    await suite.cloud.stopServer()
    for (let i = 0; i < 20; i += 1) await runAll(till, espresso(`away-${i}`))
    await until(async () => till.acknowledged().store === (await ownHead()))
    await until(async () => (await health(hub.origin)).upstream.state === 'offline')
    expect(till.acknowledged().cloud).toBe(reached)
    expect((await health(hub.origin)).upstream.waiting).toBeGreaterThanOrEqual(60)

    await suite.cloud.startServer()
    await until(async () => till.acknowledged().cloud === (await ownHead()))
    await until(async () => (await health(hub.origin)).upstream.waiting === 0)
    const kept = inCloud(replica.store)
    expect(await journal(kept)).toEqual(await journal(replica))
    const signers = (await journal(kept)).filter(({ sig }) => sig !== null).map(({ dev }) => dev)
    expect(new Set(signers)).toEqual(new Set([replica.dev, till.replica.dev]))
    expect(await tablesOf(kept.db, replica.store)).toBe(await tablesOf(replica.db, replica.store))
  })

  it('[UP2] says how far the cloud was when it starts without it', async () => {
    const hub = await openHub()
    const till = await openTill(hub.origin)
    await runAll(till, espresso('known'))
    const head = (await till.replica.heads()).get(till.replica.dev)?.seq ?? 0
    await until(() => till.acknowledged().cloud === head)
    await suite.cloud.stopServer()
    await hub.stopServer()
    await hub.startServer()
    expect(hub.server().hub.upstream()?.[till.replica.dev]?.[0]).toBe(head)
    await suite.cloud.startServer()
  })

  it('[UP3] and the cloud alone serve a device of the store, both ways', async () => {
    const hub = await openHub()
    const inside = await openTill(hub.origin)
    // The cloud knows a device once the hub has told it.
    const outside = await openTill(hub.origin, suite.cloud.origin)
    await runAll(outside, espresso('from-outside'))
    await runAll(inside, espresso('from-inside'))
    const { replica } = hub.server().hub
    await until(
      hasAll(
        () => outside.replica,
        () => replica,
      ),
    )
    await until(
      hasAll(
        () => inside.replica,
        () => replica,
      ),
    )
    await until(
      hasAll(
        () => inCloud(replica.store),
        () => replica,
      ),
    )
    const tables = await tablesOf(replica.db, replica.store)
    expect(tables).toContain('from-outside')
    expect(tables).toContain('from-inside')
    expect(await tablesOf(inside.replica.db, replica.store)).toBe(tables)
    expect(await tablesOf(outside.replica.db, replica.store)).toBe(tables)
    expect(outside.acknowledged()).toMatchObject({ store: null })
  })
})

describe('[UP1] [ENROL2] a hub killed in the middle of its work', () => {
  it('goes on from its disk, or without it from the cloud and the tills; nothing is lost or doubled', async () => {
    const first = await startHubProcess({
      upstreamUrl: suite.cloud.origin,
      upstreamCode: await suite.cloud.code(),
    })
    opened.push({ close: first.kill })
    const port = Number(new URL(first.origin).port)
    const { store, dataDir } = first
    const till = await openTill(first.origin)
    const phone = await openTill(first.origin)
    const sell = (orderId: string) =>
      Promise.all([runAll(till, espresso(`t-${orderId}`)), runAll(phone, espresso(`p-${orderId}`))])
    for (let i = 0; i < 5; i += 1) await sell(`calm-${i}`)
    // A device the cloud never heard of would have to pair again with the next hub.
    const knownInCloud = () =>
      inCloud(store).db.selectFrom('devices').select('id').where('store', '=', store).execute()
    await until(async () => (await knownInCloud()).length === 4)

    // Killed while orders run and the cloud is away; then again from the same disk, in the middle of draining.
    await suite.cloud.stopServer()
    const selling = (async () => {
      for (let i = 0; i < 15; i += 1) await sell(`cut-${i}`)
    })()
    await first.kill()
    await selling
    await suite.cloud.startServer()
    const second = await startHubProcess({ upstreamUrl: suite.cloud.origin, upstreamCode: '', port, dataDir })
    opened.push({ close: second.kill })
    await sell('draining')
    await second.kill()

    // And at last without its disk.
    rmSync(dataDir, { recursive: true })
    await sell('no-hub')
    const third = await startHubProcess({
      upstreamUrl: suite.cloud.origin,
      upstreamCode: await suite.cloud.code(store),
      port,
    })
    opened.push({ close: third.kill })
    expect(third.store).toBe(store)
    // Of each by itself: while one lacks as much as another is ahead, their sum is right.
    const journals = () =>
      Promise.all(
        [inCloud(store), till.replica, phone.replica].map(async (one) => JSON.stringify(await journal(one))),
      )
    await until(async () => new Set(await journals()).size === 1)
    const kept = await journal(inCloud(store))
    expect(kept).toEqual(await journal(till.replica))
    expect(kept).toEqual(await journal(phone.replica))
    const orders = await inCloud(store)
      .db.selectFrom('orders')
      .select('id')
      .where('store', '=', store)
      .execute()
    expect(orders).toHaveLength(2 * (5 + 15 + 1 + 1))
    await until(async () => (await health(third.origin)).upstream.waiting === 0)
    expect(await tablesOf(till.replica.db, store)).toBe(await tablesOf(inCloud(store).db, store))
  })
})

describe('[ENROL2] a hub that is lost with its disk', () => {
  it('is replaced: the new one is filled by the cloud and by the devices, and runs the store', async () => {
    const lost = await openHub()
    const { store } = lost.server().hub.replica
    const till = await openTill(lost.origin)
    await runAll(till, espresso('in-the-cloud'))
    const cloudHas = async () => (await journal(inCloud(store))).length
    await until(async () => (await cloudHas()) === (await journal(till.replica)).length)
    // The cloud goes first: what comes now is on the hub and the till alone, then on the till alone.
    await suite.cloud.stopServer()
    await runAll(till, espresso('on-hub-and-till'))
    await until(() => till.sync.link() === 'live')
    await lost.stopServer()
    rmSync(lost.dataDir, { recursive: true })
    await runAll(till, espresso('on-till-alone'))
    await suite.cloud.startServer()

    const port = Number(new URL(lost.origin).port)
    const hub = await openCafe({
      port,
      upstreamUrl: suite.cloud.origin,
      upstreamCode: await suite.cloud.code(store),
    })
    opened.push(hub)
    const { replica } = hub.server().hub
    expect(replica.store).toBe(store)
    await until(
      hasAll(
        () => till.replica,
        () => replica,
      ),
    )
    await until(
      hasAll(
        () => inCloud(store),
        () => replica,
      ),
    )
    expect(await journal(replica)).toEqual(await journal(till.replica))
    expect(await journal(replica)).toEqual(await journal(inCloud(store)))
    expect(till.sync.unknownToServer()).toBe(false)

    // It takes devices in, with a letter nobody has, and every replica believes it.
    const { code } = await hub.server().pairingCodes.make(Date.now())
    const dev = `dev-${crypto.randomUUID()}`
    const paired = await askToPair(hub.origin, { dev, name: 'New', code })
    expect(paired).toMatchObject({ ok: true, value: { store, letter: 'B' } })
    const knows = (db: Replica['db']) => async () =>
      (await db.selectFrom('devices').selectAll().where('id', '=', dev).execute()).length === 1
    await until(knows(till.replica.db))
    await until(knows(suite.cloud.all))
    const tables = await tablesOf(replica.db, store)
    expect(await tablesOf(till.replica.db, store)).toBe(tables)
    expect(await tablesOf(suite.cloud.all, store)).toBe(tables)
    for (const order of ['in-the-cloud', 'on-hub-and-till', 'on-till-alone']) expect(tables).toContain(order)
  })
})
