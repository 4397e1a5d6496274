import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRecord } from '../../src/database/queries/records.ts'
import { record } from '../../src/server/store.ts'
import { openApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

async function change(id: string, body: object, token?: string) {
  const response = await api.app.inject({
    method: 'PUT',
    url: `/api/people/${id}`,
    payload: body,
    headers: { authorization: `Bearer ${token ?? (await api.userToken('user-joaquim'))}` },
  })
  return { status: response.statusCode, code: response.json<{ code?: string }>().code }
}

async function login(userId: string, pin: string): Promise<{ status: number; token: string }> {
  const response = await api.app.inject({ method: 'POST', url: '/api/login', payload: { userId, pin } })
  return { status: response.statusCode, token: response.json<{ token: string }>().token }
}

function person(id: string) {
  const { replica } = api.services.hub
  return readRecord(replica.db, replica.store, 'user', id)
}

describe('people on the server', () => {
  it('[STAFF1] are added by the owner alone, log in with their PIN, and are never deleted', async () => {
    const ze = { name: 'Zé', role: 'waiter', pin: '4071' }
    expect((await change('ze', ze, await api.userToken('user-leonor'))).status).toBe(403)
    expect(await change('ze', ze)).toEqual({ status: 200, code: undefined })
    const { token } = await login('ze', '4071')
    expect((await change('ze', { name: 'Zé Maria' })).status).toBe(200)
    expect(await person('ze')).toMatchObject({ name: 'Zé Maria', role: 'waiter', active: true })
    expect(JSON.stringify(await person('ze'))).not.toContain('4071')
    await change('ze', { active: false })
    expect((await login('ze', '4071')).status).toBe(401)
    const asked = await api.app.inject({
      url: '/api/openapi.json',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(asked.statusCode).toBe(401)
    expect(await person('ze')).toMatchObject({ name: 'Zé Maria', active: false })
  })

  it('[STAFF2] [STAFF3] are refused with a code that has words', async () => {
    const tia = { name: 'Tia', role: 'manager', pin: '73051' }
    expect(await change('tia', tia)).toEqual({ status: 409, code: 'pin_too_short' })
    expect(await change('user-joaquim', { active: false })).toEqual({ status: 409, code: 'last_owner' })
    expect(await person('tia')).toBeNull()
    expect((await change('tia', { ...tia, pinHash: 'mine' })).status).toBe(400)
  })

  it('[STAFF4] who typed five wrong PINs is let in again at once when unlocked', async () => {
    for (let tried = 0; tried < 5; tried += 1) await login('user-marta', '1111')
    expect((await login('user-marta', '4071')).status).toBe(429)
    await change('user-marta', { unlock: true })
    expect((await login('user-marta', '4071')).status).toBe(200)
  })

  it('[ROLE10] in a role the owner made reach what its rights open, and no more', async () => {
    const { replica } = api.services.hub
    const payload = { name: 'Bookkeeper', like: 'waiter', actions: { read_reports: 'alone' }, active: true }
    await record(replica, [
      { ent: { type: 'role', id: 'books' }, event: { type: 'record_changed', payload } },
    ])
    await change('eva', { name: 'Eva', role: 'books', pin: '5926' })
    const { token } = await login('eva', '5926')
    const headers = { authorization: `Bearer ${token}` }
    expect((await api.app.inject({ url: '/api/reports/day', headers })).statusCode).toBe(200)
    expect((await api.app.inject({ url: '/api/quarantine', headers })).statusCode).toBe(403)
    await record(replica, [
      {
        ent: { type: 'role', id: 'books' },
        event: { type: 'record_changed', payload: { active: false } },
      },
    ])
    expect((await api.app.inject({ url: '/api/reports/day', headers })).statusCode).toBe(403)
  })
})
