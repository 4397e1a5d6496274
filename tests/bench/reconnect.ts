import { rmSync } from 'node:fs'
import { readHeads } from '#database/journal.ts'
import type { Command } from '#domain/command/command.ts'
import { nativeKeys } from '#server/auth/native-keys.ts'
import { openDeviceKeys } from '#sync/device-keys.ts'
import { createReplica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { startStoreProcess } from '../support/killable-hub.ts'
import { serveOrder } from './feed.ts'
import { pairDevice, soon, switchOn, type PairedDevice } from './node-device.ts'
import { targetRow, type Measured } from './rows.ts'
import { pause } from './station.ts'
import { percentile, rounded } from './stats.ts'

const EVENTS = 2_000
const AWAY_MS = 8 * 3_600_000
const BETWEEN_COMMANDS_MS = 30_000
const ROUNDS = 3
const TARGET_S = 2
const MS_A_SECOND = 1_000
/** Within five seconds a device writes down how far it was acknowledged; then its database may be closed. */
const SETTLED_MS = 6_000
const MARTA = { id: 'user-marta', role: 'waiter' } as const

/**
 * A device that worked alone for eight hours comes back to a hub where another worked, too. Timed from the moment its
 * program opens until the hub has acknowledged all of its own and it holds all of the other's, both on their disks.
 */
export async function measureReconnect(): Promise<Measured> {
  const hub = await startStoreProcess({})
  const away = await pairDevice(hub.origin, 'Away')
  const other = await pairDevice(hub.origin, 'Other')
  const took: number[] = []
  try {
    await meetFirst(away)
    await meetFirst(other)
    for (let round = 0; round < ROUNDS; round += 1) {
      await workAlone(away)
      await workAlone(other)
      await meet(other, other)
      took.push((await meet(away, other)) / MS_A_SECOND)
    }
  } finally {
    await hub.kill()
    await pause(SETTLED_MS)
    await away.database.close()
    await other.database.close()
    rmSync(hub.dataDir, { recursive: true, force: true })
  }
  const name = `Back after 8 h with ${EVENTS} events, ${EVENTS} missed: both sides have all`
  const [median, worst] = [percentile(took, 0.5), percentile(took, 1)]
  return {
    rows: [
      targetRow(`${name}, median of ${ROUNDS}`, 's', median, TARGET_S),
      targetRow(`${name}, slowest`, 's', worst, TARGET_S),
    ],
    checks: [
      {
        says: `Reconnect, slowest of ${ROUNDS}: ${rounded(worst)} s, at most ${TARGET_S} s`,
        holds: worst <= TARGET_S,
      },
    ],
  }
}

/** Orders at the device's own pace since eight hours ago, with nobody to tell. */
async function workAlone({ database, identity }: PairedDevice): Promise<void> {
  const { store, dev, server } = identity
  let now = Date.now() - AWAY_MS
  const replica = createReplica({
    store,
    dev,
    database,
    clock: { wall: () => now, offset: () => 0 },
    recordAuthor: server,
    signing: await openDeviceKeys(database, nativeKeys),
  })
  let written = 0
  const run = async (command: Command): Promise<void> => {
    now += BETWEEN_COMMANDS_MS
    const done = await runCommand(replica, { id: crypto.randomUUID(), actor: MARTA, command, now })
    if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
    written += done.value.length
  }
  for (let n = 0; written < EVENTS; n += 1) await serveOrder(replica, n, run)
}

/** Takes the café in. */
async function meetFirst(paired: PairedDevice): Promise<void> {
  const device = await switchOn(paired)
  await soon(() => device.sync.link() !== 'offline')
  device.sync.stop()
}

/** Milliseconds from opening until the hub has all of the device, and the device all that `other` wrote. */
async function meet(paired: PairedDevice, other: PairedDevice): Promise<number> {
  const own = await written(paired, paired.identity.dev)
  const theirs = await written(other, other.identity.dev)
  const startedAt = performance.now()
  const device = await switchOn(paired)
  await soon(
    async () => device.acknowledged().store === own && (await written(paired, other.identity.dev)) === theirs,
  )
  const took = performance.now() - startedAt
  device.sync.stop()
  return took
}

async function written({ database, identity }: PairedDevice, dev: string): Promise<number> {
  return (await readHeads(database.db, identity.store)).get(dev)?.seq ?? 0
}
