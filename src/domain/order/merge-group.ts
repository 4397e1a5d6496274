import { statusOf } from './status.ts'
import type { Order } from './order.ts'

/** An order that counts by itself, with every order that counts for it. */
export interface MergeGroup {
  readonly root: Order
  /** In the order of their ids. */
  readonly merged: readonly Order[]
}

/**
 * Who counts for whom. A merge is nothing but a pointer: no item and no payment is touched, so taking it back is
 * the identity, and what arrives late for a merged order counts where the order counts. Two tills that merged
 * two orders into each other made a circle: the smallest id of the circle is its root, and its pointer counts
 * for nothing. A pointer to an order that is not here yet waits: the order stays by itself. [MERGE1] [MERGE4]
 */
export function mergeGroups(orders: readonly Order[]): readonly MergeGroup[] {
  const byId = new Map(orders.map((order) => [order.id, order]))
  const ids = [...byId.keys()].sort()
  const roots = new Map(ids.map((id) => [id, rootOf(id, byId)]))
  return ids.flatMap((id) => {
    const order = byId.get(id)
    if (order === undefined || roots.get(id) !== id) return []
    const merged = ids.filter((other) => other !== id && roots.get(other) === id)
    return [{ root: standing(order, byId), merged: merged.flatMap((other) => byId.get(other) ?? []) }]
  })
}

/** The id of the order this one counts for: itself, if it is not merged. */
export function rootOf(id: string, orders: ReadonlyMap<string, Order>): string {
  const seen: string[] = []
  for (let at: string | null = id; at !== null; at = pointerOf(at, orders)) {
    const met = seen.indexOf(at)
    if (met >= 0) return smallest(seen.slice(met))
    seen.push(at)
  }
  return seen.at(-1) ?? id
}

/** Only a merge that stands points anywhere: what was sold or cancelled by itself counts for nobody else. */
function pointerOf(id: string, orders: ReadonlyMap<string, Order>): string | null {
  const order = orders.get(id)
  if (order === undefined || order.status !== 'merged' || order.mergedInto === null) return null
  return orders.has(order.mergedInto) ? order.mergedInto : null
}

/** The root of a circle stands by itself. Its pointer stays on it, so that it can be taken back. */
function standing(order: Order, orders: ReadonlyMap<string, Order>): Order {
  if (pointerOf(order.id, orders) === null) return order
  return { ...order, status: statusOf({ ...order, mergedInto: null }) }
}

function smallest(ids: readonly string[]): string {
  return ids.reduce((least, id) => (id < least ? id : least))
}
