import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { ok } from '../../src/domain/result.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createReplica } from '../../src/sync/replica.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { chain } from '../support/replicas.ts'

let api: TestApi
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

const post = (url: string, payload: unknown, token?: string) =>
  api.app.inject({
    method: 'POST',
    url,
    payload: payload as object,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  })

describe('login', () => {
  it('[PIN1] answers a wrong PIN and an unknown person alike', async () => {
    const wrong = await post('/api/login', { userId: 'user-marta', pin: '0000' })
    const unknown = await post('/api/login', { userId: 'nobody', pin: '0000' })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.json()).toEqual(unknown.json())
    expect(wrong.json()).toMatchObject({ code: 'wrong_pin' })
  })

  it('[PIN2] locks a person for 30 seconds after five wrong PINs, even against the right one', async () => {
    for (let i = 0; i < 4; i += 1) await post('/api/login', { userId: 'user-marta', pin: '0000' })
    const fifth = await post('/api/login', { userId: 'user-marta', pin: '0000' })
    expect(fifth.statusCode).toBe(429)
    expect(fifth.json()).toMatchObject({ code: 'pin_locked', retryAfterS: 30 })
    const right = await post('/api/login', { userId: 'user-marta', pin: '4071' })
    expect(right.statusCode).toBe(429)
  })

  it('[PIN2] counts tries made at the same time one by one', async () => {
    const tries = Array.from({ length: 25 }, (_, i) => `${1_000 + i}`)
    const answers = await Promise.all(tries.map((pin) => post('/api/login', { userId: 'user-marta', pin })))
    const looked = answers.filter((answer) => answer.json<{ code: string }>().code === 'wrong_pin')
    expect(looked).toHaveLength(4)
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(21)
  })

  it('[PIN3] forgets wrong tries after a right one', async () => {
    await post('/api/login', { userId: 'user-marta', pin: '0000' })
    const right = await post('/api/login', { userId: 'user-marta', pin: '4071' })
    expect(right.statusCode).toBe(200)
    const kept = await api.services.database.db
      .selectFrom('local_values')
      .select('value')
      .where('key', '=', 'pin:user-marta')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(kept.value)).toEqual({ failures: 0, lockedUntil: 0 })
  })
})

describe('pairing', () => {
  it('[PAIR1] needs a code where it is not the demo, and a code works once', async () => {
    await api.close()
    api = await openApi({ openPairing: false })
    const device = () => ({ dev: `dev-${crypto.randomUUID()}`, name: 'Till' })
    expect((await post('/api/pair', { ...device(), code: null })).json()).toMatchObject({
      code: 'pairing_closed',
    })
    const { code } = await api.services.pairingCodes.make(Date.now())
    expect((await post('/api/pair', { ...device(), code: code.toLowerCase() })).statusCode).toBe(200)
    expect((await post('/api/pair', { ...device(), code })).json()).toMatchObject({
      code: 'pairing_code_wrong',
    })
  })

  it('[PAIR2] ends all codes after five wrong ones', async () => {
    const now = Date.now()
    const { code } = await api.services.pairingCodes.make(now)
    for (let i = 0; i < 5; i += 1)
      expect(await api.services.pairingCodes.redeem('AAAA-AAAA', now)).toBe(false)
    expect(await api.services.pairingCodes.redeem(code, now)).toBe(false)
  })

  it('[PAIR4] lets a device in again after a lost answer, with its letter; never as the server', async () => {
    const dev = `dev-${crypto.randomUUID()}`
    const pair = (id: string) => post('/api/pair', { dev: id, name: 'Till', code: null })
    const [first, again] = [await pair(dev), await pair(dev)]
    expect([first.statusCode, again.statusCode]).toEqual([200, 200])
    expect(again.json()).toMatchObject({ letter: first.json<{ letter: string }>().letter })
    expect((await pair(api.services.hub.replica.dev)).json()).toMatchObject({ code: 'device_exists' })
  })

  it('[PAIR3] gives devices that pair at the same time different letters', async () => {
    const pair = () => post('/api/pair', { dev: `dev-${crypto.randomUUID()}`, name: 'Till', code: null })
    const answers = await Promise.all([pair(), pair(), pair(), pair()])
    expect(new Set(answers.map((answer) => answer.json<{ letter: string }>().letter)).size).toBe(4)
  })

  it('[PAIR3] gives every device its own letter', async () => {
    const letters = []
    for (let i = 0; i < 3; i += 1) {
      const response = await post('/api/pair', {
        dev: `dev-${crypto.randomUUID()}`,
        name: 'Till',
        code: null,
      })
      letters.push(response.json<{ letter: string }>().letter)
    }
    expect(letters).toEqual(['A', 'B', 'C'])
  })
})

