import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices, type Device } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { SOON, SYNCED } from './screens/patience.ts'
import { leonor, marta, tomas } from './screens/people.ts'
import { Report } from './screens/report.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
let bar: Device
let terrace: Device
let till: Till
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
  bar = await devices.open(cafe.origin)
  terrace = await devices.open(cafe.origin)
  till = await Till.open(bar, marta)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

describe('the server is down', () => {
  it('and the till opens from its own cache, sells on, and everything arrives exactly once', async () => {
    await sell(till, 'Table 1', 'Espresso')
    const kitchen = await Kitchen.open(terrace, tomas)
    const report = await Report.open(terrace, leonor)
    const before = await report.figures()
    await serviceWorkerOf(till)
    await till.safety.waitUntilInStore()
    const numbers: string[] = []
    let due = 0

    await devices.whileServerIsDown(cafe, async () => {
      await expect(fetch(cafe.origin)).rejects.toThrow()
      await till.page.reload()
      await till.floor.waitFor()
      await till.safety.waitUntilOffline()
      let waiting = await till.safety.onlyHere()
      for (const table of ['Table 2', 'Table 3', 'Table 4']) {
        const sale = await sell(till, table, 'House burger')
        numbers.push(sale.number)
        due += sale.due
        await expect.poll(() => till.safety.onlyHere(), SOON).toBeGreaterThan(waiting)
        waiting = await till.safety.onlyHere()
      }
      const details = await till.safety.details()
      const counted = async () => `${await till.safety.onlyHere()} changes on their way`
      await expect.poll(async () => (await details.innerText()).includes(await counted()), SOON).toBe(true)
      await details.getByText('No connection to the store. Go on working').waitFor()
      await till.page.keyboard.press('Escape')
      for (const number of numbers) await expect.poll(() => kitchen.ticket(number).count(), SOON).toBe(0)
    })

    expect(new Set(numbers).size).toBe(3)
    expect(await till.safety.onlyHere()).toBe(0)
    for (const number of numbers) {
      await kitchen.ticket(number).waitFor(SYNCED)
      await expect.poll(() => kitchen.ticket(number).count(), SOON).toBe(1)
      await expect.poll(() => report.order(number).innerText(), SYNCED).toContain('Paid')
      await expect.poll(() => report.order(number).count(), SOON).toBe(1)
    }
    await expect.poll(async () => (await report.figures()).orders, SYNCED).toBe(before.orders + 3)
    expect((await report.figures()).gross - before.gross).toBe(due)
    expect((await report.rows('Items sold')).get('House burger')?.[0]).toBe('3')
    for (const number of numbers) {
      await expect.poll(() => receiptsOf(number), SYNCED).toBe(1)
    }
    await kitchen.page.close()
    await report.page.close()
  })

  it('and two tills take the money for one table: both payments are kept and a person is asked to look', async () => {
    const other = await Till.open(terrace, tomas)
    const number = await till.openTable('Table 5')
    await till.add('Espresso', 'Croissant')
    await till.send()
    await expect.poll(() => other.table('Table 5').innerText(), SOON).toContain('Sent')
    expect(await other.openTable('Table 5')).toBe(number)
    await other.line('Croissant').waitFor()
    await Promise.all([till.safety.waitUntilInStore(), other.safety.waitUntilInStore()])

    let due = 0
    await devices.whileServerIsDown(cafe, async () => {
      due = await till.goToPay()
      await till.payExact()
      await other.goToPay()
      await other.payByCard()
    })

    await till.page.getByText('Needs review').first().waitFor(SYNCED)
    await other.page.getByText('Needs review').first().waitFor(SYNCED)
    await till.backToTables()
    expect(await paymentsIn(cafe, number)).toEqual([
      { method: 'card', amount: due, status: 'taken' },
      { method: 'cash', amount: due, status: 'taken' },
    ])
    const report = await Report.open(terrace, leonor)
    await report.showOnlyReviews()
    const row = report.order(number)
    await row.waitFor()
    await expect.poll(() => row.count(), SOON).toBe(1)
    await expect.poll(() => row.innerText(), SOON).toContain('Needs review')
    await expect.poll(() => row.innerText(), SOON).toContain('compare the payments')
  })
})

async function sell(on: Till, table: string, dish: string): Promise<{ number: string; due: number }> {
  const number = await on.openTable(table)
  await on.add(dish)
  await on.send()
  const due = await on.goToPay()
  await on.payExact()
  await on.backToTables()
  return { number, due }
}

/** Resolves once the page is served by its service worker. */
async function serviceWorkerOf({ page }: Till): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
}

function receiptsOf(number: string): number {
  return cafe.printer.tickets().filter(({ text }) => text.includes(`Order ${number} `)).length
}

/** What the store itself has written down. */
async function paymentsIn({ server }: Cafe, number: string): Promise<readonly unknown[]> {
  return server()
    .hub.replica.db.selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.order_id')
    .where('orders.number', '=', number)
    .select(['payments.method', 'payments.amount', 'payments.status'])
    .orderBy('payments.method')
    .execute()
}
