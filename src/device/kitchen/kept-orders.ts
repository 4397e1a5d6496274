import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import { entityKey, type Entity } from '#database/entities.ts'
import { foldInOrder, type ReadEvent } from '#sync/fold-entities.ts'
import type { CookedOrder } from './tickets.ts'

/** Orders and items as entities, in memory: what the kitchen has, and every open order that may come to it. */
export interface KeptOrders {
  has(orderId: string): boolean
  /** Takes over entities as they stand now. Returns the orders they belong to. */
  put(entities: readonly Entity[]): readonly string[]
  /** Forgets the orders that are not to be kept. */
  keepOnly(isKept: (order: CookedOrder) => boolean): void
  all(): readonly CookedOrder[]
  /**
   * The orders as they will stand after these events, without keeping anything; null where memory cannot tell: an
   * order is not kept, an event is late, or its meaning is unknown.
   */
  after(events: readonly ReadEvent[]): readonly CookedOrder[] | null
}

type Entities = ReadonlyMap<string, Entity>

export function createKeptOrders(): KeptOrders {
  /** Order → itself and its items, by `entityKey`. */
  const kept = new Map<string, Entities>()
  const orderOfItem = new Map<string, string>()

  function after(events: readonly ReadEvent[]): readonly CookedOrder[] | null {
    const touched = new Map<string, Entities>()
    const added = new Map<string, string>()
    for (const { envelope, reading } of events) {
      if (envelope.entType !== 'order' && envelope.entType !== 'item') continue
      if (reading.kind !== 'event') return null
      const { event } = reading
      const id = envelope.entId
      if (event.type === 'item_added') added.set(id, event.payload.orderId)
      const orderId = envelope.entType === 'order' ? id : (orderOfItem.get(id) ?? added.get(id))
      if (orderId === undefined) return null
      const opened = event.type === 'order_opened' ? new Map<string, Entity>() : null
      const before = touched.get(orderId) ?? kept.get(orderId) ?? opened
      const key = entityKey(envelope.entType, id)
      const entity = before === null ? null : foldInOrder(before.get(key), { envelope, reading })
      if (before === null || entity === null) return null
      touched.set(orderId, new Map(before).set(key, entity))
    }
    return cooked(new Map([...kept, ...touched]).values())
  }

  return {
    has: (orderId) => kept.has(orderId),
    put(entities) {
      const touched = new Set<string>()
      for (const entity of entities) {
        const orderId = ownerOf(entity)
        if (orderId === null) continue
        touched.add(orderId)
        if (entity.type === 'item') orderOfItem.set(entity.id, orderId)
        kept.set(orderId, new Map(kept.get(orderId)).set(entityKey(entity.type, entity.id), entity))
      }
      return [...touched]
    },
    keepOnly(isKept) {
      for (const [orderId, entities] of kept) {
        const [order] = cooked([entities])
        if (order !== undefined && isKept(order)) continue
        kept.delete(orderId)
        for (const { id } of entities.values()) orderOfItem.delete(id)
      }
    },
    all: () => cooked(kept.values()),
    after,
  }
}

/** The order an entity belongs to; null for what is neither an order nor an item. */
export function ownerOf({ type, id, state }: Entity): string | null {
  if (type === 'order') return id
  return type === 'item' ? ((state as Item | null)?.orderId ?? null) : null
}

function cooked(orders: Iterable<Entities>): readonly CookedOrder[] {
  const found: CookedOrder[] = []
  for (const entities of orders) {
    let order: Order | null = null
    const items: Item[] = []
    for (const { type, state } of entities.values()) {
      if (type === 'order') order = state as Order | null
      else if (state !== null) items.push(state as Item)
    }
    if (order !== null) found.push({ order, items })
  }
  return found
}
