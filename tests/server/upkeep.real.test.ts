import { pino } from 'pino'
import { expect, it } from 'vitest'
import { openDatabase, type Database } from '#database/open.ts'
import { openDeviceStore } from '../../src/device/store.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { createHub } from '#server/hub.ts'
import { openStore } from '#server/store.ts'
import { createStores } from '#server/stores/stores.ts'
import { startUpkeep } from '#server/upkeep.ts'
import { programMark } from '#sync/check/day-digest.ts'
import { readBroken } from '#sync/check/chains.ts'
import { readReports } from '#sync/check/self-check.ts'
import { toWire } from '#sync/protocol.ts'
import { chain } from '../support/replicas.ts'

async function open(): Promise<Database> {
  const opened = await openDatabase(openSqlite(':memory:'))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A store with two categories that a program before this one did not understand. */
async function storeFromBefore(): Promise<{ readonly database: Database; readonly store: string }> {
  const database = await open()
  const { replica } = await openStore(database, async () => {})
  const { store } = replica
  await replica.ingest(
    chain('phone', [
      { store, entId: 'a' },
      { store, entId: 'b' },
    ]),
    1,
  )
  await database.db.updateTable('journal').set({ folded: 0 }).where('dev', '=', 'phone').execute()
  await database.db
    .updateTable('entities')
    .set({ read_only: 1, state: 'null' })
    .where('type', '=', 'category')
    .execute()
  await database.db.deleteFrom('categories').execute()
  return { database, store }
}

async function positions({ db }: Database): Promise<readonly number[]> {
  const rows = await db.selectFrom('categories').select('position').orderBy('id').execute()
  return rows.map(({ position }) => position)
}

it('[SYNC21] a server folds what it kept when it opens its store', async () => {
  const { database } = await storeFromBefore()
  await openStore(database, async () => {})
  expect(await positions(database)).toEqual([1, 2])
  await database.close()
})

it('[SYNC21] [SELF3] a device does, and reads its logs over', async () => {
  const { database, store } = await storeFromBefore()
  await database.db
    .updateTable('journal')
    .set({ wall: 9 })
    .where('dev', '=', 'phone')
    .where('seq', '=', 2)
    .execute()
  const identity = { dev: 'till', name: 'Till', store, token: '', server: 'hub' }
  const nobody = {
    onEvents: () => {},
    onStatus: () => {},
    onKitchen: () => {},
    onKitchenLost: () => {},
    onRenewed: () => {},
  }
  // Nobody answers there: a device opens all the same.
  const device = await openDeviceStore(database, identity, 'http://127.0.0.1:1', nobody)
  expect(await positions(database)).toEqual([1, 2])
  await expect.poll(() => readBroken(database.db, store)).toEqual([{ dev: 'phone', seq: 2, why: 'changed' }])
  device.sync.stop()
})

it('[SELF2] [SELF3] a server reads its logs over, and folds anew what a device sees otherwise', async () => {
  const database = await open()
  const { replica } = await openStore(database, async () => {})
  await replica.ingest(chain('phone', [{ store: replica.store }]), 1)
  await database.db.updateTable('journal').set({ wall: 9 }).where('dev', '=', 'phone').execute()
  const hub = createHub(replica, 'store')
  const upkeep = startUpkeep(createStores(database, hub), database, pino({ level: 'silent' }))
  const today = new Date().toISOString().slice(0, 10)
  const heads = toWire(await replica.heads())
  const digests = { by: programMark(), days: { [today]: 'f'.repeat(64) } }
  const answered = await hub.exchange({
    proto: 1,
    store: replica.store,
    dev: 'phone',
    heads,
    events: [],
    digests,
  })
  expect(answered).toMatchObject({ ok: true, value: { differs: [today] } })
  await upkeep.close()
  expect(await readReports(replica.db, replica.store)).toMatchObject([
    { businessDate: today, changed: false },
  ])
  expect(await readBroken(replica.db, replica.store)).toEqual([{ dev: 'phone', seq: 1, why: 'changed' }])
  await database.close()
})
