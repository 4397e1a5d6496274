import { kitchen as kitchenWords } from '#i18n/en/kitchen.ts'
import { pos } from '#i18n/en/pos.ts'
import { openCafe } from '../support/cafe.ts'
import { openEcho } from './echo.ts'
import { atMost, latencyRows, type Measured } from './rows.ts'
import { openStation, pause, tapper, until, type Station } from './station.ts'
import { percentile } from './stats.ts'

const WARM_UP = 8
const ORDERS = 110
const FRAME_MS = 1000 / 60
const ECHOES_ALLOWED = 3
/** A cook looks at a calm screen; so does the measurement. */
const CALM_MS = 60

const DISHES: readonly (readonly string[])[] = [
  ['Espresso', 'Cappuccino'],
  ['Flat white', 'Galão', 'Mocha'],
  ['Americano', 'Iced latte'],
  ['Hot chocolate', 'Macchiato', 'Espresso'],
]

/** From the tap on Send on a till to the painted ticket on a kitchen screen, beside a bare Socket.IO echo. */
export async function measureOrderToKitchen(): Promise<Measured> {
  const cafe = await openCafe({ printing: false })
  const { sent, echoed } = await sendOrders(cafe.origin, ORDERS)
  await cafe.close()
  const most = ECHOES_ALLOWED * percentile(echoed, 0.99) + FRAME_MS
  return {
    rows: latencyRows('Send to painted on the kitchen screen; a bare echo', [0.5, 0.99], sent, echoed),
    checks: [atMost('Order to kitchen p99, 3 × a bare echo and one frame', percentile(sent, 0.99), most)],
  }
}

/** Milliseconds from tap to paint of orders of a till and a kitchen screen at `origin`, and of echoes between them. */
export async function sendOrders(
  origin: string,
  orders: number,
): Promise<{ readonly sent: readonly number[]; readonly echoed: readonly number[] }> {
  const till = await openStation(origin, '/')
  const kitchen = await openStation(origin, '/kitchen')
  const echo = await openEcho(till.context, kitchen.context)
  await till.page.bringToFront()
  await kitchen.page.bringToFront()
  const sent: number[] = []
  const echoed: number[] = []
  try {
    for (let i = -WARM_UP; i < orders; i += 1) {
      const dishes = DISHES[(i + WARM_UP) % DISHES.length] ?? []
      const took = await sendOne(till, kitchen, dishes)
      const bare = await echo.once()
      if (i < 0) continue
      sent.push(took)
      echoed.push(bare)
    }
  } finally {
    await echo.close()
    await till.close()
    await kitchen.close()
  }
  return { sent, echoed }
}

/** One takeaway order, typed and sent as a person would. Only the way from the tap to the paint is timed. */
async function sendOne(till: Station, kitchen: Station, dishes: readonly string[]): Promise<number> {
  const { page } = till
  await page.getByRole('button', { name: pos.floor.newTakeaway }).click()
  await page.waitForURL(/\/orders\//)
  const orderId = new URL(page.url()).pathname.split('/')[2] ?? ''
  for (const dish of dishes) {
    await page.locator('section button', { hasText: dish }).first().click()
    await page.getByRole('button', { name: pos.order.change.replace('{{name}}', dish) }).waitFor()
  }
  const view = await till.query('order', { orderId })
  if (view === null) throw new Error('assertion failed: the order is on its own till')
  const [label = ''] = kitchenWords.ticketLabel.split('{{place}}')
  const ticket = `article[aria-label^="${label.replace('{{number}}', view.order.number)}"]`
  await kitchen.page.evaluate((selector) => bench.expect(selector), ticket)
  const send = await tapper(till, `button[aria-label^="${pos.order.send} "]`)
  await pause(CALM_MS)
  await send()
  const paintedAt = await kitchen.page.evaluate(() => bench.painted())
  const tappedAt = await page.evaluate(() => bench.tappedAt)
  await finish(till, orderId)
  return paintedAt - tappedAt
}

/** Cooked, paid and gone, so that the hundredth order meets the same café as the first. */
async function finish(till: Station, orderId: string): Promise<void> {
  const view = await till.query('order', { orderId })
  if (view === null) throw new Error('assertion failed: the order is on its own till')
  const itemIds = view.items.map((item) => item.id)
  await till.command({ type: 'set_preparation', orderId, itemIds, preparation: 'ready' })
  const { balance } = view.totals
  const paymentId = crypto.randomUUID()
  await till.command({
    type: 'take_payment',
    orderId,
    paymentId,
    method: 'card',
    amount: balance,
    tendered: balance,
  })
  await till.go('/')
  await until(async () => (await till.query('status', null)).store.waiting === 0)
  await pause(CALM_MS)
}
