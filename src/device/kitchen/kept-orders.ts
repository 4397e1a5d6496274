import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import { entityKey, type Entity } from '#database/entities.ts'
import { foldInOrder, type ReadEvent } from '#sync/fold-entities.ts'
import type { CookedOrder } from './tickets.ts'

/** Orders and items as entities, in memory: what the kitchen has, and every open order that may come to it. */
export interface KeptOrders {
  has(orderId: string): boolean
  /** Takes over entities as they stand now. */
  put(entities: readonly Entity[]): void
  /** Forgets the orders that are not to be kept. */
  keepOnly(isKept: (order: CookedOrder) => boolean): void
  /** Each is the same object until it changes. */
  all(): readonly CookedOrder[]
  /**
   * The orders as they will stand after these events, without keeping anything; null where memory cannot tell: an
   * order is not kept, an event is late, or its meaning is unknown.
   */
  after(events: readonly ReadEvent[]): readonly CookedOrder[] | null
}

/** An order and its items, by `entityKey`. */
type Entities = ReadonlyMap<string, Entity>

interface Kept {
  readonly entities: Entities
  readonly cooked: CookedOrder | null
}

export function createKeptOrders(): KeptOrders {
  const kept = new Map<string, Kept>()
  const orderOfItem = new Map<string, string>()

  function after(events: readonly ReadEvent[]): readonly CookedOrder[] | null {
    const touched = new Map<string, Entities>()
    const added = new Map<string, string>()
    for (const { envelope, reading } of events) {
      if (envelope.entType !== 'order' && envelope.entType !== 'item') continue
      if (reading.kind !== 'event') return null
      const { event } = reading
      const id = envelope.entId
      // It leaves one order for another: the tables know both.
      if (event.type === 'item_moved') return null
      if (event.type === 'item_added') added.set(id, event.payload.orderId)
      const orderId = envelope.entType === 'order' ? id : (orderOfItem.get(id) ?? added.get(id))
      if (orderId === undefined) return null
      const opened = event.type === 'order_opened' ? new Map<string, Entity>() : null
      const before = touched.get(orderId) ?? kept.get(orderId)?.entities ?? opened
      const key = entityKey(envelope.entType, id)
      const entity = before === null ? null : foldInOrder(before.get(key), { envelope, reading })
      if (before === null || entity === null) return null
      touched.set(orderId, new Map(before).set(key, entity))
    }
    const changed = [...touched].map(([orderId, entities]) => [orderId, keep(entities)] as const)
    return cookedOf(new Map([...kept, ...changed]))
  }

  /** An item that was moved is no longer a part of the order it left. */
  function settle(itemId: string, orderId: string): void {
    const before = orderOfItem.get(itemId)
    orderOfItem.set(itemId, orderId)
    const left = before === undefined || before === orderId ? undefined : kept.get(before)
    if (before === undefined || left === undefined) return
    const rest = new Map(left.entities)
    rest.delete(entityKey('item', itemId))
    kept.set(before, keep(rest))
  }

  return {
    has: (orderId) => kept.has(orderId),
    put(entities) {
      for (const [orderId, changed] of byOrder(entities)) {
        kept.set(orderId, keep(new Map([...(kept.get(orderId)?.entities ?? []), ...changed])))
        for (const { type, id } of changed.values()) if (type === 'item') settle(id, orderId)
      }
    },
    keepOnly(isKept) {
      for (const [orderId, { entities, cooked }] of kept) {
        if (cooked !== null && isKept(cooked)) continue
        kept.delete(orderId)
        for (const { id } of entities.values()) orderOfItem.delete(id)
      }
    },
    all: () => cookedOf(kept),
    after,
  }
}

/** The order an entity belongs to; null for what is neither an order nor an item. */
export function ownerOf({ type, id, state }: Entity): string | null {
  if (type === 'order') return id
  return type === 'item' ? ((state as Item | null)?.orderId ?? null) : null
}

function byOrder(entities: readonly Entity[]): ReadonlyMap<string, Entities> {
  const orders = new Map<string, Map<string, Entity>>()
  for (const entity of entities) {
    const orderId = ownerOf(entity)
    if (orderId === null) continue
    const own = orders.get(orderId) ?? new Map<string, Entity>()
    orders.set(orderId, own.set(entityKey(entity.type, entity.id), entity))
  }
  return orders
}

function keep(entities: Entities): Kept {
  let order: Order | null = null
  const items: Item[] = []
  for (const { type, state } of entities.values()) {
    if (type === 'order') order = state as Order | null
    else if (state !== null) items.push(state as Item)
  }
  return { entities, cooked: order === null ? null : { order, items } }
}

function cookedOf(kept: ReadonlyMap<string, Kept>): readonly CookedOrder[] {
  return [...kept.values()].flatMap(({ cooked }) => cooked ?? [])
}
