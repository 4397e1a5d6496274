import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { report } from '../support/prove.ts'
import { openStoreFile, type StoreFile } from '../support/store-file.ts'
import { Device } from './screens/device.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

const SEED = 4
const RECOVERY_MAX_MS = 10_000

let server: KillableServer
let file: StoreFile
let proxy: FaultProxy
let device: Device

beforeAll(async () => {
  server = await startStoreProcess()
  file = openStoreFile(server.dataDir)
  proxy = await openFaultProxy(server.port, SEED)
  device = await Device.open(proxy.origin)
})

afterAll(async () => {
  await device.close()
  await proxy.close()
  file.close()
  await server.kill()
})

it('[SYNC22] a till on a line that drops, cuts, repeats and hangs sells on, and ten seconds after it heals the store has each sale once', async () => {
  const till = await Till.open(device, marta)
  await till.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await till.safety.waitUntilInStore()
  device.expectOutage(true)
  proxy.trouble()
  const numbers: string[] = []
  for (let n = 0; n < 3; n += 1) {
    numbers.push(await till.newTakeaway())
    await till.add('Espresso')
    await till.goToPay()
    await till.payExact()
    await till.backToTables()
  }
  // All at once, and nobody is told.
  proxy.hang()
  proxy.heal()
  const healed = performance.now()
  const paid = () => numbers.map((number) => file.payments(number).length)
  await expect.poll(paid, { timeout: 40_000, interval: 50 }).toEqual([1, 1, 1])
  const took = Math.round(performance.now() - healed)
  report(`in the store ${took} ms after the line healed; ${JSON.stringify([...proxy.seen])}`)
  expect(took).toBeLessThan(RECOVERY_MAX_MS)
  await device.reconnected()
  expect(paid()).toEqual([1, 1, 1])
  expect(file.setAside()).toBe(0)
  expect(device.takeProblems()).toEqual([])
})
