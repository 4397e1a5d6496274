import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import { mergeGroups } from '#domain/order/merge-group.ts'
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

/** Several bills with four queries (more only for merges of merges), in the order of `orderIds`. */
export async function readBills(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
): Promise<readonly StoredBill[]> {
  if (orderIds.length === 0) return []
  const orders = await readWithMerged(db, store, orderIds)
  if (orders.size === 0) return []
  const groups = new Map(
    mergeGroups([...orders.values()].map(({ order }) => order)).map((g) => [g.root.id, g]),
  )
  const ids = [...orders.keys()]
  const items = groupBy(await readParts<Item>(db, store, 'order_items', 'item', ids), orderIdOf)
  const payments = groupBy(await readParts<Payment>(db, store, 'payments', 'payment', ids), orderIdOf)
  return orderIds.flatMap((id) => {
    const stored = orders.get(id)
    if (stored === undefined) return []
    // A merged order has a bill of its own to look at, though nothing is paid on it.
    const { root, merged } = groups.get(id) ?? { root: stored.order, merged: [] }
    const all = [root, ...merged].map((order) => order.id)
    const itemParts = all.flatMap((one) => items.get(one) ?? [])
    const paymentParts = all.flatMap((one) => payments.get(one) ?? [])
    const own = all.flatMap((one) => orders.get(one) ?? [])
    return {
      order: root,
      merged,
      items: itemParts.map(({ part }) => part).sort(byAdding),
      payments: paymentParts.map(({ part }) => part).sort(byTaking),
      readOnly: [...own, ...itemParts, ...paymentParts].some((part) => part.readOnly),
    }
  })
}

/** These orders, and all that are merged into them, at every depth. Two tills may have merged them in a circle. */
async function readWithMerged(
  db: Db | Tx,
  store: string,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, StoredOrder>> {
  const ids = new Set(orderIds)
  let level = orderIds
  while (level.length > 0) {
    const text = `select id from orders where store = ? and merged_into in ${places(level)}`
    const { rows } = await statement<{ readonly id: string }>(text, [store, ...level]).execute(db)
    level = rows.map((row) => row.id).filter((id) => !ids.has(id))
    for (const id of level) ids.add(id)
  }
  const orders = await readOrders(db, store, [...ids])
  return new Map(orders.map((stored) => [stored.order.id, stored]))
}

interface StoredOrder {
  readonly order: Order
  readonly readOnly: boolean
}

async function readOrders(
  db: Db | Tx,
  store: string,
  ids: readonly string[],
): Promise<readonly StoredOrder[]> {
  const text = `select state, read_only from entities where store = ? and type = 'order' and id in ${places(ids)}`
  const { rows } = await statement<State>(text, [store, ...ids]).execute(db)
  return rows.flatMap((row) => {
    const order = JSON.parse(row.state) as Order | null
    return order === null ? [] : [{ order, readOnly: row.read_only === 1 }]
  })
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
