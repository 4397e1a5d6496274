import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Db, EntityRow, Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'

export interface StoredBill extends Bill {
  /** A newer device wrote something critical on this order that this program does not understand. */
  readonly readOnly: boolean
}

/** An order with its items (in the order they were added) and payments, or null when it is not known here. */
export async function readBill(db: Db | Tx, store: string, orderId: string): Promise<StoredBill | null> {
  return (await readBills(db, store, [orderId]))[0] ?? null
}

/** Several bills with three queries, in the order of `orderIds`. */
export async function readBills(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
): Promise<readonly StoredBill[]> {
  if (orderIds.length === 0) return []
  const text = `select state, read_only from entities where store = ? and type = 'order' and id in ${places(orderIds)}`
  const { rows: orders } = await statement<State>(text, [store, ...orderIds]).execute(db)
  const items = groupBy(await readParts<Item>(db, store, 'order_items', 'item', orderIds), orderIdOf)
  const payments = groupBy(await readParts<Payment>(db, store, 'payments', 'payment', orderIds), orderIdOf)
  const bills = new Map<string, StoredBill>()
  for (const row of orders) {
    const order = JSON.parse(row.state) as Order | null
    if (order === null) continue
    const own = items.get(order.id) ?? []
    const paid = payments.get(order.id) ?? []
    bills.set(order.id, {
      order,
      items: own.map(({ part }) => part).sort(byAdding),
      payments: paid.map(({ part }) => part).sort(byTaking),
      readOnly: row.read_only === 1 || [...own, ...paid].some((part) => part.readOnly),
    })
  }
  return orderIds.flatMap((id) => bills.get(id) ?? [])
}

type State = Pick<EntityRow, 'state' | 'read_only'>

interface Part<T> {
  readonly part: T
  readonly readOnly: boolean
}

async function readParts<T extends { readonly orderId: string }>(
  db: Db | Tx,
  store: string,
  table: 'order_items' | 'payments',
  type: string,
  orderIds: readonly string[],
): Promise<readonly Part<T>[]> {
  // SQLite keeps the order of a cross join: by order first. Left to itself it reads every item of the store.
  const text = `select e.state, e.read_only from ${table} as part cross join entities as e
    where part.store = ? and part.order_id in ${places(orderIds)}
      and e.store = part.store and e.id = part.id and e.type = ?`
  const { rows } = await statement<State>(text, [store, ...orderIds, type]).execute(db)
  return rows.map((row) => ({ part: JSON.parse(row.state) as T, readOnly: row.read_only === 1 }))
}

function orderIdOf({ part }: Part<{ readonly orderId: string }>): string {
  return part.orderId
}

function byAdding(a: Item, b: Item): number {
  return a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1)
}

function byTaking(a: Payment, b: Payment): number {
  return a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1)
}
