import type { Entity } from '#database/entities.ts'
import { readKitchenOrderIds } from '#database/queries/kitchen.ts'
import { readOrderEntities } from '#database/queries/order-entities.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import type { KitchenView } from '#device/messages.ts'
import { singleFlight } from '#device/single-flight.ts'
import { readLookups, type Lookups } from '#device/views/lookups.ts'
import type { Replica } from '#sync/replica.ts'
import { createKeptOrders, ownerOf, type KeptOrders } from './kept-orders.ts'
import { readStations } from './stations.ts'

/** What a ticket names besides its order and items. */
const NAMED: ReadonlySet<string> = new Set(['table', 'user', 'station'])

export interface Names {
  readonly stations: KitchenView['stations']
  readonly lookups: Lookups
}

/** What the desk knows of the database without asking it. Knows nothing, and keeps nothing, until `catchUp`. */
export interface KitchenMemory {
  orders(): KeptOrders
  /** Reads what is lacking. Should that fail, everything is forgotten, to be read anew. */
  catchUp(): Promise<Names>
  /** Whether it knows everything the kitchen may need. */
  isComplete(): boolean
  isStarted(): boolean
  /** Takes over entities as they were just committed. Returns whether a name changed. */
  folded(entities: readonly Entity[]): boolean
}

export function createKitchenMemory(
  { db, store }: Pick<Replica, 'db' | 'store'>,
  recentSince: () => number,
): KitchenMemory {
  const missing = new Set<string>()
  let kept = createKeptOrders()
  let names: Names | null = null
  /** A name changed, perhaps while names are being read. */
  let renamed = false
  let started = false

  async function start(): Promise<void> {
    started = true
    for (const id of await readOpenOrderIds(db, store)) missing.add(id)
    for (const id of await readKitchenOrderIds(db, store, recentSince())) missing.add(id)
  }

  async function readNames(): Promise<void> {
    renamed = false
    const read = { stations: await readStations(db, store), lookups: await readLookups(db, store) }
    if (!renamed) names = read
  }

  function forget(): void {
    kept = createKeptOrders()
    missing.clear()
    names = null
    started = false
  }

  const readLacking = singleFlight<void, void>(async () => {
    try {
      if (!started) await start()
      const ids = [...missing]
      missing.clear()
      kept.put(await readOrderEntities(db, store, ids))
      if (names === null) await readNames()
    } catch (error) {
      forget()
      throw error
    }
  })

  return {
    orders: () => kept,
    async catchUp() {
      // An order that changes while it is read is missing again, and read again.
      while (missing.size > 0 || names === null) await readLacking()
      return names
    },
    isComplete: () => missing.size === 0 && names !== null,
    isStarted: () => started,
    folded(entities) {
      kept.put(entities.filter((entity) => kept.has(ownerOf(entity) ?? '')))
      for (const entity of entities) {
        const orderId = ownerOf(entity)
        if (orderId !== null && !kept.has(orderId)) missing.add(orderId)
      }
      if (!entities.some(({ type }) => NAMED.has(type))) return false
      renamed = true
      names = null
      return true
    },
  }
}
