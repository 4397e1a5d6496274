import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'
import { createReplica, type Replica } from '../../src/sync/replica.ts'
import { openApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeEach(async () => {
  api = await openApi()
})
afterEach(() => api.close())

/** A device that has written `count` events of about 4 KB each. */
async function busyDevice(store: string, dev: string, count: number) {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  const replica: Replica = createReplica({
    store,
    dev,
    database: opened.value,
    clock: { wall: () => 1, offset: () => 0 },
  })
  const events = []
  for (let i = 0; i < count; i += 1) {
    const fields = { text: `${i}`.padEnd(4_000, 'x') }
    const written = await replica.act<never>({
      txnId: `txn-${i}`,
      actor: dev,
      decide: async () => ({
        ok: true,
        value: [
          { ent: { type: 'category', id: `cat-${i}` }, event: { type: 'record_changed', payload: fields } },
        ],
      }),
    })
    if (written.ok) events.push(...written.value)
  }
  return events
}

it('[DISK1] a full disk refuses the exchange whole, with its code; with room again nothing is missing', async () => {
  const { dev, store, token } = await api.pairDevice()
  const { db } = api.services.database
  const events = await busyDevice(store, dev, 100)
  const exchange = () =>
    api.app.inject({
      method: 'POST',
      url: '/api/sync',
      headers: { authorization: `Bearer ${token}` },
      payload: { proto: 1, store, dev, heads: {}, events },
    })
  const heads = await api.services.hub.replica.heads()
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${(pages.rows[0]?.page_count ?? 0) + 20}`).execute(db)
  const full = await exchange()
  expect(full.statusCode).toBe(507)
  expect(full.json()).toMatchObject({ code: 'storage_full' })
  expect(await api.services.hub.replica.heads()).toEqual(heads)
  await sql.raw('pragma max_page_count = 1000000').execute(db)
  const answered = await exchange()
  expect(answered.statusCode).toBe(200)
  expect((await api.services.hub.replica.heads()).get(dev)?.seq).toBe(100)
})
