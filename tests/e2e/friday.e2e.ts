import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest'
import { createRandom } from '../simulation/random.ts'
import { timesOf } from '../support/prove.ts'
import { House } from './friday/house.ts'
import { KitchenHand, type Sent } from './friday/kitchen-hand.ts'
import { Manager } from './friday/manager.ts'
import { PassHand } from './friday/pass-hand.ts'
import { planService, type PlannedOrder } from './friday/plan.ts'
import { sumsOf } from './friday/sums.ts'
import { Waiter } from './friday/waiter.ts'
import { Devices, type Device } from './screens/device.ts'
import { Kitchen } from './screens/kitchen.ts'
import { SYNCED } from './screens/patience.ts'
import { joaquim, marta, tomas } from './screens/people.ts'

/** Twenty in every test run; the whole evening by `npm run prove -- friday`. */
const ORDERS = timesOf(20)
const SEED = 5
const FLOAT = 15_000
const PHONE = { width: 390, height: 844 }
const STATIONS = { width: 1280, height: 800 }
const DEMO_TABLES = ['1', '2', '3', '4', '5', '6', '7', '8', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6']
/** A whole evening fills thirty. */
const MORE_TABLES = ORDERS <= 20 ? [] : Array.from({ length: 16 }, (_, nth) => `${nth + 20}`)
const TABLES = [...DEMO_TABLES, ...MORE_TABLES].map((name) => `Table ${name}`)
/** So many tables wait for their bills while a waiter takes the next order. */
const AT_ONCE = 3
/** Nobody types faster than a few orders a minute, on a machine that does everything at once. */
const PART = { timeout: 60_000 + ORDERS * 10_000 }

const plan = planService(createRandom(SEED), ORDERS, TABLES)
const sums = sumsOf(plan)
const sent: Sent[] = []
const devices = new Devices()
let house: House
let manager: Manager
let phone: Waiter
let tablet: Waiter
let lostTablet: Device
let stove: KitchenHand
let bar: KitchenHand
let pass: PassHand
let isOver = false

beforeAll(async () => {
  house = await House.open()
  manager = new Manager(await devices.open(house.origin))
  phone = await Waiter.open(await devices.open(house.origin, PHONE), marta)
  lostTablet = await devices.open(house.origin)
  tablet = await Waiter.open(lostTablet, tomas)
  stove = new KitchenHand(await screenOf('Kitchen'), 'kitchen')
  bar = new KitchenHand(await screenOf('Bar'), 'bar')
  pass = new PassHand(await screenOf('Expo'))
})

// An evening that went wrong is not waited for.
beforeEach(() => {
  onTestFailed(() => {
    isOver = true
  })
  expect(isOver).toBe(false)
})

afterAll(async () => {
  await devices.close()
  await house.close()
})

async function screenOf(station: string): Promise<Kitchen> {
  const kitchen = await Kitchen.open(await devices.open(house.origin, STATIONS), joaquim)
  await kitchen.show(station)
  return kitchen
}

/** A part of the evening: the two waiters work side by side. */
async function serve(from: number, to: number): Promise<void> {
  const part = plan.slice(Math.round(from * ORDERS), Math.round(to * ORDERS))
  await Promise.all([phone, tablet].map((waiter, turn) => work(waiter, part, turn)))
}

async function work(waiter: Waiter, part: readonly PlannedOrder[], turn: number): Promise<void> {
  const tables: Sent[] = []
  const mine = part.filter(({ nth }) => nth % 2 === turn)
  for (const order of mine) {
    const now: Sent = { number: await waiter.take(order), order }
    sent.push(now)
    for (const hand of [stove, bar, pass]) hand.take(now)
    if (order.table === null) await waiter.settle(now)
    else tables.push(now)
    if (tables.length === AT_ONCE || order === mine.at(-1))
      for (const table of tables.splice(0)) await waiter.settle(table)
  }
}

/** Orders whose receipt, or whose ticket of the bar, did not come out. */
function notOnPaper(): readonly string[] {
  const lacks = (number: string, ...words: readonly string[]): boolean =>
    !house.paper.some((text) => [number, ...words].every((word) => text.includes(word)))
  return sent.flatMap(({ number, order }) => {
    const drinks = order.lines.filter(({ dish }) => dish.station === 'bar')
    const ticket = drinks.map(({ dish, qty }) => `${qty} x ${dish.name}`)
    return [
      ...(lacks(`Order ${number}`) ? [`receipt of ${number}`] : []),
      ...(drinks.length > 0 && lacks(number, 'Bar ', ...ticket) ? [`the bar's ticket of ${number}`] : []),
    ]
  })
}

describe(`a Friday of ${ORDERS} orders`, () => {
  it('begins with a float', PART, async () => {
    await manager.prepare(MORE_TABLES)
    await manager.openDrawer(FLOAT)
  })

  it('goes on as on any day', PART, () => serve(0, 0.3))

  it('goes on while the cloud is away, and while the hub is dead', PART, async () => {
    await house.cloud.stopServer()
    await serve(0.3, 0.5)
    // A receipt that dies in the printer's line is for a person to repeat [PRINTJOB3]; tonight nobody wants one.
    await expect.poll(notOnPaper, SYNCED).toEqual([])
    devices.expectOutage(true)
    await house.killHub(() => serve(0.5, 0.6))
    await devices.reconnected()
    await serve(0.6, 0.65)
    await house.cloud.startServer()
  })

  it('goes on with a tablet that was wiped, and without paper', PART, async () => {
    await serve(0.65, 0.7)
    await tablet.till.safety.waitUntilInStore()
    await devices.lose(lostTablet)
    await house.printer.setFaults({ paperOut: true })
    tablet = await Waiter.open(await devices.open(house.origin), tomas)
    await serve(0.7, 0.9)
    await house.printer.setFaults({ paperOut: false })
    await serve(0.9, 1)
  })

  it('had every line on a kitchen screen, and every ticket on paper', PART, async () => {
    await Promise.all([stove, bar, pass].map((hand) => hand.done()))
    expect(stove.seen + bar.seen).toBe(plan.flatMap(({ lines }) => lines).length)
    expect(pass.served).toBe(ORDERS)
    await expect.poll(notOnPaper, { timeout: 60_000, interval: 200 }).toEqual([])
  })

  it(
    'ends with a drawer, a Z, a month, a store-room and a cloud that agree with a pencil',
    PART,
    async () => {
      const cloud = { orders: sums.orders, paid: sums.gross, refunded: sums.refunds }
      await expect.poll(() => house.inCloud(), SYNCED).toEqual(cloud)
      await manager.close(FLOAT, sums)
      await manager.readMonth(sums)
      await manager.countStock(sums)
    },
  )

  it('left no error on any screen', () => devices.expectNoProblems())
})
