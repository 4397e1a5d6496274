import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import { openPostgres } from '../../src/server/database/postgres.ts'
import { createRandom } from '../simulation/random.ts'
import { startCloudProcess, startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { readKilledFile, readLogs, type KeptLog } from '../support/kept-log.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'
import { startPostgres, type RunningPostgres } from '../support/postgres.ts'
import { report, timesOf } from '../support/prove.ts'

const KILLS = timesOf(2)
const SEED = 2_611
const TILLS = 3
const PAUSE_MS = 10
/** A kill comes so long after work has begun again, at most. */
const WORK_MAX_MS = 150
const IN_HAND_MAX_MS = 25

let postgres: RunningPostgres
let closing: (() => unknown)[] = []
beforeAll(async () => {
  postgres = await startPostgres()
})
afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
})
afterAll(() => postgres.stop())

const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 40_000, interval: 10 })

interface Victim {
  start(port?: number): Promise<KillableServer>
  /** What it left behind, while it is dead. */
  left(server: KillableServer): Promise<KeptLog>
}

describe('[SYNC10] a server killed in the middle of writes has every event that it acknowledged, whole and chained', () => {
  const timeout = 60_000 + KILLS * 20_000

  it('on SQLite', { timeout }, async () => {
    let dataDir: string | undefined
    await killAgainAndAgain('SQLite', {
      async start(port) {
        const server = await startStoreProcess({
          ...(dataDir !== undefined && { dataDir }),
          ...(port !== undefined && { port }),
        })
        dataDir = server.dataDir
        return server
      },
      left: async (server) => readKilledFile(join(server.dataDir, 'comanda.db')),
    })
  })

  it('[CLOUD2] on PostgreSQL', { timeout }, async () => {
    const databaseUrl = await postgres.newDatabase()
    await killAgainAndAgain('PostgreSQL', {
      start: (port) => startCloudProcess({ databaseUrl, ...(port !== undefined && { port }) }),
      async left(server) {
        const opened = await openDatabase(openPostgres(postgres.asSuperuser(databaseUrl)))
        if (!opened.ok) throw new Error(opened.error.code)
        const rows = await opened.value.db
          .selectFrom('journal')
          .selectAll()
          .where('store', '=', server.store)
          .execute()
        await opened.value.close()
        return readLogs(rows)
      },
    })
  })
})

async function killAgainAndAgain(name: string, victim: Victim): Promise<void> {
  const random = createRandom(SEED)
  let server = await victim.start()
  closing.push(() => server.kill())
  const tills: DeviceStore[] = []
  for (let n = 0; n < TILLS; n += 1) tills.push(await openNodeDevice(server.origin))
  for (const till of tills) closing.push(() => till.sync.stop())
  const stop = new AbortController()
  closing.push(() => stop.abort())
  const selling = Promise.all(tills.map((till, n) => keepSelling(till, `till-${n}`, stop.signal)))
  let unheard = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = tills.map(acknowledged)
    await until(() => tills.every((till, n) => acknowledged(till) > (before[n] ?? 0)))
    await setTimeout(random.int(0, WORK_MAX_MS))
    const [busy] = tills
    if (busy !== undefined) await runAll(busy, espresso(`killed-${kill}`))
    // It is on its way, being written, or being answered.
    await setTimeout(random.int(0, IN_HAND_MAX_MS))
    await server.kill()
    // Its last words may still be on their way.
    await until(() => tills.every(({ sync }) => sync.link() === 'offline'))
    const told = tills.map(acknowledged)
    const { heads } = await victim.left(server)
    for (const [n, till] of tills.entries()) {
      const kept = heads.get(till.replica.dev) ?? 0
      expect(kept).toBeGreaterThanOrEqual(told[n] ?? 0)
      if (kept > (told[n] ?? 0)) unheard += 1
    }
    server = await victim.start(server.port)
  }
  stop.abort()
  await selling
  const sold = await Promise.all(tills.map(ownHead))
  await until(() => tills.every((till, n) => acknowledged(till) === sold[n]))
  await server.kill()
  const { heads } = await victim.left(server)
  expect(tills.map(({ replica }) => heads.get(replica.dev))).toEqual(sold)
  report(
    `${name}: ${KILLS} kills, ${sold.join(' and ')} events, none lost; ${unheard} times more was kept than told`,
  )
}

async function keepSelling(till: DeviceStore, name: string, stop: AbortSignal): Promise<void> {
  for (let n = 0; !stop.aborted; n += 1) {
    // What is done in an outage is another test's; here the server has something to write all the time it lives.
    if (till.sync.link() !== 'offline') await runAll(till, espresso(`${name}-${n}`))
    await setTimeout(PAUSE_MS)
  }
}

function acknowledged(till: DeviceStore): number {
  const { store, cloud } = till.acknowledged()
  return Math.max(store ?? 0, cloud ?? 0)
}

async function ownHead({ replica }: DeviceStore): Promise<number> {
  return (await replica.heads()).get(replica.dev)?.seq ?? 0
}
