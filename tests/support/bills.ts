import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import { mergeGroups } from '#domain/order/merge-group.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'

/** The bill of an order that facts fold to, in the order given; null without an opened order. */
export function billOf(facts: readonly Draft[], id = 'o1'): Bill | null {
  const orders = ordersOf(facts)
  const group = mergeGroups(orders).find(({ root }) => root.id === id)
  // A merged order has a bill of its own to look at, though nothing is paid on it.
  const order = group?.root ?? orders.find((one) => one.id === id)
  if (order === undefined) return null
  const merged = group?.merged ?? []
  const ids = new Set([order, ...merged].map((one) => one.id))
  return {
    order,
    merged,
    items: (statesOf('item', facts) as readonly Item[]).filter((item) => ids.has(item.orderId)),
    payments: (statesOf('payment', facts) as readonly Payment[]).filter((payment) =>
      ids.has(payment.orderId),
    ),
  }
}

/** The same, where the test knows that the order is there. */
export function openBillOf(...facts: readonly Draft[]): Bill {
  const bill = billOf(facts)
  if (bill === null) throw new Error('assertion failed: these facts open no order')
  return bill
}

export function ordersOf(facts: readonly Draft[]): readonly Order[] {
  return statesOf('order', facts) as readonly Order[]
}

/** Every entity of a type, in the order in which they are first named. */
function statesOf(type: string, facts: readonly Draft[]): readonly EntityState[] {
  const states = new Map<string, EntityState | null>()
  for (const { ent, event } of facts) {
    if (ent.type !== type) continue
    states.set(ent.id, foldEntity(type, ent.id, states.get(ent.id) ?? null, event))
  }
  return [...states.values()].filter((state) => state !== null)
}
