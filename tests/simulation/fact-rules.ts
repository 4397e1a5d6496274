import { canonicalJson } from '#domain/event/canonical.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'
import type { Book, Said } from './book.ts'

type Wrong = (message: string) => void
type Field = Said['payload'][string]

const text = (value: unknown): string => canonicalJson(value ?? null)
const same = (a: unknown, b: unknown): boolean => text(a) === text(b)

/** The events from the one that makes the entity on: what comes before it has nothing to say. */
function since(history: readonly Said[], ...makers: readonly string[]): readonly Said[] {
  const first = history.findIndex(({ type }) => makers.includes(type))
  return first < 0 ? [] : history.slice(first)
}

function last(history: readonly Said[], type: string, field: string): Field {
  return history.findLast((said) => said.type === type)?.payload[field]
}

/** What people said must be what is there, told without the fold: sales, voids, moves, money, fields (I7). */
export function checkFacts(book: Book, wrong: Wrong): void {
  checkOrders(book, wrong)
  checkItems(book, wrong)
  checkPayments(book, wrong)
  checkShifts(book, wrong)
  for (const type of ['menu_item', 'table', 'tax', 'settings']) checkRecords(book, type, wrong)
}

function checkOrders(book: Book, wrong: Wrong): void {
  const orders = book.states<Order>('order')
  for (const [id, history] of book.history('order')) {
    const told = since(history, 'order_opened')
    const order = orders.get(id)
    if (told.length === 0 || order === undefined) continue
    const opened = told[0]?.payload ?? {}
    const fields = [
      ['covers', 'order_covers_set', 'covers'],
      ['tableId', 'order_table_set', 'tableId'],
      ['service', 'order_service_set', 'service'],
      ['checks', 'order_split', 'checks'],
      ['exempt', 'order_exempted', 'exempt'],
    ] as const
    for (const [name, type, field] of fields) {
      const start = name === 'checks' || name === 'exempt' ? [] : opened[name]
      const said = last(told, type, field)
      if (!same(order[name], said === undefined ? start : said))
        wrong(`order ${id}: ${name} is not the last said`)
    }
    checkSales(order, told, wrong)
  }
}

/** A close is frozen: it stands, or is told beside the one that does, until a reopening names it. */
function checkSales(order: Order, told: readonly Said[], wrong: Wrong): void {
  const named = new Set(
    told.filter(({ type }) => type === 'order_reopened').map(({ payload }) => payload['closeId']),
  )
  const standing = order.sale === null ? [] : [order.sale, ...order.otherSales]
  const kept = [...standing, ...order.reopened.flatMap(({ sale }) => sale ?? [])]
  const seen = new Set<string>()
  for (const { payload } of told.filter(({ type }) => type === 'order_closed')) {
    const sale = payload['sale'] as { readonly closeId: string }
    if (seen.has(sale.closeId)) continue
    seen.add(sale.closeId)
    if (!kept.some((one) => same(one, sale))) wrong(`order ${order.id}: a close is lost or was changed`)
    const stands = standing.some(({ closeId }) => closeId === sale.closeId)
    if (stands === named.has(sale.closeId)) wrong(`order ${order.id}: the wrong close stands`)
  }
  if (order.sale !== null && order.status !== 'closed') wrong(`order ${order.id}: sold and ${order.status}`)
}

function checkItems(book: Book, wrong: Wrong): void {
  const items = book.states<Item>('item')
  for (const [id, history] of book.history('item')) {
    const told = since(history, 'item_added')
    const item = items.get(id)
    if (told.length === 0 || item === undefined) continue
    const voids = told.filter(({ type }) => type === 'item_voided')
    const taken = item.voids.reduce((all, { qty }) => all + qty, 0)
    if (item.qty < 0 || item.qty + taken !== item.ordered)
      wrong(`item ${id}: ${item.qty} of ${item.ordered} left`)
    if (item.voids.length !== voids.length) wrong(`item ${id}: a void is lost`)
    const whole = voids.some(({ payload }) => payload['qty'] === null)
    if (whole && item.status !== 'voided') wrong(`item ${id}: voided, and back`)
    const sent = told.find(({ type }) => type === 'item_sent')
    if (!same(item.sentAt, sent?.payload['sentAt'])) wrong(`item ${id}: sent, and not in the kitchen`)
    if (item.status === 'voided') continue
    const moved = last(told, 'item_moved', 'orderId') ?? told[0]?.payload['orderId']
    if (!same(item.orderId, moved)) wrong(`item ${id}: moved, and not there`)
  }
}

function checkPayments(book: Book, wrong: Wrong): void {
  const payments = book.states<Payment>('payment')
  for (const [id, history] of book.history('payment')) {
    const told = since(history, 'payment_requested', 'payment_taken')
    const payment = payments.get(id)
    if (told.length === 0 || payment === undefined) continue
    const taken = told.findIndex(({ type }) => type === 'payment_taken')
    const after = taken < 0 ? [] : told.slice(taken)
    const refunds = told
      .filter(({ type }) => type === 'payment_refunded')
      .map(({ payload }) => payload['refundId'])
    if (payment.refunds.length !== new Set(refunds).size) wrong(`payment ${id}: a refund is lost or doubled`)
    if (after[0] === undefined) {
      if (payment.status === 'taken' || payment.status === 'voided') wrong(`payment ${id}: never taken`)
      continue
    }
    if (payment.amount !== after[0].payload['amount']) wrong(`payment ${id}: another amount was taken`)
    const voided = after.some(({ type }) => type === 'payment_voided')
    if (payment.status !== (voided ? 'voided' : 'taken')) wrong(`payment ${id} is ${payment.status}`)
    const tip = last(after, 'payment_tip_set', 'tip') ?? after[0].payload['tip']
    if (!voided && payment.tip !== tip) wrong(`payment ${id}: its tip is not the last said`)
  }
}

function checkShifts(book: Book, wrong: Wrong): void {
  const shifts = book.states<Shift>('shift')
  for (const [id, history] of book.history('shift')) {
    const told = since(history, 'shift_opened')
    const shift = shifts.get(id)
    if (told.length === 0 || shift === undefined) continue
    const moves = told
      .filter(({ type }) => type === 'shift_cash_moved')
      .map(({ payload }) => payload['moveId'])
    if (shift.moves.length !== new Set(moves).size) wrong(`shift ${id}: a cash move is lost or doubled`)
    const closes = told.filter(({ type }) => type === 'shift_closed')
    const first = closes[0]?.payload
    if (first !== undefined && !same(shift.closed, first)) wrong(`shift ${id}: its close was changed`)
  }
}

function checkRecords(book: Book, type: string, wrong: Wrong): void {
  const states = book.states<Said['payload']>(type)
  for (const [id, history] of book.history(type)) {
    const fields = Object.assign({}, ...history.map(({ payload }) => payload)) as Said['payload']
    if (!same(states.get(id), fields)) wrong(`${type} ${id}: a field is not the last said`)
  }
}
