import type { Envelope } from '#domain/event/envelope.ts'
import type { Entity } from '#database/entities.ts'
import { readKitchenOrderIds } from '#database/queries/kitchen.ts'
import { readOrderEntities } from '#database/queries/order-entities.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import type { KitchenView, TicketChange } from '#device/messages.ts'
import { readLookups, type Lookups } from '#device/views/lookups.ts'
import { readEvent } from '#sync/fold-entities.ts'
import type { Replica } from '#sync/replica.ts'
import { singleFlight } from '#device/single-flight.ts'
import { createKeptOrders, ownerOf } from './kept-orders.ts'
import { readStations } from './stations.ts'
import { isInKitchen, type CookedOrder } from './tickets.ts'
import { watchStation, type WatchedStation } from './watched-station.ts'

/** How long a finished ticket stays within reach of a recall, and a voided one in sight. */
const RECENT_MS = 30 * 60_000
/** What a ticket names besides its order and items. */
const NAMED: ReadonlySet<string> = new Set(['table', 'user', 'station'])

/**
 * The kitchen's tickets, kept ready in memory so that an order is on the screen before anything is asked of the
 * database. Does nothing until somebody looks at a kitchen.
 */
export interface KitchenDesk {
  /** The tickets of one station, or of all; from now on every change of them is told. */
  view(stationId: string | null): Promise<KitchenView>
  /** Events that are being taken in right now: shown at once, and put right by `folded` should they not stay. */
  arriving(events: readonly Envelope[]): void
  /** Entities as they were just committed. */
  folded(entities: readonly Entity[]): void
}

export interface KitchenDeskOptions {
  readonly replica: Pick<Replica, 'db' | 'store'>
  /** See `readEvent`. */
  readonly recordAuthor: string | null
  /** Corrected time in milliseconds since 1970. */
  readonly now: () => number
  readonly onChange: (stationId: string | null, change: TicketChange) => void
  /** It could not be read what changed: whoever looks has to ask again. */
  readonly onLost: (error: unknown) => void
}

interface Names {
  readonly stations: KitchenView['stations']
  readonly lookups: Lookups
}

export function createKitchenDesk(options: KitchenDeskOptions): KitchenDesk {
  const { replica, now, onChange } = options
  /** The stations somebody looks at. */
  const watched = new Map<string | null, WatchedStation>()
  const missing = new Set<string>()
  let kept = createKeptOrders()
  let names: Names | null = null
  /** A name changed, perhaps while names are being read. */
  let renamed = false
  let started = false

  async function start(): Promise<void> {
    started = true
    const { db, store } = replica
    const ids = [
      ...(await readOpenOrderIds(db, store)),
      ...(await readKitchenOrderIds(db, store, now() - RECENT_MS)),
    ]
    for (const id of ids) missing.add(id)
  }

  async function readNames(): Promise<void> {
    const { db, store } = replica
    renamed = false
    const read = { stations: await readStations(db, store), lookups: await readLookups(db, store) }
    if (!renamed) names = read
  }

  const readLacking = singleFlight<void, void>(async () => {
    try {
      if (!started) await start()
      const ids = [...missing]
      missing.clear()
      kept.put(await readOrderEntities(replica.db, replica.store, ids))
      if (names === null) await readNames()
    } catch (error) {
      // What was to be read is not known any more: all of it is read anew.
      forget()
      throw error
    }
  })

  /** Reads what memory lacks. An order that changes meanwhile is missing again, and read again. */
  async function catchUp(): Promise<Names> {
    while (missing.size > 0 || names === null) await readLacking()
    return names
  }

  function shown(orders: readonly CookedOrder[]): readonly CookedOrder[] {
    const since = now() - RECENT_MS
    return orders.filter((order) => isInKitchen(order, since))
  }

  function tell(orders: readonly CookedOrder[]): void {
    const inKitchen = shown(orders)
    for (const [stationId, station] of watched) {
      const change = station.change(inKitchen)
      if (change !== null) onChange(stationId, change)
    }
  }

  async function renew(): Promise<void> {
    await catchUp()
    const since = now() - RECENT_MS
    kept.keepOnly((one) => one.order.status === 'open' || isInKitchen(one, since))
    tell(kept.all())
  }

  /** Whoever looks asks again when names change, for tickets of the new ones. */
  function forgetNames(): void {
    names = null
    watched.clear()
  }

  function forget(): void {
    kept = createKeptOrders()
    missing.clear()
    forgetNames()
    started = false
  }

  return {
    async view(stationId) {
      const { stations, lookups } = await catchUp()
      // Others who look at it must not miss what this one is told.
      tell(kept.all())
      const station = watched.get(stationId) ?? watchStation(stationId, lookups)
      watched.set(stationId, station)
      return { stations, tickets: station.tickets(shown(kept.all())) }
    },
    arriving(events) {
      if (watched.size === 0 || names === null || missing.size > 0) return
      const orders = kept.after(events.map((event) => readEvent(event, options.recordAuthor)))
      if (orders !== null) tell(orders)
    },
    folded(entities) {
      if (!started) return
      const known = entities.filter((entity) => kept.has(ownerOf(entity) ?? ''))
      kept.put(known)
      for (const entity of entities) {
        const orderId = ownerOf(entity)
        if (orderId !== null && !kept.has(orderId)) missing.add(orderId)
        if (NAMED.has(entity.type)) renamed = true
      }
      if (renamed) forgetNames()
      renew().catch(options.onLost)
    },
  }
}
