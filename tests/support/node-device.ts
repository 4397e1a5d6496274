import { expect, vi } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { readDeviceId, type Identity } from '../../src/device/identity.ts'
import { askToPair } from '../../src/device/pair.ts'
import { openDeviceStore, type DeviceStore } from '../../src/device/store.ts'
import type { Command } from '../../src/domain/command/command.ts'
import type { ByteLine } from '../../src/spool/byte-line.ts'
import { openSqlite } from '../../src/server/database/sqlite.ts'

const MARTA = { id: 'user-marta', name: 'Marta', role: 'waiter' as const }

/**
 * The device's own code, outside a browser: everything but the WASM database. Stop its sync when done. It pairs at one
 * server, and may sync with another of the store. `openPrinter`: the way to the printer that hangs on it.
 */
export async function openNodeDevice(
  pairAt: string,
  origin = pairAt,
  openPrinter?: () => ByteLine,
): Promise<DeviceStore> {
  const database = await openDatabase(openSqlite(':memory:'))
  if (!database.ok) throw new Error(database.error.code)
  const dev = await readDeviceId(database.value)
  const paired = await askToPair(pairAt, { dev, name: 'Till', code: null })
  if (!paired.ok) throw new Error(paired.error.code)
  const identity: Identity = {
    dev,
    name: 'Till',
    store: paired.value.store,
    token: paired.value.token,
    server: paired.value.server,
  }
  const device = await openDeviceStore(database.value, identity, origin, {
    onEvents: () => {},
    onStatus: () => {},
    onKitchen: () => {},
    onKitchenLost: () => {},
    onRenewed: () => {},
    ...(openPrinter === undefined ? {} : { openPrinter }),
  })
  await vi.waitUntil(
    async () => (await device.replica.heads()).size > 0 && device.sync.link() !== 'offline',
    { timeout: 15_000, interval: 20 },
  )
  return device
}

export const LEONOR = { id: 'user-leonor', name: 'Leonor', role: 'manager' as const }

/** Marta, or `by`, does these one after the other, and none is refused. */
export async function runAll(
  device: DeviceStore,
  commands: readonly Command[],
  by: typeof MARTA | typeof LEONOR = MARTA,
): Promise<void> {
  for (const command of commands) {
    expect(await device.run(by, crypto.randomUUID(), command)).toMatchObject({ ok: true })
  }
}

/** An espresso to take away, sent. */
export function espresso(orderId: string): readonly Command[] {
  return [
    { type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 },
    { type: 'add_item', orderId, itemId: `${orderId}-item`, menuItemId: 'menu-espresso', qty: 1, note: '' },
    { type: 'send_order', orderId },
  ]
}
