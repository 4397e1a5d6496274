import type Database from 'better-sqlite3-multiple-ciphers'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import { mergeGroups } from '#domain/order/merge-group.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'

/** An event as it was meant, read without any of the code under test. */
export interface Said {
  readonly type: string
  readonly payload: { readonly [field: string]: unknown }
}

/** All that one replica holds of its store, read plainly. */
export interface Book {
  /** Of a type, by id. */
  states<T>(type: string): ReadonlyMap<string, T>
  /** Of a type, by id: what was said about it, in the one order. */
  history(type: string): ReadonlyMap<string, readonly Said[]>
  /** Every order that counts by itself, with all that counts for it. */
  readonly bills: readonly Bill[]
}

interface Told {
  readonly ent_id: string
  readonly type: string
  readonly payload: string
  /** Of which action, and which event of it. */
  readonly part: string
}

export function readBook(raw: Database.Database, store: string): Book {
  const find = raw.prepare('select id, state from entities where store = ? and type = ? order by id')
  const tell = raw.prepare(
    `select ent_id, type, payload, txn_id || ' ' || txn_i as part from journal where store = ? and ent_type = ?
      order by hlc, dev, seq`,
  )

  function states<T>(type: string): ReadonlyMap<string, T> {
    const rows = find.all(store, type) as { id: string; state: string }[]
    const parsed = rows.map(({ id, state }) => [id, JSON.parse(state) as T | null] as const)
    return new Map(parsed.flatMap(([id, state]) => (state === null ? [] : [[id, state] as const])))
  }

  function history(type: string): ReadonlyMap<string, readonly Said[]> {
    const told = new Map<string, Said[]>()
    // What two copies of a device wrote again is said once. [FORK7]
    const parts = new Set<string>()
    for (const row of tell.all(store, type) as Told[]) {
      if (parts.has(row.part)) continue
      parts.add(row.part)
      const said = { type: row.type, payload: JSON.parse(row.payload) as Said['payload'] }
      const known = told.get(row.ent_id)
      if (known === undefined) told.set(row.ent_id, [said])
      else known.push(said)
    }
    return told
  }

  const items = [...states<Item>('item').values()]
  const payments = [...states<Payment>('payment').values()]
  const groups = mergeGroups([...states<Order>('order').values()])
  const bills = groups.map(({ root, merged }): Bill => {
    const ids = new Set([root, ...merged].map(({ id }) => id))
    return {
      order: root,
      merged,
      items: items.filter(({ orderId }) => ids.has(orderId)),
      payments: payments.filter(({ orderId }) => ids.has(orderId)),
    }
  })
  return { states, history, bills }
}
