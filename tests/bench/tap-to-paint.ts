import { pos } from '#i18n/en/pos.ts'
import { menu } from '#demo/menu/menu.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import { openCafe } from '../support/cafe.ts'
import { atMost, targetRow, type Measured } from './rows.ts'
import { openStation, pause, tapper, type Station } from './station.ts'
import { percentile } from './stats.ts'

const SLOWDOWN = 4
const TARGET_MS = 50
const WARM_UP_ORDERS = 1
const ORDERS = 8
/** A quick waiter's next tap. */
const BETWEEN_TAPS_MS = 250
const MENU_ITEMS = 1_000
const ITEMS_A_CATEGORY = 24

const DISHES = [
  'Espresso',
  'Macchiato',
  'Flat white',
  'Cappuccino',
  'Americano',
  'Galão',
  'Mocha',
  'Iced latte',
  'Hot chocolate',
] as const

/** From a tap on a menu item to its line painted in the order, on a page slowed down four times. */
export async function measureTapToPaint(): Promise<Measured> {
  return tapsOn('Tap on a dish to painted in the order, CPU ÷ 4', async () => {})
}

/** The same in a restaurant whose menu has a thousand dishes. */
export async function measureTapOnLongMenu(): Promise<Measured> {
  return tapsOn('Tap on one of 1,000 dishes to painted in the order, CPU ÷ 4', lengthenMenu)
}

async function tapsOn(name: string, prepare: (till: Station) => Promise<void>): Promise<Measured> {
  const cafe = await openCafe({ printing: false })
  const till = await openStation(cafe.origin, '/')
  const took: number[] = []
  try {
    await prepare(till)
    const session = await till.context.newCDPSession(till.page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    for (let i = -WARM_UP_ORDERS; i < ORDERS; i += 1) {
      const taps = await tapThrough(till)
      if (i >= 0) took.push(...taps)
    }
  } finally {
    await till.close()
    await cafe.close()
  }
  return {
    rows: [0.5, 0.95].map((share) =>
      targetRow(`${name}, p${share * 100}`, 'ms', percentile(took, share), TARGET_MS),
    ),
    checks: [atMost(`${name}, p95`, percentile(took, 0.95), TARGET_MS)],
  }
}

/** Forty more categories after those of the demo. */
async function lengthenMenu(till: Station): Promise<void> {
  const model = menu.find(({ type }) => type === 'menu_item')
  const category = menu.find(({ type }) => type === 'category')
  if (model === undefined || category === undefined) throw new Error('assertion failed: the demo has a menu')
  const more = MENU_ITEMS - menu.filter(({ type }) => type === 'menu_item').length
  const save = (recordType: RecordType, recordId: string, fields: RecordFields): Promise<void> =>
    till.command({ type: 'save_record', recordType, recordId, fields })
  for (let n = 0; n < more; n += 1) {
    const shelf = Math.floor(n / ITEMS_A_CATEGORY)
    const categoryId = `bench-category-${shelf}`
    const named = { ...category.fields, name: `Shelf ${shelf}`, position: 100 + shelf }
    if (n % ITEMS_A_CATEGORY === 0) await save('category', categoryId, named)
    const own = { name: `Dish ${n} of the long menu`, categoryId, position: n % ITEMS_A_CATEGORY }
    await save('menu_item', `bench-dish-${n}`, { ...model.fields, ...own })
  }
}

/** A new order with one of each dish; each tap's way from the input event to the frame with the new line. */
async function tapThrough(till: Station): Promise<readonly number[]> {
  const { page } = till
  const orderId = crypto.randomUUID()
  await till.command({ type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 })
  await till.go(`/orders/${orderId}`)
  const took: number[] = []
  for (const dish of DISHES) {
    const tap = await tapper(till, `section button:has-text("${dish}")`)
    await page.evaluate((selector) => bench.expect(selector), lineOf(dish))
    await pause(BETWEEN_TAPS_MS)
    await tap()
    const paintedAt = await page.evaluate(() => bench.painted())
    took.push(paintedAt - (await page.evaluate(() => bench.tappedAt)))
  }
  await till.command({ type: 'send_order', orderId })
  return took
}

function lineOf(dish: string): string {
  return `button[aria-label="${pos.order.change.replace('{{name}}', dish)}"]`
}
