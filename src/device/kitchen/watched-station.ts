import type { Ticket } from '#domain/kitchen/ticket.ts'
import type { TicketChange } from '#device/messages.ts'
import type { Lookups } from '#device/views/lookups.ts'
import { ticketOf, type CookedOrder } from './tickets.ts'

/** What the screens of one station (or of all of them) were told, to tell them only what is new. */
export interface WatchedStation {
  /** The tickets of these orders, oldest sending first; they count as told. */
  tickets(orders: readonly CookedOrder[]): readonly Ticket[]
  /** What is not yet told of them, or null; it counts as told. */
  change(orders: readonly CookedOrder[]): TicketChange | null
}

export function watchStation(stationId: string | null, lookups: Lookups): WatchedStation {
  /** An order that did not change is not made a ticket again. */
  const made = new WeakMap<CookedOrder, Ticket | null>()
  let told: ReadonlyMap<string, Ticket> = new Map()

  function make(order: CookedOrder): Ticket | null {
    const known = made.get(order)
    if (known !== undefined) return known
    const ticket = ticketOf(order, stationId, lookups)
    made.set(order, ticket)
    return ticket
  }

  function allOf(orders: readonly CookedOrder[]): Map<string, Ticket> {
    const all = new Map<string, Ticket>()
    for (const order of orders) {
      const ticket = make(order)
      if (ticket !== null) all.set(ticket.orderId, ticket)
    }
    return all
  }

  return {
    tickets(orders) {
      told = allOf(orders)
      return [...told.values()].sort((a, b) => a.sentAt - b.sentAt || (a.orderId < b.orderId ? -1 : 1))
    },
    change(orders) {
      const before = told
      const now = allOf(orders)
      const changed = [...now.values()].filter((ticket) => !isSame(before.get(ticket.orderId), ticket))
      const gone = [...before.keys()].filter((orderId) => !now.has(orderId))
      told = now
      return changed.length + gone.length === 0 ? null : { changed, gone }
    },
  }
}

function isSame(a: Ticket | undefined, b: Ticket): boolean {
  return a === b || (a !== undefined && JSON.stringify(a) === JSON.stringify(b))
}
