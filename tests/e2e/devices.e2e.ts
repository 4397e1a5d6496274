import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isKeyedId } from '../../src/sync/signing.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { DevicesPage } from './screens/devices-page.ts'
import { leonor, marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let desk: Device
let phone: Device
let till: Till
let page: DevicesPage
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  phone = await devices.open(cafe.origin)
  till = await Till.open(phone, marta)
  desk = await devices.open(cafe.origin)
  page = await DevicesPage.open(desk, leonor)
})

// What the server refuses a revoked device, Chromium writes down.
const isRefusal = (text: string): boolean => /\/api\/|WebSocket/.test(text)
afterEach(() => {
  for (const device of [desk, phone])
    expect(device.takeProblems().filter((text) => !isRefusal(text))).toEqual([])
})

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the page of devices', () => {
  it('[DEVICE1] [DEVICE3] lists who is here, and renames one', async () => {
    await page.row('Till (B)').getByText('This device').waitFor()
    await page.row('Till (A)').getByText('Here now').waitFor()
    await expectAccessible(page.page)
    await page.openDevice('Till (A)')
    await page.dialog().getByText('Right within a second').waitFor()
    await page.dialog().getByText('Nothing missing here').waitFor()
    await page.dialog().getByLabel('Name of this device').fill('Marta’s phone')
    await page.press('Save name')
    await page.typePin(leonor)
    await page.dialog().getByText('It is called Marta’s phone now').waitFor()
    await expectAccessible(page.page)
    await page.press('Close')
    await page.row('Marta’s phone (A)').waitFor()
  })

  it('[PAIR1] shows a code to scan, and who joined by it', async () => {
    await page.button('Add a device').click()
    await page.press('Make a code')
    const code = await page.code()
    await page.dialog().getByRole('img', { name: 'QR code of the pairing address' }).waitFor()
    await expectAccessible(page.page)
    const dev = `dev-${crypto.randomUUID()}`
    await fetch(`${cafe.origin}/api/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ dev, name: 'Terrace', code }),
    })
    await page.dialog().getByText('Terrace (C) has joined').waitFor()
    await page.press('Close')
  })

  it('[SIGN1] [SIGN2] signs what it writes, with a key that its id is made of', async () => {
    const { db } = cafe.server().hub.replica
    const { id } = await db
      .selectFrom('devices')
      .select('id')
      .where('name', '=', 'Marta’s phone')
      .executeTakeFirstOrThrow()
    await till.page.bringToFront()
    await till.newTakeaway()
    await till.add('Espresso')
    // What the kitchen waits for goes up at once.
    await till.send()
    await till.backToTables()
    const written = () => db.selectFrom('journal').selectAll().where('dev', '=', id).execute()
    // What a server has of a keyed id was checked: anything else is set aside.
    await vi.waitUntil(async () => (await written()).length > 1, { timeout: 15_000, interval: 50 })
    expect(isKeyedId(id)).toBe(true)
    for (const { txn_i, txn_n, sig } of await written()) expect(sig !== null).toBe(txn_i === txn_n - 1)
    await page.page.bringToFront()
  })

  it('[DEVICE2] revokes one, having said what comes of it, and the device says so itself', async () => {
    await page.openDevice('Marta’s phone (A)')
    await page.press('Revoke this device')
    await page.dialog().getByText('What it has already sent stays.').waitFor()
    await expectAccessible(page.page)
    await page.press('Revoke it')
    await page.row('Marta’s phone (A)').getByText('Revoked').waitFor()
    await till.page.bringToFront()
    await till.newTakeaway()
    await till.add('Espresso')
    await till.backToTables()
    const details = await till.safety.details()
    await details.getByText('The server does not know this device.').waitFor({ timeout: 15_000 })
  })

  it('[QUARANTINE1] [QUARANTINE3] shows what was set aside with the reason in words, and dismisses it', async () => {
    const { hub } = cafe.server()
    await hub.replica.ingest([{ odd: '<b>ação</b>' }], Date.now())
    await page.page.bringToFront()
    await page.button('Set aside').click()
    await page.button('Show what was set aside').click()
    await page.page.getByText('It is no change in a form that is known here.').waitFor()
    await page.page.getByText('As it came').click()
    await page.page.getByText('{"odd":"<b>ação</b>"}').waitFor()
    await expectAccessible(page.page)
    await page.button('Try it again').click()
    await page.page.getByText('This still makes no sense here.').waitFor()
    await page.button('Dismiss').click()
    await page.page.getByText('Nothing is set aside').waitFor()
    await page.page.getByLabel('Settled ones, too').click()
    await page.page.getByText(/^Dismissed by Leonor/).waitFor()
  })
})