describe('an exchange', () => {
  const frame = (store: string, dev: string, events: unknown[] = []) => ({
    proto: 1,
    store,
    dev,
    heads: {},
    events,
  })

  it('of another store is refused and nothing is written', async () => {
    const { dev, token } = await api.pairDevice()
    const before = await api.services.hub.replica.heads()
    const response = await post('/api/sync', frame('store-other', dev), token)
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'store_mismatch' })
    expect(await api.services.hub.replica.heads()).toEqual(before)
  })

  it('in the name of another device is refused', async () => {
    const { store, token } = await api.pairDevice()
    const other = await api.pairDevice()
    expect((await post('/api/sync', frame(store, other.dev), token)).statusCode).toBe(403)
  })

  it.each([
    ['not JSON', '{"proto":'],
    ['no object', '[]'],
    ['no heads', '{"proto":1,"store":"s","dev":"d","events":[]}'],
    ['heads of text', '{"proto":1,"store":"s","dev":"d","heads":{"d":"1"},"events":[]}'],
    [
      '5,000 events',
      JSON.stringify({ proto: 1, store: 's', dev: 'd', heads: {}, events: Array(5_000).fill(0) }),
    ],
  ])('that is %s is answered with 400 and a code', async (_name, body) => {
    const { token } = await api.pairDevice()
    const response = await api.app.inject({
      method: 'POST',
      url: '/api/sync',
      payload: body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    })
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'bad_request' })
  })

  it('of 10 MB is answered with 413', async () => {
    const { store, dev, token } = await api.pairDevice()
    const response = await post('/api/sync', frame(store, dev, ['x'.repeat(10_000_000)]), token)
    expect(response.statusCode).toBe(413)
    expect(response.json()).toMatchObject({ code: 'too_large' })
  })

  it('with garbage among its events keeps the garbage aside and says so', async () => {
    const { store, dev, token } = await api.pairDevice()
    const response = await post('/api/sync', frame(store, dev, [null, 7, { seq: -1 }, 'text']), token)
    expect(response.json()).toMatchObject({ setAside: 4 })
    const kept = await api.services.database.db.selectFrom('quarantine').select('reason').execute()
    expect(kept.map((row) => row.reason)).toEqual(Array(4).fill('bad_envelope'))
  })
})

describe('what a device may not say', () => {
  it('[ACCESS3] a device that makes itself owner is set aside: nobody changes, and its log goes on', async () => {
    const { store, dev, token } = await api.pairDevice()
    const opened = await openDatabase(openSqlite(':memory:'))
    if (!opened.ok) throw new Error(opened.error.code)
    const clock = { wall: () => Date.now(), offset: () => 0 }
    const hostile = createReplica({ store, dev, database: opened.value, clock })
    const write = async (
      txnId: string,
      type: 'user' | 'device' | 'category',
      id: string,
      payload: object,
    ) => {
      const written = await hostile.act<never>({
        txnId,
        actor: dev,
        decide: async () =>
          ok([{ ent: { type, id }, event: { type: 'record_changed', payload: { ...payload } } }]),
      })
      return written.ok ? written.value : []
    }
    const events = [
      ...(await write('1', 'user', 'user-marta', { role: 'owner', pinHash: 'mine' })),
      ...(await write('2', 'device', dev, { kind: 'server' })),
      ...(await write('3', 'category', 'cat-new', { name: 'New' })),
    ]
    const answered = await post('/api/sync', { proto: 1, store, dev, heads: {}, events }, token)
    expect(answered.json<{ heads: Record<string, [number, string]> }>().heads[dev]?.[0]).toBe(3)
    const { db } = api.services.database
    const marta = await db
      .selectFrom('users')
      .selectAll()
      .where('id', '=', 'user-marta')
      .executeTakeFirstOrThrow()
    expect(marta).toMatchObject({ role: 'waiter', pin_hash: expect.stringMatching(/^\$argon2id\$/) })
    const aside = await db.selectFrom('quarantine').select(['seq', 'reason']).orderBy('seq').execute()
    expect(aside).toEqual([
      { seq: 1, reason: 'not_allowed' },
      { seq: 2, reason: 'not_allowed' },
    ])
    expect(
      await db.selectFrom('categories').select('name').where('id', '=', 'cat-new').execute(),
    ).toHaveLength(1)
  })

  it('[SYNC7] a payload nested beyond reason is set aside like any other nonsense', async () => {
    const { store, dev, token } = await api.pairDevice()
    const payload = `{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}`
    const [event] = chain(dev, [{ store, payload }])
    const answered = await post('/api/sync', { proto: 1, store, dev, heads: {}, events: [event] }, token)
    expect(answered.statusCode).toBe(200)
    const aside = await api.services.database.db.selectFrom('quarantine').select('reason').execute()
    expect(aside).toEqual([{ reason: 'broken_payload' }])
  })
})
