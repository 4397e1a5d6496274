import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { report } from '../support/prove.ts'
import { openStoreFile } from '../support/store-file.ts'
import { Device } from './screens/device.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'
import { SOON } from './screens/patience.ts'

let server: KillableServer
let device: Device
let till: Till

beforeAll(async () => {
  server = await startStoreProcess()
  device = await Device.open(server.origin)
  till = await Till.open(device, marta)
})

afterAll(async () => {
  await device.close()
  await server.kill()
})

// What the best open till failed at: a dead server behind a network that is up.
describe("the store's server is killed while the network stays up", () => {
  it('[SYNC10] [SYNC14] [PAIR6] an order is paid, the till reloaded and left, and five seconds after its return the server has it', async () => {
    const held = await till.openTable('Table 3')
    await till.add('Espresso')
    await till.send()
    await till.backToTables()
    await till.page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
    await till.safety.waitUntilInStore()

    device.expectOutage(true)
    await server.kill()
    const { number, due } = await sell('Table 2')
    const waiting = await till.safety.settledOnlyHere()

    await till.page.reload()
    await till.floor.waitFor()
    // What was acknowledged in the last seconds before may be counted again, never too little.
    const waitingStill = await till.safety.settledOnlyHere()
    expect(waitingStill).toBeGreaterThanOrEqual(waiting)
    await till.logOut(marta)
    await till.login.as(marta)
    expect(await till.safety.onlyHere()).toBe(waitingStill)
    expect(await till.openTable('Table 3')).toBe(held)
    await till.line('Espresso').waitFor()

    // From here on nobody touches anything. By now the till asks as seldom as it ever does.
    server = await startStoreProcess(server)
    const returned = performance.now()
    await expect.poll(() => paymentsOf(number), { timeout: 15_000, interval: 20 }).toEqual([due])
    const took = performance.now() - returned
    report(`in the store ${Math.round(took)} ms after the server's return`)
    expect(took).toBeLessThan(5_000)
    await device.reconnected()
    expect(paymentsOf(number)).toEqual([due])
    expect(device.takeProblems()).toEqual([])
    await till.backToTables()
  })

  it('[PAIR6] and another store answers in its place: what the till had is kept, told, and comes back with the old one', async () => {
    const old = server
    device.expectOutage(true)
    await old.kill()
    const { number, due } = await sell('Table 4')
    const waiting = await till.safety.settledOnlyHere()

    server = await startStoreProcess({ port: old.port })
    await joinAgain()
    expect(await till.safety.settledOnlyHere()).toBeGreaterThanOrEqual(waiting)
    const leftBehind = (await till.safety.details()).getByText(/^\d+ changes of the store before/)
    expect(parseInt(await leftBehind.innerText(), 10)).toBeGreaterThanOrEqual(waiting)
    await till.page.keyboard.press('Escape')
    await server.kill()

    server = await startStoreProcess(old)
    await joinAgain()
    await expect.poll(() => paymentsOf(number), { timeout: 15_000, interval: 50 }).toEqual([due])
    await till.safety.waitUntilInStore()
    await till.safety.details()
    await expect.poll(() => leftBehind.count(), SOON).toBe(0)
    // A server that does not know this till says so.
    expect(device.takeProblems().filter((problem) => !problem.includes('401 (Unauthorized)'))).toEqual([])
  })
})

async function sell(table: string): Promise<{ number: string; due: number }> {
  const number = await till.openTable(table)
  await till.add('House burger')
  const due = await till.goToPay()
  await till.payExact()
  await till.backToTables()
  return { number, due }
}

/** At a server that does not know this till: joins, and logs in to whatever store that is. */
async function joinAgain(): Promise<void> {
  const join = till.page.getByRole('button', { name: 'Join the store again' })
  await till.safety.details()
  await join.waitFor({ timeout: 20_000 })
  await join.click()
  await till.login.title.waitFor()
  await till.login.as(marta)
  await till.floor.waitFor()
}

/** What the store itself has written down. */
function paymentsOf(orderNumber: string): readonly number[] {
  const file = openStoreFile(server.dataDir)
  const payments = file.payments(orderNumber)
  file.close()
  return payments
}
