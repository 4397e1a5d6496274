import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import { openPostgres } from '../../src/server/database/postgres.ts'
import { openCafe } from '../support/cafe.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { tablesOf } from '../support/replicas.ts'

let postgres: RunningPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it('[SYNC20] a session that PostgreSQL ends fails its own work alone, and is replaced', async () => {
  const source = openPostgres(postgres.url)
  const [victim, other] = [await source.acquire(), await source.acquire()]
  await victim.execute('begin', [])
  const { rows } = await victim.execute('select pg_backend_pid() as pid', [])
  await other.execute('select pg_terminate_backend($1)', [Number(rows[0]?.['pid'])])
  await expect(victim.execute('select 1', [])).rejects.toThrow()
  await source.release(victim)
  const fresh = await source.acquire()
  expect(fresh).not.toBe(victim)
  expect((await fresh.execute('select 1 as one', [])).rows).toEqual([{ one: 1 }])
  await source.release(fresh)
  await source.release(other)
  await source.close()
})

const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 40_000, interval: 20 })

const ownHead = async ({ replica }: DeviceStore) => (await replica.heads()).get(replica.dev)?.seq ?? 0

it('[CLOUD6] PostgreSQL is killed and started again under load: the server goes on, and nothing acknowledged is lost', async () => {
  const cafe = await openCafe({
    databaseUrl: await postgres.newDatabase(),
    printing: false,
    logLevel: 'silent',
  })
  const tills = await Promise.all([openNodeDevice(cafe.origin), openNodeDevice(cafe.origin)])
  const { replica } = cafe.server().hub
  let selling = true
  let sold = 0
  const sell = async (till: DeviceStore, name: string) => {
    for (let n = 0; selling; n += 1) {
      await runAll(till, espresso(`${name}-${n}`))
      sold += 1
      await setTimeout(20)
    }
  }
  const work = Promise.all(tills.map((till, n) => sell(till, `till-${n}`)))
  const acknowledged = () => tills.map((till) => till.acknowledged().cloud ?? 0)
  for (let crash = 0; crash < 2; crash += 1) {
    const before = acknowledged()
    await until(() => acknowledged().every((seq, n) => seq > (before[n] ?? 0) + 15))
    await postgres.crash()
    const told = acknowledged()
    await until(async () => (await fetch(`${cafe.origin}/health`)).status !== 200)
    const soldBefore = sold
    // Nobody who sells notices.
    await until(() => sold > soldBefore + 10)
    await postgres.restart()
    // At once: devices bring again what they were not told, and would hide what was.
    const heads = await replica.heads()
    for (const [n, till] of tills.entries()) {
      expect(heads.get(till.replica.dev)?.seq ?? 0).toBeGreaterThanOrEqual(told[n] ?? 0)
    }
    await until(async () => (await fetch(`${cafe.origin}/health`)).status === 200)
  }
  selling = false
  await work
  await until(async () => {
    const heads = await replica.heads()
    for (const till of tills) if (heads.get(till.replica.dev)?.seq !== (await ownHead(till))) return false
    return true
  })
  for (const till of tills) {
    await until(
      async () =>
        (await tablesOf(till.replica.db, replica.store)) === (await tablesOf(replica.db, replica.store)),
    )
    till.sync.stop()
  }
  await cafe.close()
})
