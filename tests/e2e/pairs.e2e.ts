import { setTimeout } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startStoreProcess, type KillableServer } from '../support/killable-hub.ts'
import { isProof, median, report, timesOf } from '../support/prove.ts'
import { openStoreFile, type StoreFile } from '../support/store-file.ts'
import { Devices } from './screens/device.ts'
import { payTogether } from './screens/pay-together.ts'
import { marta, tomas } from './screens/people.ts'
import { Till } from './screens/till.ts'

const PAIRS = timesOf(5)
/** How much slower than the faster the slower may be: measured where it is proven, only wondered at on a busy machine. */
const RATIO_MAX = isProof() ? 2 : 5
/** Long enough for both pages to have heard when. */
const AHEAD_MS = 300
const LOOK_EVERY_MS = 3

let server: KillableServer
let file: StoreFile
const devices = new Devices()

beforeAll(async () => {
  server = await startStoreProcess()
  file = openStoreFile(server.dataDir)
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  file.close()
  await server.kill()
})

interface Pair {
  readonly numbers: readonly string[]
  readonly onScreen: readonly number[]
  readonly inStore: readonly number[]
}

it(
  '[SYNC14] two tills pay in the same instant: neither waits for the other, on the screen or in the store',
  { timeout: 60_000 + PAIRS * 6_000 },
  async () => {
    const tills = [
      await Till.open(await devices.open(server.origin), marta),
      await Till.open(await devices.open(server.origin), tomas),
    ]
    const pairs: Pair[] = []
    for (let n = 0; n < PAIRS; n += 1) pairs.push(await payPair(tills))

    const screens = pairs.map(({ onScreen }) => ratio(onScreen))
    const stores = pairs.map(({ inStore }) => ratio(inStore))
    report(`${PAIRS} pairs, medians in ms; the slower to the faster, median and worst`)
    for (const [name, key, ratios] of [
      ['paid on the screen', 'onScreen', screens],
      ['in the store', 'inStore', stores],
    ] as const) {
      const faster = median(pairs.map((pair) => Math.min(...pair[key])))
      const slower = median(pairs.map((pair) => Math.max(...pair[key])))
      const worst = Math.max(...ratios).toFixed(2)
      report(`${name}: ${faster.toFixed(0)}, ${slower.toFixed(0)}; ${median(ratios).toFixed(2)}, ${worst}`)
    }
    expect(median(screens)).toBeLessThanOrEqual(RATIO_MAX)
    expect(median(stores)).toBeLessThanOrEqual(RATIO_MAX)
    const numbers = pairs.flatMap((pair) => pair.numbers)
    expect(new Set(numbers).size).toBe(2 * PAIRS)
    for (const number of numbers) expect(file.payments(number)).toHaveLength(1)
  },
)

/** An espresso on each till, paid on both at once. */
async function payPair(tills: readonly Till[]): Promise<Pair> {
  const numbers = await Promise.all(
    tills.map(async (till) => {
      const number = await till.newTakeaway()
      await till.add('Espresso')
      await till.send()
      await till.goToPay()
      await till.page.getByRole('button', { name: 'Exact' }).click()
      return number
    }),
  )
  // What was done before the money is no part of it.
  await Promise.all(tills.map((till) => till.safety.waitUntilInStore()))
  const at = Date.now() + AHEAD_MS
  const [onScreen, inStore] = await Promise.all([
    payTogether(
      tills.map(({ page }) => page),
      at,
    ),
    Promise.all(numbers.map((number) => arrival(number, at))),
  ])
  await Promise.all(tills.map((till) => till.backToTables()))
  return { numbers, onScreen, inStore }
}

/** How long after `at` the server had written the payment down. */
async function arrival(number: string, at: number): Promise<number> {
  while (file.payments(number).length === 0) await setTimeout(LOOK_EVERY_MS)
  return Date.now() - at
}

function ratio(times: readonly number[]): number {
  return Math.max(...times) / Math.min(...times)
}
