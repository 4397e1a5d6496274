import { rmSync } from 'node:fs'
import type { DeviceStore } from '#device/store.ts'
import type { Command } from '#domain/command/command.ts'
import { startStoreProcess } from '../support/killable-hub.ts'
import { makeAgedStore } from './aged-store.ts'
import { openCountingProxy } from './counting-proxy.ts'
import { pairDevice, soon, switchOn } from './node-device.ts'
import { targetRow, type Measured, type Row } from './rows.ts'

const PAST_ORDERS = Number(process.env['BENCH_PAST_ORDERS'] ?? 200_000)
const ORDERS_A_DAY = 180
const TARGET_MS = 3_000
const TARGET_MB = 2
const BYTES_A_MB = 1_000_000
const MARTA = { id: 'user-marta', name: 'Marta', role: 'waiter' as const }

/** A device nobody has seen before, in a store with years behind it: until its first order is sent, and until it has all. */
export async function measureNewDevice(): Promise<Measured> {
  const aged = await makeAgedStore(PAST_ORDERS, ORDERS_A_DAY)
  const server = await startStoreProcess({ dataDir: aged.dataDir })
  const proxy = await openCountingProxy(server.origin)
  const startedAt = performance.now()
  const device = await switchOn(await pairDevice(proxy.origin, 'New'))
  for (const command of espresso()) await insist(device, command)
  const own = (await device.replica.heads()).get(device.identity.dev)?.seq ?? 0
  const firstMs = performance.now() - startedAt
  const firstMb = proxy.bytes() / BYTES_A_MB
  await soon(() => device.acknowledged().store === own && !device.history.isComing())
  const allMs = performance.now() - startedAt
  const allMb = proxy.bytes() / BYTES_A_MB
  device.sync.stop()
  await server.kill()
  await proxy.close()
  rmSync(aged.dataDir, { recursive: true, force: true })
  const store = `New device, ${PAST_ORDERS.toLocaleString('en')} past orders (${aged.events.toLocaleString('en')} events)`
  const rows: readonly Row[] = [
    targetRow(`${store}: first order sent`, 'ms', firstMs, TARGET_MS),
    targetRow(`${store}: bytes until then`, 'MB', firstMb, TARGET_MB),
    targetRow(`${store}: last seven days there`, 'ms', allMs, TARGET_MS),
    targetRow(`${store}: bytes until then, all`, 'MB', allMb, TARGET_MB),
  ]
  const checks = [
    {
      says: `a first order ${Math.round(firstMs)} ms after pairing, at most ${TARGET_MS} ms`,
      holds: firstMs <= TARGET_MS,
    },
    { says: `with ${firstMb.toFixed(2)} MB, at most ${TARGET_MB} MB`, holds: firstMb <= TARGET_MB },
  ]
  return { rows, checks }
}

/** As somebody taps who sees that the menu is there. */
async function insist(device: DeviceStore, command: Command): Promise<void> {
  await soon(async () => {
    if (!device.history.hasToday()) return false
    return (await device.run(MARTA, crypto.randomUUID(), command)).ok
  })
}

function espresso(): readonly Command[] {
  const orderId = crypto.randomUUID()
  return [
    { type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 },
    { type: 'add_item', orderId, itemId: crypto.randomUUID(), menuItemId: 'menu-espresso', qty: 1, note: '' },
    { type: 'send_order', orderId },
  ]
}
