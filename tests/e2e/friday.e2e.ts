import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../simulation/random.ts'
import { House } from './friday/house.ts'
import { KitchenHand } from './friday/kitchen-hand.ts'
import { planService, type PlannedOrder } from './friday/plan.ts'
import { sumsOf } from './friday/sums.ts'
import { Waiter } from './friday/waiter.ts'
import { Device, Devices } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { cents } from './screens/money.ts'
import { SYNCED } from './screens/patience.ts'
import { joaquim, leonor, marta, tomas } from './screens/people.ts'
import { Report } from './screens/report.ts'
import { Shifts } from './screens/shifts.ts'
import { Till } from './screens/till.ts'

// Twenty orders in every test run; FRIDAY_ORDERS=120 for the whole evening.
const ORDERS = Number(process.env['FRIDAY_ORDERS'] ?? 20)
const SEED = Number(process.env['FRIDAY_SEED'] ?? 5)
const FLOAT = 15_000
const PHONE = { width: 390, height: 844 }
const TABLES = ['1', '2', '3', '4', '5', '6', '7', '8', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'].map(
  (name) => `Table ${name}`,
)

const plan = planService(createRandom(SEED), ORDERS, TABLES)
const served: string[] = []
const devices = new Devices()
let house: House
let boss: Shifts
let phone: Waiter
let tablet: Waiter
let tabletDevice: Device
let stove: KitchenHand
let bar: KitchenHand

beforeAll(async () => {
  house = await House.open()
  boss = await Shifts.open(await devices.open(house.origin), leonor)
  phone = new Waiter(await Till.open(await devices.open(house.origin, PHONE), marta))
  tabletDevice = await Device.open(house.origin)
  tablet = new Waiter(await Till.open(tabletDevice, tomas))
  stove = new KitchenHand(await station('Kitchen'), 'kitchen')
  bar = new KitchenHand(await station('Bar'), 'bar')
})

afterAll(async () => {
  await devices.close()
  await tabletDevice.close()
  await house.close()
})

async function station(name: string): Promise<Kitchen> {
  const kitchen = await Kitchen.open(await devices.open(house.origin), joaquim)
  await kitchen.show(name)
  return kitchen
}

/** A part of the evening: the two waiters work side by side. */
async function serve(from: number, to: number): Promise<void> {
  const part = plan.slice(Math.floor(from * ORDERS), Math.floor(to * ORDERS))
  await Promise.all([work(phone, part, 0), work(tablet, part, 1)])
}

async function work(waiter: Waiter, part: readonly PlannedOrder[], turn: number): Promise<void> {
  for (const order of part.filter(({ nth }) => nth % 2 === turn)) {
    await waiter.serve(order, (number) => {
      served.push(number)
      for (const hand of [stove, bar]) hand.take({ number, order })
    })
  }
}

describe(`a Friday of ${ORDERS} orders`, () => {
  it('begins with a float', async () => {
    await boss.openDrawer(FLOAT)
  })

  it('goes on as on any day', () => serve(0, 0.3))

  it('goes on while the cloud is away, and while the hub is dead', async () => {
    await house.cloud.stopServer()
    await serve(0.3, 0.5)
    for (const device of [devices, tabletDevice]) device.expectOutage(true)
    await house.killHub(() => serve(0.5, 0.6))
    await devices.reconnected()
    await tabletDevice.reconnected()
    await serve(0.6, 0.7)
    await house.cloud.startServer()
  })

  it('goes on with a tablet that was wiped, and without paper', async () => {
    await tablet.till.safety.waitUntilInStore()
    expect(tabletDevice.takeProblems()).toEqual([])
    await tabletDevice.close()
    await house.printer.setFaults({ paperOut: true })
    tabletDevice = await Device.open(house.origin)
    tablet = new Waiter(await Till.open(tabletDevice, tomas))
    await serve(0.7, 0.9)
    await house.printer.setFaults({ paperOut: false })
    await serve(0.9, 1)
  })

  it('had every line on a kitchen screen, and every ticket on paper', async () => {
    await Promise.all([stove.done(), bar.done()])
    const lines = plan.flatMap((order) => order.lines)
    expect(stove.seen + bar.seen).toBe(lines.length)
    expect(served.length).toBe(ORDERS)
    const missing = (): readonly string[] =>
      served.filter((number) => !house.printer.tickets().some(({ text }) => text.includes(`Order ${number}`)))
    await expect.poll(missing, { timeout: 60_000, interval: 200 }).toEqual([])
  })

  it('ends with a Z, a report and a cloud that agree with a pencil, to the cent', async () => {
    const sums = sumsOf(plan)
    await expect
      .poll(() => house.inCloud(), { timeout: 60_000, interval: 200 })
      .toEqual({
        orders: sums.orders,
        gross: sums.gross,
      })
    await expectReport()
    await boss.count({ '€50.00': FLOAT / 5_000 })
    await boss.page.getByRole('button', { name: 'Close the drawer' }).click()
    await boss.page.getByText(/^Closed at/).waitFor()
    await boss.goTo('Day')
    await boss.closeDay()
    const z = boss.sheet(/^Z report/)
    expect(Number(await boss.text(z, 'Orders'))).toBe(sums.orders)
    expect(await boss.amount(z, 'Sales with tax')).toBe(sums.gross)
    expect(await boss.amount(z, 'Tax')).toBe(sums.tax)
  })

  it('left no error on any screen', () => {
    devices.expectNoProblems()
    expect(tabletDevice.takeProblems()).toEqual([])
  })
})

async function expectReport(): Promise<void> {
  const sums = sumsOf(plan)
  const report = await Report.open(await devices.open(house.origin), joaquim)
  const figures = { gross: sums.gross, tax: sums.tax, net: sums.gross - sums.tax, orders: sums.orders }
  await expect.poll(() => report.figures(), SYNCED).toEqual(figures)
  const methods = await report.rows('Payments by method')
  expect(cents(methods.get('Cash')?.at(-1) ?? '')).toBe(sums.cash)
  expect(cents(methods.get('Card')?.at(-1) ?? '')).toBe(sums.card)
  const items = await report.rows('Items sold')
  for (const [name, qty] of sums.pieces) expect([name, items.get(name)?.[0]]).toEqual([name, String(qty)])
}
