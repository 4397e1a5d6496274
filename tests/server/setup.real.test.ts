import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRecord, readRecords, readSettings } from '../../src/database/queries/records.ts'
import { openApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeEach(async () => {
  api = await openApi({ demo: false, openPairing: false })
})
afterEach(() => api.close())

const OWNER = { id: 'rui', name: 'Rui', pin: '918264' }
const CAFE = {
  owner: OWNER,
  name: 'Zum Hirsch',
  country: 'DE',
  currency: { code: 'EUR', exponent: 2 },
  zone: 'Europe/Berlin',
  cutoverHour: 4,
  area: 'Inside',
  tables: 3,
  printerHost: '',
  exampleMenu: true,
}

async function post(url: string, payload: object) {
  const response = await api.app.inject({ method: 'POST', url, payload })
  return { status: response.statusCode, code: response.json<{ code?: string }>().code ?? '' }
}

function setUp(change: object = {}, code = api.services.setup.code ?? '') {
  return post('/api/setup', { code, ...CAFE, ...change })
}

function pair(code: string | null) {
  return post('/api/pair', { dev: `dev-${crypto.randomUUID()}`, name: 'Till', code })
}

describe('[SETUP1] an empty store', () => {
  it('is set up once with the code, which nobody else has, and gives a pairing code', async () => {
    expect(await pair(null)).toEqual({ status: 403, code: 'setup_first' })
    expect(await setUp({}, 'AAAA-AAAA')).toEqual({ status: 403, code: 'setup_code_wrong' })
    const { replica } = api.services.hub
    expect(await readSettings(replica.db, replica.store)).toBeNull()
    const done = await setUp()
    expect(done.status).toBe(200)
    expect((await pair(done.code)).status).toBe(200)
    expect(await setUp()).toEqual({ status: 409, code: 'setup_done' })
    expect(await pair(null)).toEqual({ status: 403, code: 'pairing_closed' })
    const login = { userId: OWNER.id, pin: OWNER.pin }
    expect((await post('/api/login', login)).status).toBe(200)
  })

  it('takes no code any more after ten wrong ones, the right one neither', async () => {
    for (let tried = 0; tried < 10; tried += 1) await setUp({}, 'AAAA-AAAA')
    expect(await setUp()).toEqual({ status: 403, code: 'setup_code_wrong' })
  })

  it('is set up by one of two who try at once', async () => {
    const both = await Promise.all([setUp(), setUp({ owner: { ...OWNER, id: 'eva' } })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { replica } = api.services.hub
    expect(await readRecords(replica.db, replica.store, 'user')).toHaveLength(1)
  })
})

describe('[SETUP2] what it begins with', () => {
  it('is whole: the country’s taxes on every dish, tables, stations', async () => {
    await setUp()
    const { db, store } = api.services.hub.replica
    expect(await readSettings(db, store)).toMatchObject({ name: 'Zum Hirsch', zone: 'Europe/Berlin' })
    const taxes = new Set((await readRecords(db, store, 'tax')).map(({ id }) => id))
    const items = await readRecords(db, store, 'menu_item')
    expect(items.length).toBeGreaterThan(20)
    expect(items.filter(({ taxIds }) => taxIds.some((id) => !taxes.has(id)))).toEqual([])
    expect(items.filter(({ taxIds }) => taxIds.length === 0)).toEqual([])
    expect(await readRecords(db, store, 'table')).toHaveLength(3)
    expect(await readRecord(db, store, 'user', OWNER.id)).toMatchObject({ role: 'owner', active: true })
  })

  it('is nothing where something of it is refused', async () => {
    const short = { owner: { ...OWNER, pin: '91826' } }
    expect(await setUp(short)).toEqual({ status: 409, code: 'pin_too_short' })
    expect(await setUp({ printerHost: '8.8.8.8' })).toEqual({ status: 409, code: 'printer_on_internet' })
    expect(await setUp({ zone: 'Europe/Nowhere' })).toEqual({ status: 409, code: 'bad_record' })
    const { db, store } = api.services.hub.replica
    expect(await readRecords(db, store, 'menu_item')).toEqual([])
    expect((await setUp({ exampleMenu: false })).status).toBe(200)
    expect(await readRecords(db, store, 'menu_item')).toEqual([])
  })

  it('is no way into a store where somebody works', async () => {
    await api.close()
    api = await openApi({ openPairing: false })
    expect(api.services.setup.code).toBeNull()
    expect(await setUp({}, '')).toEqual({ status: 403, code: 'setup_code_wrong' })
  })
})
