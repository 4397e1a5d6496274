import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { OrderSheet } from './screens/order-sheet.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { leonor, marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let till: Till
let stove: Kitchen
let other: Kitchen
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  till = await Till.open(await devices.open(cafe.origin), marta)
  stove = await Kitchen.open(await devices.open(cafe.origin), tomas)
  other = await Kitchen.open(await devices.open(cafe.origin), leonor)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

/** An order with these dishes, in the kitchen. Gives its number. */
async function sendFor(table: string, ...dishes: readonly string[]): Promise<string> {
  const number = await till.openTable(table)
  await till.add(...dishes)
  await till.send()
  return number
}

describe('two screens on one station', () => {
  it('agree on every step of one order: started, undone, ready, recalled', async () => {
    await Promise.all([stove.show('Kitchen'), other.show('Kitchen')])
    const number = await sendFor('Table 1', 'House burger', 'Fries')
    await till.backToTables()
    await Promise.all([stove.ticket(number, 'pending').waitFor(), other.ticket(number, 'pending').waitFor()])
    await stove.line(number, 'House burger').getByRole('button').click()
    await other.ticket(number, 'preparing').waitFor(SYNCED)
    await stove.undo().click()
    await other.ticket(number, 'pending').waitFor(SYNCED)
    await other.start(number)
    await stove.ticket(number, 'preparing').waitFor(SYNCED)
    await stove.ready(number)
    await stove.recall(number).waitFor()
    await other.recall(number).waitFor(SYNCED)
    await other.recall(number).click()
    await stove.ticket(number, 'preparing').waitFor(SYNCED)
    await other.ready(number)
    await stove.recall(number).waitFor(SYNCED)
  })

  it('that could not see each other end where the later tap says', async () => {
    const number = await sendFor('Table 2', 'House burger')
    await till.backToTables()
    await Promise.all([stove.ticket(number).waitFor(), other.ticket(number).waitFor()])
    await devices.whileServerIsDown(cafe, async () => {
      await stove.start(number)
      await stove.ticket(number, 'preparing').waitFor()
      await other.ticket(number, 'pending').waitFor()
      await other.start(number)
      await other.ready(number)
      await other.recall(number).waitFor()
    })
    await Promise.all([stove.recall(number).waitFor(SYNCED), other.recall(number).waitFor(SYNCED)])
  })
})

describe('a ticket', () => {
  it('[TICKET5] marks what came later as new until it is touched, and says who it is for', async () => {
    const number = await sendFor('Table 3', 'House burger')
    await stove.ticket(number, 'pending').waitFor()
    await till.add('Fries')
    await till.send()
    await stove.line(number, 'Fries').getByText('NEW', { exact: true }).waitFor()
    await expect
      .poll(() => stove.line(number, 'House burger').getByText('NEW', { exact: true }).count(), SOON)
      .toBe(0)
    await stove.start(number)
    await stove.line(number, 'Fries').getByText('NEW', { exact: true }).waitFor({ state: 'hidden' })
    const sheet = new OrderSheet(till.page)
    await sheet.choose('Guest, phone and time')
    await sheet.dialog.getByRole('textbox', { name: 'Name' }).fill('Rosa')
    await sheet.button('Save').click()
    await sheet.done()
    await till.backToTables()
    await stove.ready(number)
    await stove.recall(number).waitFor()
  })
})

describe('a finger on a button', () => {
  it('gets its tap, however long it stays: no card slips away under it', async () => {
    const leaving = await sendFor('Table 7', 'Fries')
    await till.backToTables()
    const staying = await sendFor('Table 8', 'Fries')
    await till.backToTables()
    await stove.start(leaving)
    await stove.ready(leaving)
    // Held for longer than a card that is ready stays.
    await stove.page.getByRole('button', { name: `Start ${staying}` }).click({ delay: 3_500 })
    await stove.ticket(staying, 'preparing').waitFor()
    await stove.ticket(leaving).waitFor({ state: 'hidden' })
    await stove.ready(staying)
    await stove.recall(staying).waitFor()
  })
})

describe('the pass', () => {
  it('[EXPO1] [EXPO2] says which stations an order waits for, serves what is ready, and brings it back', async () => {
    const expo = await Kitchen.open(await devices.open(cafe.origin), leonor)
    await expo.show('Expo')
    const number = await sendFor('Table 4', 'House burger', 'Cola')
    await till.backToTables()
    await expo.ticket(number).getByText('Waiting for Kitchen, Bar').waitFor()
    await other.show('Bar')
    await other.start(number)
    await other.ready(number)
    await expo.ticket(number).getByText('Waiting for Kitchen', { exact: true }).waitFor(SYNCED)
    await expo.serve(number)
    await expo.line(number, 'Cola').waitFor({ state: 'hidden' })
    await stove.start(number)
    await stove.ready(number)
    await expo.ticket(number, 'ready').waitFor(SYNCED)
    await expo.serve(number)
    await expo.ticket(number).waitFor({ state: 'hidden' })
    await expo.page.reload()
    await expo.recall(number).click()
    await expo.ticket(number, 'ready').waitFor()
    await expo.page.close()
  })
})

describe('the all-day list', () => {
  it('[KITCHEN3] counts what is still to cook of each dish, over all tickets of the station', async () => {
    await stove.toggleAllDay()
    await sendFor('Table 5', 'House burger', 'Cola')
    await till.backToTables()
    const number = await sendFor('Table 6', 'House burger', 'Fries')
    await till.backToTables()
    await expect.poll(() => stove.allDay(), SOON).toEqual(['2 House burger', '1 Fries'])
    await stove.start(number)
    await stove.ready(number)
    await expect.poll(() => stove.allDay(), SOON).toEqual(['1 House burger'])
    await stove.toggleAllDay()
  })
})

describe('the kitchen’s screen', () => {
  it('is installed as an app of its own, which starts in the kitchen', async () => {
    const manifest = (page: Page) => page.locator('link[rel="manifest"]').getAttribute('href')
    await expect.poll(() => manifest(stove.page), SOON).toBe('/kitchen.webmanifest')
    await expect.poll(() => manifest(till.page), SOON).toBe('/manifest.webmanifest')
    const told = await stove.page.evaluate(() =>
      fetch('/kitchen.webmanifest').then((answer) => answer.json()),
    )
    expect(told).toMatchObject({ id: '/kitchen', start_url: '/kitchen', display: 'standalone' })
    await stove.page.getByRole('link', { name: 'Till' }).click()
    await expect.poll(() => manifest(stove.page), SOON).toBe('/manifest.webmanifest')
  })
})
