import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '#database/open.ts'
import { readDeviceId, type Identity } from '#device/identity.ts'
import { askToPair } from '#device/pair.ts'
import { openDeviceStore, type DeviceStore } from '#device/store.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { pause } from './station.ts'

const PATIENCE_MS = 120_000

/** A device that was taken in by a store, but has nothing of it yet. Its data lies on the disk, as a tablet's does. */
export interface PairedDevice {
  readonly database: Database
  readonly identity: Identity
  readonly origin: string
}

export async function pairDevice(origin: string, name: string): Promise<PairedDevice> {
  const file = join(mkdtempSync(join(tmpdir(), 'comanda-bench-device-')), 'device.db')
  const database = await openDatabase(openSqlite(file))
  if (!database.ok) throw new Error(database.error.code)
  const dev = await readDeviceId(database.value)
  const paired = await askToPair(origin, { dev, name, code: null })
  if (!paired.ok) throw new Error(paired.error.code)
  const { store, token, server } = paired.value
  return { database: database.value, identity: { dev, name, store, token, server }, origin }
}

/** The device's own program, outside a browser. */
export function switchOn({ database, identity, origin }: PairedDevice): Promise<DeviceStore> {
  const quiet = (): void => {}
  return openDeviceStore(database, identity, origin, {
    onEvents: quiet,
    onStatus: quiet,
    onKitchen: quiet,
    onKitchenLost: quiet,
    onRenewed: quiet,
  })
}

export async function soon(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('assertion failed: it took too long')
    await pause(5)
  }
}
