import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { openApi, type TestApi } from '../support/api.ts'
import { chain, seal } from '../support/replicas.ts'

let api: TestApi
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

async function ask(method: 'GET' | 'POST', url: string, userId = 'user-leonor') {
  const headers = { authorization: `Bearer ${await api.userToken(userId)}` }
  return api.app.inject({ method, url, headers })
}

interface Listed {
  readonly id: number
  readonly dev: string
  readonly seq: number
  readonly reason: string
  readonly body: string
  readonly settled: string | null
  readonly settledBy: string | null
}

async function list(query = ''): Promise<readonly Listed[]> {
  return (await ask('GET', `/api/quarantine${query}`)).json<{ items: readonly Listed[] }>().items
}

/** What a device of this store wrote. */
function log(...parts: readonly Partial<Envelope>[]): readonly Envelope[] {
  const { store } = api.services.hub.replica
  return chain(
    'phone',
    parts.map((part) => ({ store, ...part })),
  )
}

async function bring(...events: readonly unknown[]): Promise<void> {
  await api.services.hub.replica.ingest(events, 1_000)
}

describe('[QUARANTINE1] what was set aside', () => {
  it('is shown word for word to managers and owners, and to nobody else', async () => {
    const [event] = log({})
    const bent = { ...event, wall: 7 }
    await bring(bent, { odd: 'ação' })
    const found = await list()
    expect(found).toMatchObject([
      { dev: 'phone', seq: 1, reason: 'bad_hash', settled: null },
      { dev: '', seq: 0, reason: 'bad_envelope', body: '{"odd":"ação"}', settled: null },
    ])
    expect(found.map(({ body }) => JSON.parse(body) as unknown)).toContainEqual(bent)
    expect((await ask('GET', '/api/quarantine', 'user-marta')).statusCode).toBe(403)
    expect((await ask('POST', '/api/quarantine/1/release', 'user-marta')).statusCode).toBe(403)
    expect((await ask('POST', '/api/quarantine/1/dismiss', 'user-marta')).statusCode).toBe(403)
  })

  it('comes in pages', async () => {
    await bring(...Array.from({ length: 60 }, (_, n) => ({ odd: n })))
    const first = (await ask('GET', '/api/quarantine')).json<{ items: readonly Listed[]; more: boolean }>()
    expect([first.items.length, first.more]).toEqual([50, true])
    expect(await list(`?after=${first.items.at(-1)?.id ?? 0}`)).toHaveLength(10)
  })
})

describe('[QUARANTINE2] trying again', () => {
  it('changes nothing while it makes no sense: it stays, and says so', async () => {
    const [event] = log({})
    await bring({ ...event, wall: 7 })
    const [one] = await list()
    const answer = await ask('POST', `/api/quarantine/${one?.id}/release`)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([409, 'quarantine_stays'])
    expect(await list()).toEqual([one])
  })

  it('takes in what the server refused before, whole actions at a time, and only once', async () => {
    const { replica } = api.services.hub
    const action = log(
      { txn: { id: 'a', i: 0, n: 2 }, entId: 'c9', payload: '{"name":"Late"}' },
      { txn: { id: 'a', i: 1, n: 2 }, entId: 'c9', payload: '{"position":7}' },
    )
    // As an older server, whose check was narrower, would have kept them.
    for (const event of action) {
      const { dev, seq } = event
      const body = JSON.stringify(event)
      await replica.db
        .insertInto('quarantine')
        .values({ store: replica.store, dev, seq, reason: 'bad_hash', body, received_at: 1 })
        .execute()
    }
    const [first] = await list()
    expect((await ask('POST', `/api/quarantine/${first?.id}/release`)).statusCode).toBe(200)
    expect(await list()).toEqual([])
    const settled = await list('?all=true')
    expect(settled).toMatchObject([
      { settled: 'released', settledBy: 'user-leonor' },
      { settled: 'released', settledBy: 'user-leonor' },
    ])
    const category = await replica.db.selectFrom('categories').selectAll().where('id', '=', 'c9').execute()
    expect(category).toMatchObject([{ name: 'Late', position: 7 }])
    expect((await ask('POST', `/api/quarantine/${first?.id}/release`)).statusCode).toBe(200)
    expect(await list('?all=true')).toEqual(settled)
  })

  it('never lets through what its author may not say', async () => {
    await bring(...log({ entType: 'user', entId: 'user-marta', payload: '{"role":"owner"}' }))
    const [one] = await list()
    expect(one?.reason).toBe('not_allowed')
    expect((await ask('POST', `/api/quarantine/${one?.id}/release`)).statusCode).toBe(409)
    const [marta] = await api.services.database.db
      .selectFrom('users')
      .select('role')
      .where('id', '=', 'user-marta')
      .execute()
    expect(marta?.role).toBe('waiter')
  })
})

describe('[QUARANTINE3] dismissing', () => {
  it('takes it off the list and keeps every byte, with who and when', async () => {
    const [event] = log({})
    const bent = seal({ ...(event as Envelope), payload: '{"position":}' })
    await bring(bent)
    const [one] = await list()
    expect((await ask('POST', `/api/quarantine/${one?.id}/dismiss`)).statusCode).toBe(200)
    expect(await list()).toEqual([])
    expect(await list('?all=true')).toMatchObject([
      { body: one?.body, settled: 'dismissed', settledBy: 'user-leonor' },
    ])
    await bring(bent)
    expect(await list()).toEqual([])
  })

  it('is no word about what is not there', async () => {
    expect((await ask('POST', '/api/quarantine/9999/dismiss')).statusCode).toBe(404)
    expect((await ask('POST', '/api/quarantine/9999/release')).statusCode).toBe(404)
  })
})
