import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { expectAccessible } from './screens/accessible.ts'
import { Devices, type Device } from './screens/device.ts'
import { SOON } from './screens/patience.ts'
import { leonor, marta } from './screens/people.ts'
import { Report } from './screens/report.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let device: Device
let report: Report
/** What the guests of two orders paid: by card, and in cash. */
let card = 0
let cash = 0
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  device = await devices.open(cafe.origin)
  const till = await Till.open(device, marta)
  card = await sell(till, ['Cola', 'Croissant'], 'card')
  cash = await sell(till, ['Cola'], 'cash')
  await till.safety.waitUntilInStore()
  report = await Report.open(device, leonor)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

async function sell(till: Till, dishes: readonly string[], method: 'cash' | 'card'): Promise<number> {
  await till.newTakeaway()
  await till.add(...dishes)
  const amount = await till.goToPay()
  await (method === 'card' ? till.payByCard() : till.payExact())
  await till.backToTables()
  return amount
}

describe('the reports', () => {
  it('[REPORT3] tell a month as the sum of its days', async () => {
    const day = await report.figures()
    expect(day).toMatchObject({ orders: 2, gross: card + cash })
    await report.choose('Month')
    await expect.poll(async () => (await report.rows('Sales by day')).size, SOON).toBe(1)
    expect(await report.figures()).toEqual(day)
    expect((await report.rows('Items sold')).get('Cola')?.[0]).toBe('2')
  })

  it('[REPORT10] lead from a figure to its orders, whose parts are the figure', async () => {
    const colas = await report.ordersBehind('Items sold', 'Cola')
    expect([...colas.values()]).toEqual([250, 250])
    const cards = await report.ordersBehind('Payments by method', 'Card')
    expect([...cards.values()]).toEqual([card])
  })

  it('[REPORT9] save a table as a file with plain figures', async () => {
    const { name, text } = await report.csv('Items sold')
    expect(name).toMatch(/^items \d{4}-\d\d-01 \d{4}-\d\d-\d\d\.csv$/)
    expect(text).toContain('\uFEFFItem,Category,Sold,Amount\r\n')
    expect(text).toContain('Cola,Tea & cold drinks,2,5.00\r\n')
  })

  it('[REPORT7] say which days this device has, and get the others from the server for a PIN', async () => {
    await report.choose('Dates')
    const today = await report.page.getByLabel('Last day').inputValue()
    await report.range(`${Number(today.slice(0, 4)) - 1}-12-01`, today)
    await report.page.getByText(/^This device has the days from/).waitFor()
    await report.askServer(leonor.pin)
    await report.page.getByText(/^This device has the days from/).waitFor({ state: 'detached' })
    expect(await report.figures()).toMatchObject({ orders: 2, gross: card + cash })
    // The figures are the server's, and so are the orders behind them. [REPORT10]
    const asked = device.profile.context.waitForEvent('response', (response) =>
      response.url().includes('/api/reports/orders?'),
    )
    const colas = await report.ordersBehind('Items sold', 'Cola')
    expect([...colas.values()]).toEqual([250, 250])
    expect((await asked).status()).toBe(200)
  })

  it('axe finds nothing to mend, light and dark', async () => {
    await report.choose('Month')
    await report.page.getByRole('table', { name: 'Sales by day' }).waitFor()
    await expectAccessible(report.page)
  })
})
