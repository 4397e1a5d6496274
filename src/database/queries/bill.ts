import { groupBy } from '#domain/group-by.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Db, Tx } from '#database/schema.ts'

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
  const orders = await db
    .selectFrom('entities')
    .select(['id', 'state', 'read_only'])
    .where('store', '=', store)
    .where('type', '=', 'order')
    .where('id', 'in', orderIds)
    .execute()
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
  const rows = await db
    .selectFrom(table)
    // SQLite keeps the order of a cross join: by order first. Left to itself it reads every item of the store.
    .crossJoin('entities')
    .select(['entities.state as state', 'entities.read_only as read_only'])
    .where(`${table}.store`, '=', store)
    .where(`${table}.order_id`, 'in', orderIds)
    .whereRef('entities.store', '=', `${table}.store`)
    .whereRef('entities.id', '=', `${table}.id`)
    .where('entities.type', '=', type)
    .execute()
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
