import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import { askToEnrol } from '../../src/server/upstream/ask-to-enrol.ts'
import { openTokens } from '../../src/server/auth/tokens.ts'
import { openDatabase } from '../../src/database/open.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import type { Cafe } from '../support/cafe.ts'
import { openCloud, openHubBelow, type Cloud } from '../support/cloud.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'

/** Two restaurants that never heard of each other, in one cloud. */
interface Tenant {
  readonly hub: Cafe
  readonly till: DeviceStore
  readonly store: string
  readonly order: string
  /** A token of each kind, as the store's own hub signs them. */
  readonly tokens: { readonly device: string; readonly owner: string }
}

let postgres: RunningPostgres
let cloud: Cloud
let a: Tenant
let b: Tenant

const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 20_000, interval: 20 })

async function openTenant(name: string): Promise<Tenant> {
  const hub = await openHubBelow(cloud)
  const till = await openNodeDevice(hub.origin)
  const order = `order-of-${name}`
  await runAll(till, espresso(order))
  const head = (await till.replica.heads()).get(till.replica.dev)?.seq ?? 0
  await until(() => till.acknowledged().cloud === head)
  const login = await fetch(`${hub.origin}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'user-joaquim', pin: '918264' }),
  })
  const { token: owner = '' } = (await login.json()) as { token?: string }
  const { store, token: device } = till.identity
  return { hub, till, store, order, tokens: { device, owner } }
}

beforeAll(async () => {
  postgres = await startPostgres()
  cloud = await openCloud(postgres)
  ;[a, b] = [await openTenant('a'), await openTenant('b')]
})
afterAll(async () => {
  for (const tenant of [a, b]) {
    tenant.till.sync.stop()
    await tenant.hub.close()
  }
  await cloud.close()
  await postgres.stop()
})

interface Asked {
  readonly status: number
  readonly body: string
}

async function ask(method: string, path: string, token: string | null, body?: unknown): Promise<Asked> {
  const answer = await fetch(`${cloud.origin}${path}`, {
    method: method.toUpperCase(),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.text() }
}

/** Everything the cloud keeps of a store, as one text. */
async function kept(store: string): Promise<string> {
  const tables = [
    'journal',
    'heads',
    'entities',
    'orders',
    'order_items',
    'users',
    'devices',
    'pictures',
  ] as const
  const rows = await Promise.all(
    tables.map((table) => cloud.all.selectFrom(table).selectAll().where('store', '=', store).execute()),
  )
  return JSON.stringify(rows)
}

const exchange = (store: string, dev: string, events: readonly unknown[] = []) => ({
  proto: 1,
  store,
  dev,
  heads: {},
  events,
})

describe('[ENROL3] a token of one store, in a cloud of many', () => {
  it('neither reads nor writes a byte of another, on any route, whatever the request names', async () => {
    const before = await kept(b.store)
    expect(before).toContain(b.order)
    const document = await ask('get', '/api/openapi.json', a.tokens.device)
    const { paths } = JSON.parse(document.body) as { paths: Record<string, Record<string, unknown>> }
    const stolen = await b.till.replica.db.selectFrom('journal').selectAll().limit(3).execute()
    const body = {
      ...exchange(b.store, b.till.replica.dev, stolen),
      userId: 'user-joaquim',
      pin: '0000',
      code: 'AAAA-AAAA',
      name: 'Spy',
      root: null,
      key: { kty: 'OKP', crv: 'Ed25519', x: 'x' },
    }
    let asked = 0
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        for (const token of [a.tokens.device, a.tokens.owner, null]) {
          const where = path.includes('?') ? path : `${path}?store=${b.store}&date=2026-11-20`
          const answer = await ask(method, where, token, method === 'get' ? undefined : body)
          expect({ path, holds: answer.body.includes(b.order) || answer.body.includes(b.store) }).toEqual({
            path,
            holds: false,
          })
          asked += 1
        }
      }
    }
    expect(asked).toBeGreaterThanOrEqual(3 * 8)
    expect(await kept(b.store)).toBe(before)
  })

  it('and what it may do, it does in its own store', async () => {
    const own = await ask('post', '/api/sync', a.tokens.device, exchange(a.store, a.till.replica.dev))
    expect(own.status).toBe(200)
    expect(own.body).toContain(a.order)
    expect(own.body).not.toContain(b.order)
    // Signed in at the hub, and known to the cloud.
    expect((await ask('get', '/api/reports/day', a.tokens.owner)).status).toBe(200)
    expect((await ask('get', '/api/reports/day', a.tokens.device)).status).toBe(403)
    const other = await ask('post', '/api/sync', a.tokens.device, exchange(b.store, a.till.replica.dev))
    expect(other.status).toBe(403)
  })

  it('sets aside what it brings of another, and keeps it out of that journal', async () => {
    const before = await kept(b.store)
    const page = await ask('post', '/api/sync', b.tokens.device, exchange(b.store, b.till.replica.dev))
    const { events } = JSON.parse(page.body) as { events: readonly unknown[] }
    const brought = await ask(
      'post',
      '/api/sync',
      a.tokens.device,
      exchange(a.store, a.till.replica.dev, events),
    )
    expect(JSON.parse(brought.body)).toMatchObject({ setAside: events.length })
    expect(await kept(b.store)).toBe(before)
    expect(await kept(a.store)).not.toContain(b.order)
  })

  it('hears nothing of another on its socket', async () => {
    const socket = io(cloud.origin, { auth: { token: a.tokens.device }, transports: ['websocket'] })
    const heard: string[] = []
    socket.onAny((...frame: unknown[]) => heard.push(JSON.stringify(frame)))
    await until(() => socket.connected)
    await runAll(b.till, espresso('whispered-in-b'))
    await runAll(a.till, espresso('said-in-a'))
    await until(() => heard.join(' ').includes('said-in-a'))
    await until(async () => (await kept(b.store)).includes('whispered-in-b'))
    expect(heard.join(' ')).not.toContain(b.store)
    const answer: unknown = await socket
      .timeout(10_000)
      .emitWithAck('exchange', exchange(b.store, b.till.replica.dev))
    expect(answer).toEqual({ ok: false, code: 'store_mismatch' })
    socket.disconnect()
  })

  it('is none for the other store, even signed by its own hub', async () => {
    const { db } = a.hub.server().hub.replica
    const ofA = await openTokens({ db, dialect: 'sqlite', flush: async () => {}, close: async () => {} })
    const forged = await ofA.forDevice(b.store, b.till.replica.dev)
    const answer = await ask('post', '/api/sync', forged, exchange(b.store, b.till.replica.dev))
    expect(answer.status).toBe(401)
    const socket = io(cloud.origin, {
      auth: { token: forged },
      transports: ['websocket'],
      reconnection: false,
    })
    const refusal = await new Promise<Error>((resolve) => socket.once('connect_error', resolve))
    expect(refusal.message).toBe('not_signed_in')
  })
})

describe('[ENROL1] a code for a hub', () => {
  async function request(code: string, store: string | null) {
    const fresh = await openDatabase(openSqlite(':memory:'))
    if (!fresh.ok) throw new Error(fresh.error.code)
    const { x = '' } = (await openTokens(fresh.value)).publicKey
    return {
      code,
      dev: `dev-${crypto.randomUUID()}`,
      store,
      root: store === null ? null : 'dev-somebody',
      key: { kty: 'OKP' as const, crv: 'Ed25519' as const, x },
    }
  }

  it('is good once, but for the hub that did not hear the answer', async () => {
    const asked = await request(await cloud.code(), null)
    const first = await askToEnrol(cloud.origin, asked)
    const again = await askToEnrol(cloud.origin, asked)
    if (!first.ok || !again.ok) throw new Error('not taken in')
    expect(again.value.store).toBe(first.value.store)
    const other = await askToEnrol(cloud.origin, await request(asked.code, null))
    expect(other).toEqual({ ok: false, error: 'pairing_code_wrong' })
  })

  it('for a new store gives nobody a store that is here already', async () => {
    const taken = await askToEnrol(cloud.origin, await request(await cloud.code(), b.store))
    expect(taken).toEqual({ ok: false, error: 'store_mismatch' })
    const home = cloud.server().hub.replica.store
    const own = await askToEnrol(cloud.origin, await request(await cloud.code(), home))
    expect(own).toEqual({ ok: false, error: 'store_mismatch' })
  })

  it('for one store is none for a hub of another', async () => {
    const taken = await askToEnrol(cloud.origin, await request(await cloud.code(b.store), a.store))
    expect(taken).toEqual({ ok: false, error: 'store_mismatch' })
  })
})
