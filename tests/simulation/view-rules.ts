import { liveItems, type Bill } from '#domain/order/bill.ts'
import { reviewReasons } from '#domain/order/review.ts'
import { ticketDelta } from '#domain/kitchen/ticket-delta.ts'
import { cashFlow } from '#domain/shift/expected-cash.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'
import { shiftReviewReasons } from '#domain/shift/shift-review.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import { readBills } from '#database/queries/bill.ts'
import { readKitchenOrderIds } from '#database/queries/kitchen.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readDrawer } from '#database/queries/shifts.ts'
import type { Replica } from '#sync/replica.ts'
import type { Book } from './book.ts'
import type { World } from './world.ts'

/** What the queries show must be what is there: on the floor, on bills, in the kitchen, in drawers (I7, I10). */
export async function checkViews(world: World, name: string, replica: Replica, book: Book): Promise<void> {
  const fail = (invariant: string, message: string): void => world.fail(invariant, `${name}: ${message}`)
  await checkBills(fail, replica, book)
  await checkKitchen(fail, replica, book)
  await checkDrawers(fail, replica, book)
}

type Fail = (invariant: string, message: string) => void

async function checkBills(fail: Fail, { db, store }: Replica, book: Book): Promise<void> {
  const open = book.bills.filter(({ order }) => order.status === 'open').map(({ order }) => order.id)
  const floor = await readOpenOrderIds(db, store)
  if (!same(open, floor)) fail('I7', `open are ${open.join(' ')}, on the floor ${floor.join(' ')}`)
  const ids = book.bills.map(({ order }) => order.id)
  const shown = await readBills(db, store, ids)
  for (const [index, bill] of book.bills.entries()) {
    const { order } = bill
    const one = shown[index]
    if (one === undefined || one.order.id !== order.id) return fail('I7', `order ${order.id} has no bill`)
    if (!same(idsOf(one.items), idsOf(bill.items))) fail('I7', `bill of ${order.id} shows other lines`)
    if (!same(idsOf(one.payments), idsOf(bill.payments)))
      fail('I7', `bill of ${order.id} shows other payments`)
  }
}

/** I10: a sent line is in the kitchen's list from then on, is told there once, and again only as a change. */
async function checkKitchen(fail: Fail, { db, store }: Replica, book: Book): Promise<void> {
  const listed = new Set(await readKitchenOrderIds(db, store, 0))
  for (const { order, items } of book.bills) {
    const sent = items.filter(({ sentAt }) => sentAt !== null)
    const lost = sent.find((item) => !listed.has(item.orderId))
    if (lost !== undefined) fail('I10', `sent line ${lost.id} is not in the kitchen's list`)
    const ticket = ticketDelta(order, items, [])
    const told = ticket?.lines.map((line) => line.told) ?? []
    const missing = liveItems(sent).find(({ id }) => !told.some(({ itemId }) => itemId === id))
    if (missing !== undefined) fail('I10', `sent line ${missing.id} is on no ticket`)
    if (ticketDelta(order, items, told) !== null) fail('I10', `order ${order.id} is told twice, unmarked`)
  }
}

async function checkDrawers(fail: Fail, { db, store }: Replica, book: Book): Promise<void> {
  const payments = [...book.states<Payment>('payment').values()]
  for (const shift of book.states<Shift>('shift').values()) {
    const drawer = await readDrawer(db, store, shift.id)
    const flow = drawer === null ? null : cashFlow(drawer)
    if (canonicalJson(flow) !== canonicalJson(cashFlow({ shift, payments }))) {
      fail('I7', `drawer ${shift.id} does not hold what went into it`)
    }
  }
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id)

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join(' ') === [...b].sort().join(' ')
}

/** How often what a person must look at came about. */
export function countReviews(world: World, book: Book): void {
  for (const bill of book.bills) {
    for (const reason of reviewReasons(bill, sharing(bill, book))) world.sometimes(`review: ${reason}`)
    const circle = bill.merged.some(({ id }) => id === bill.order.mergedInto)
    if (bill.order.mergedInto !== null && circle) world.sometimes('orders merged into each other')
    if (bill.payments.some(({ refunds }) => refunds.length > 1)) world.sometimes('payment refunded twice')
  }
  const payments = [...book.states<Payment>('payment').values()]
  for (const shift of book.states<Shift>('shift').values()) {
    for (const reason of shiftReviewReasons({ shift, payments })) world.sometimes(`drawer review: ${reason}`)
  }
  for (const history of book.history('payment').values()) {
    const types = history.map(({ type }) => type)
    if (types.includes('payment_unknown') && types.includes('payment_taken'))
      world.sometimes('unknown card payment resolved')
  }
  for (const history of book.history('day').values()) {
    const closes = history.filter(({ type }) => type === 'day_closed')
    if (closes.length > 1) world.sometimes('day closed twice')
    if (closes.length < history.length) world.sometimes('late sale or refund added to its day')
  }
}

function sharing({ order }: Bill, book: Book): Bill['order'] | null {
  const others = book.bills.filter(({ order: other }) => other.id !== order.id && other.status === 'open')
  return others.find(({ order: other }) => other.tableId === order.tableId)?.order ?? null
}
