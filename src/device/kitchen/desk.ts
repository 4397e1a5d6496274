import type { Envelope } from '#domain/event/envelope.ts'
import type { Entity } from '#database/entities.ts'
import type { KitchenView, TicketChange } from '#device/messages.ts'
import { readEvent } from '#sync/fold-entities.ts'
import type { Replica } from '#sync/replica.ts'
import { createKitchenMemory } from './memory.ts'
import { isInKitchen, type CookedOrder } from './tickets.ts'
import { watchStation, type WatchedStation } from './watched-station.ts'

/** How long a finished ticket stays within reach of a recall, and a voided one in sight. */
const RECENT_MS = 30 * 60_000

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
  /** Corrected time in milliseconds since 1970. */
  readonly now: () => number
  readonly onChange: (stationId: string | null, change: TicketChange) => void
  /** It could not be read what changed: whoever looks has to ask again. */
  readonly onLost: (error: unknown) => void
}

export function createKitchenDesk(options: KitchenDeskOptions): KitchenDesk {
  const recentSince = (): number => options.now() - RECENT_MS
  const memory = createKitchenMemory(options.replica, recentSince)
  /** The stations somebody looks at. */
  const watched = new Map<string | null, WatchedStation>()

  function shown(orders: readonly CookedOrder[]): readonly CookedOrder[] {
    const since = recentSince()
    return orders.filter((order) => isInKitchen(order, since))
  }

  function tell(orders: readonly CookedOrder[]): void {
    const inKitchen = shown(orders)
    for (const [stationId, station] of watched) {
      const change = station.change(inKitchen)
      if (change !== null) options.onChange(stationId, change)
    }
  }

  async function renew(): Promise<void> {
    await memory.catchUp()
    const since = recentSince()
    memory.orders().keepOnly((one) => one.order.status === 'open' || isInKitchen(one, since))
    tell(memory.orders().all())
  }

  return {
    async view(stationId) {
      const { stations, lookups } = await memory.catchUp()
      const orders = memory.orders().all()
      // Others who look at it must not miss what this one is told.
      tell(orders)
      const station = watched.get(stationId) ?? watchStation(stationId, lookups)
      watched.set(stationId, station)
      return { stations, tickets: station.tickets(shown(orders)) }
    },
    arriving(events) {
      if (watched.size === 0 || !memory.isComplete()) return
      const read = events.map((event) => readEvent(event))
      const orders = memory.orders().after(read)
      if (orders !== null) tell(orders)
    },
    folded(entities) {
      if (!memory.isStarted()) return
      // With new names, everybody who looks asks again.
      if (memory.folded(entities)) watched.clear()
      renew().catch((error: unknown) => {
        watched.clear()
        options.onLost(error)
      })
    },
  }
}
