import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../src/server/store.ts'
import { openApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

interface Listed {
  readonly dev: string
  readonly here: number
  readonly head: number
  readonly seenAt: number | null
  readonly via: string | null
  readonly about: object | null
}

type Paired = Awaited<ReturnType<TestApi['pairDevice']>>

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, token: string, payload?: object) {
  const headers = { authorization: `Bearer ${token}` }
  const response = await api.app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  })
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() }
}

async function change(dev: string, body: object, userId = 'user-leonor') {
  const { status, body: answer } = await ask('PUT', `/api/devices/${dev}`, await api.userToken(userId), body)
  return { status, code: answer['code'] }
}

function sync({ dev, store, token }: Paired, more: object = {}) {
  return ask('POST', '/api/sync', token, { proto: 1, store, dev, heads: {}, events: [], ...more })
}

async function listed(by: Paired, dev: string): Promise<Listed | undefined> {
  const { body } = await ask('GET', '/api/devices', by.token)
  return (body['devices'] as readonly Listed[]).find((one) => one.dev === dev)
}

async function renewed({ store, token }: Paired): Promise<Paired> {
  const dev = `dev-${crypto.randomUUID()}`
  const { body } = await ask('POST', '/api/devices/renew', token, { dev })
  return { dev, store, token: String(body['token']) }
}

describe('[DEVICE3] the list of devices', () => {
  it('says when each was here, over which line, how it is, and how much of its log is missing', async () => {
    const [one, other] = [await api.pairDevice(), await api.pairDevice()]
    expect(await listed(other, one.dev)).toMatchObject({ seenAt: null, via: null, about: null, head: 0 })
    const about = { app: '0.1.0', offset: -90_000, used: 5_000_000, quota: null }
    const before = Date.now()
    await sync(one, { heads: { [one.dev]: [3, 'abc'] }, about })
    const found = await listed(other, one.dev)
    expect(found).toMatchObject({ here: 0, head: 3, via: 'http', about })
    expect(found?.seenAt).toBeGreaterThanOrEqual(before)
    await sync(one, { heads: { [one.dev]: [4, 'abd'] } })
    expect(await listed(other, one.dev)).toMatchObject({ head: 4, about })
  })

  it('takes an exchange in, whatever nonsense a device says of itself', async () => {
    const one = await api.pairDevice()
    expect((await sync(one, { about: { app: 7, offset: 'late' } })).status).toBe(200)
    expect((await listed(one, one.dev))?.about).toBeNull()
  })

  it('is for devices of the store, and changes are for whoever may pair', async () => {
    const one = await api.pairDevice()
    expect((await ask('GET', '/api/devices', await api.userToken('user-marta'))).status).toBe(403)
    expect((await change(one.dev, { name: 'Bar' }, 'user-marta')).status).toBe(403)
    expect((await ask('PUT', `/api/devices/${one.dev}`, one.token, { name: 'Bar' })).status).toBe(403)
  })
})

describe('[DEVICE2] a revoked device', () => {
  it('is refused at once, with the id it went on under; what is beside it stays', async () => {
    const [bar, hall] = [await api.pairDevice(), await api.pairDevice()]
    const copy = await renewed(bar)
    expect((await sync(copy)).status).toBe(200)
    expect(await change(bar.dev, { revoke: true })).toEqual({ status: 200, code: undefined })
    expect([(await sync(bar)).status, (await sync(copy)).status]).toEqual([401, 401])
    expect((await sync(hall)).status).toBe(200)
    const server = api.services.hub.replica.dev
    expect(await change(server, { revoke: true })).toEqual({ status: 409, code: 'not_allowed' })
  })

  it('ends an id that another server let it go on under, heard of later', async () => {
    const bar = await api.pairDevice()
    await change(bar.dev, { revoke: true })
    const late = `dev-${crypto.randomUUID()}`
    const payload = { name: 'Bar', letter: 'Z', kind: 'device', pairedAt: 1, active: true, was: bar.dev }
    const ent = { type: 'device' as const, id: late }
    await record(api.services.hub.replica, [{ ent, event: { type: 'record_changed', payload } }])
    const token = await api.services.tokens.forDevice(bar.store, late)
    expect((await sync({ dev: late, store: bar.store, token })).status).toBe(401)
    // With a code it is taken in anew, whatever it once was.
    const paired = { dev: late, name: 'Bar', code: null }
    expect((await api.app.inject({ method: 'POST', url: '/api/pair', payload: paired })).statusCode).toBe(200)
    expect((await sync({ dev: late, store: bar.store, token })).status).toBe(200)
  })
})
