import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { sellBefore } from '../support/past-months.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { leonor } from './screens/people.ts'
import { Report } from './screens/report.ts'

/** So that a new device takes a part of it: [SNAP1]. */
const ORDERS = 1_000
const FIRST_DAYS_AGO = 30
const A_DAY = 40

let cafe: Cafe
let device: Device
let report: Report
const devices = new Devices()

const daysAgo = (n: number): number => FIRST_DAYS_AGO + Math.floor(n / A_DAY)
const dateOf = (days: number): string =>
  new Date(Date.now() - days * 24 * 3_600_000).toISOString().slice(0, 10)

beforeAll(async () => {
  cafe = await openCafe({ printing: false })
  const sales = Array.from({ length: ORDERS }, (_, n) => ({ orderId: `old-${n}`, daysAgo: daysAgo(n) }))
  await sellBefore(cafe.server(), sales.toReversed())
  device = await devices.open(cafe.origin)
  report = await Report.open(device, leonor)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('on a new device in a store with months behind it', () => {
  it('[REPORT7] [REPORT10] the server tells an old day, and the orders behind its figures', async () => {
    await report.choose('Dates')
    await report.range(dateOf(FIRST_DAYS_AGO + 1), dateOf(FIRST_DAYS_AGO))
    await report.askServer(leonor.pin)
    await expect
      .poll(() => report.figures(), SOON)
      .toMatchObject({ orders: 2 * A_DAY, gross: 2 * A_DAY * 250 })
    const colas = await report.ordersBehind('Items sold', 'Cola')
    expect([...colas.values()].every((part) => part === 250)).toBe(true)
    expect(colas.size).toBe(25)
  })

  it('[STOCK12] the server tells what counts of days found that this device does not hold', async () => {
    const { page } = report
    await page.goto(`${cafe.origin}/stock`)
    await page.getByRole('button', { name: 'Variance', exact: true }).click()
    const sheet = page.getByRole('dialog', { name: 'Variance', exact: true })
    await sheet.getByText('This device does not hold every day').waitFor()
    await expectAccessible(page)
    await sheet.getByRole('button', { name: 'Ask the server' }).click()
    const pin = page
      .getByRole('dialog')
      .filter({ has: page.getByRole('button', { name: 'Go on', exact: true }) })
    await pin.getByRole('button', { name: '1', exact: true }).waitFor()
    await page.keyboard.type(leonor.pin)
    await pin.getByRole('button', { name: 'Go on', exact: true }).click()
    await sheet
      .getByRole('listitem')
      .filter({ hasText: 'Avocados' })
      .getByText('Found 39, expected 40')
      .waitFor()
    await expect.poll(() => sheet.getByRole('button', { name: 'Ask the server' }).count(), SOON).toBe(0)
  })

  it('[SNAP5] an old order is fetched when somebody opens it', async () => {
    const { page } = report
    await page.goto(`${cafe.origin}/history/old-0`)
    const order = page.getByRole('article', { name: /^Order / })
    await order.getByText('Cola').first().waitFor()
    await order.getByRole('heading', { name: 'What happened' }).waitFor()
  })

  it('[SNAP5] one that nobody has is said to be nowhere, and one that cannot be fetched yet, when it comes', async () => {
    const { page } = report
    await page.goto(`${cafe.origin}/history/no-such-order`)
    await page.getByText('If another device opened it').waitFor()
    await cafe.stopServer()
    await page.goto(`${cafe.origin}/history/old-1`)
    await page.getByText('comes as soon as the server answers').waitFor()
    await cafe.startServer()
    await page.getByRole('article', { name: /^Order / }).waitFor()
  })
})
