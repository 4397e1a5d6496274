import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { Devices } from './screens/device.ts'
import { cents } from './screens/money.ts'
import { SOON } from './screens/patience.ts'
import { marta } from './screens/people.ts'
import { Till } from './screens/till.ts'

let cafe: Cafe
const devices = new Devices()

beforeAll(async () => {
  cafe = await openCafe()
})

afterEach(() => devices.expectNoProblems())

afterAll(async () => {
  await devices.close()
  await cafe.close()
})

it('[PAY8] a part payment that was taken though its answer was lost is taken once, however often it is pressed', async () => {
  const bar = await devices.open(cafe.origin)
  await bar.profile.context.addInitScript(loseAnswersOnDemand)
  const till = await Till.open(bar, marta)
  const number = await till.openTable('Table 1')
  await till.add('House burger')
  const due = await till.goToPay()
  const part = 500
  for (const digit of String(part)) await till.page.getByRole('button', { name: digit, exact: true }).click()
  const take = till.page.getByRole('button', { name: /^Take €5\.00/ })

  await loseAnswers(till.page, true)
  await take.click()
  await till.page.getByText('The device could not do this.').waitFor()
  await expect.poll(() => paymentsIn(cafe, number), SOON).toEqual([part])
  await loseAnswers(till.page, false)
  await take.click()

  const rest = till.page.getByRole('button', { name: /^Take €/ })
  await expect.poll(async () => cents(await rest.innerText()), SOON).toBe(due - part)
  await till.payExact()
  await till.safety.waitUntilInStore()
  expect(await paymentsIn(cafe, number)).toEqual([part, due - part])
})

/** In the page: while told so, everything the device's worker says is lost, and its answers are crashes. */
function loseAnswersOnDemand(): void {
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      this.addEventListener('message', (event: MessageEvent<{ kind: string; id: number }>) => {
        if (!event.isTrusted || !('answersLost' in globalThis)) return
        event.stopImmediatePropagation()
        const crash = { kind: 'crash', id: event.data.id, message: 'lost' }
        if (event.data.kind === 'answer') this.dispatchEvent(new MessageEvent('message', { data: crash }))
      })
    }
  }
}

async function loseAnswers(page: Page, lost: boolean): Promise<void> {
  await page.evaluate((on) => {
    if (on) Object.assign(globalThis, { answersLost: true })
    else Reflect.deleteProperty(globalThis, 'answersLost')
  }, lost)
}

/** What the store itself has written down, in the order it was taken. */
async function paymentsIn({ server }: Cafe, number: string): Promise<readonly number[]> {
  const rows = await server()
    .hub.replica.db.selectFrom('payments')
    .innerJoin('orders', 'orders.id', 'payments.order_id')
    .where('orders.number', '=', number)
    .select('payments.amount')
    .orderBy('payments.id')
    .execute()
  return rows.map(({ amount }) => amount)
}
