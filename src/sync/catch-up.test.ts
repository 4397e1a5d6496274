import { describe, expect, test } from 'vitest'
import {
  addTea,
  NOON,
  open,
  openOrder,
  record,
  replicaOn,
  run,
  STORE,
  write,
} from '../../tests/contract/cafe.ts'
import { seededReplica, tablesOf } from '../../tests/support/replicas.ts'
import { readDeferred } from '#database/deferred.ts'
import type { Database } from '#database/open.ts'
import { readMissing } from '#database/pages.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { catchUp } from './catch-up.ts'
import type { Sabotage } from './ports.ts'
import type { Replica } from './replica.ts'

/** An older program, to which these types mean nothing. */
function older(...types: readonly string[]): Sabotage {
  return { unknown: new Set(types) }
}

/** Everything a replica has, in pages as an exchange brings them. */
async function bring(from: Replica, to: Replica): Promise<void> {
  for (;;) {
    const page = await readMissing(from.db, STORE, await from.heads(), await to.heads())
    if (page.events.length === 0) return
    await to.ingest(page.events, NOON)
  }
}

async function newerTill(orders = 1): Promise<Replica> {
  const till = await seededReplica('till')
  for (let n = 0; n < orders; n += 1) {
    await run(till, `open-${n}`, openOrder(`o${n}`))
    await run(till, `add-${n}`, addTea(`o${n}`, `i${n}`))
    await run(till, `qty-${n}`, { type: 'set_item_qty', orderId: `o${n}`, itemId: `i${n}`, qty: 3 })
    await run(till, `covers-${n}`, { type: 'set_covers', orderId: `o${n}`, covers: 5 })
    await run(till, `note-${n}`, {
      type: 'set_item_note',
      orderId: `o${n}`,
      itemId: `i${n}`,
      note: 'no sugar',
    })
  }
  return till
}

async function isReadOnly(db: Database['db'], type: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('entities')
    .select('read_only')
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.read_only === 1
}

const NEWS = ['item_qty_set', 'order_covers_set']

describe('a database of an older program', () => {
  test('[SYNC21] opened by one that understands: the same tables as if it always had', async () => {
    const till = await newerTill()
    const database = await open(openSqlite(':memory:'))
    await bring(till, replicaOn(database, 'old', { sabotage: older(...NEWS) }))
    expect(await isReadOnly(database.db, 'item', 'i0')).toBe(true)
    expect(await tablesOf(database.db)).not.toBe(await tablesOf(till.db))

    expect(await catchUp(database, STORE)).toBe(2)
    expect(await tablesOf(database.db)).toBe(await tablesOf(till.db))
    expect(await isReadOnly(database.db, 'item', 'i0')).toBe(false)
    expect(await readDeferred(database.db, STORE, 0, 10)).toEqual([])
  })

  test('[SYNC21] stays read-only where something newer still is, and only there', async () => {
    const till = await newerTill()
    const database = await open(openSqlite(':memory:'))
    await bring(till, replicaOn(database, 'old', { sabotage: older('item_qty_set', 'item_added') }))
    await catchUp(database, STORE, null, older('item_added'))
    expect(await isReadOnly(database.db, 'item', 'i0')).toBe(true)
    expect((await readDeferred(database.db, STORE, 0, 10)).map(({ envelope }) => envelope.type)).toEqual([
      'item_added',
    ])
    expect(await catchUp(database, STORE)).toBe(1)
    expect(await tablesOf(database.db)).toBe(await tablesOf(till.db))
  })

  test('[SYNC21] in batches: ended between two of them, it goes on at the next start', async () => {
    const till = await newerTill(150)
    const database = await open(openSqlite(':memory:'))
    await bring(till, replicaOn(database, 'old', { sabotage: older(...NEWS) }))
    let commits = 0
    const dying: Database = {
      ...database,
      db: new Proxy(database.db, {
        get(db, key) {
          if (key === 'transaction' && (commits += 1) > 1) throw new Error('the power went')
          const value: unknown = Reflect.get(db, key, db)
          return typeof value === 'function' ? (value.bind(db) as unknown) : value
        },
      }),
    }
    await expect(catchUp(dying, STORE)).rejects.toThrow('the power went')
    const left = (await readDeferred(database.db, STORE, 0, 1_000)).length
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(300)
    expect(await catchUp(database, STORE)).toBe(left)
    expect(await tablesOf(database.db)).toBe(await tablesOf(till.db))
    expect(await catchUp(database, STORE)).toBe(0)
  })

  test('[SYNC21] [ACCESS3] what its author may not say stays unsaid', async () => {
    const till = await seededReplica('till')
    await write(till, 'forged', [record('user', 'ana', { role: 'owner' })])
    const database = await open(openSqlite(':memory:'))
    await bring(till, replicaOn(database, 'hub', { recordAuthor: 'hub' }))
    expect(await catchUp(database, STORE, 'hub')).toBe(0)
    const people = await database.db.selectFrom('users').selectAll().execute()
    expect(people).toEqual([])
  })
})
