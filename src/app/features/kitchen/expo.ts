import type { Ticket, TicketLine } from '#domain/kitchen/ticket.ts'
import { liveLines } from './moves.ts'

/** An order at the pass: what can go out, and what it still waits for. */
interface ExpoOrder {
  readonly ticket: Ticket
  readonly ready: readonly TicketLine[]
  readonly missing: readonly TicketLine[]
}

/**
 * Every order with something that nobody has carried out, oldest first; what was served, and what was
 * taken back, is left out. [EXPO1]
 */
export function expoOrders(tickets: readonly Ticket[], served: ReadonlySet<string>): readonly ExpoOrder[] {
  return tickets
    .map((ticket) => expoOrder(ticket, served))
    .filter(({ ready, missing }) => ready.length + missing.length > 0)
    .sort((a, b) => a.ticket.sentAt - b.ticket.sentAt || (a.ticket.number < b.ticket.number ? -1 : 1))
}

export function expoOrder(ticket: Ticket, served: ReadonlySet<string>): ExpoOrder {
  const left = liveLines(ticket).filter((line) => !served.has(line.itemId))
  const ready = left.filter((line) => line.preparation === 'ready')
  return { ticket, ready, missing: left.filter((line) => line.preparation !== 'ready') }
}

/** Orders that were carried out whole, last first: what left too early is brought back from here. [EXPO2] */
export function servedTickets(tickets: readonly Ticket[], served: ReadonlySet<string>): readonly Ticket[] {
  return tickets
    .filter((ticket) => {
      const live = liveLines(ticket)
      return live.length > 0 && live.every((line) => served.has(line.itemId))
    })
    .sort((a, b) => b.sentAt - a.sentAt)
}

/** What counts as served of what was: not what the kitchen took back, nor what no ticket has any more. [EXPO2] */
export function stillServed(tickets: readonly Ticket[], served: readonly string[]): readonly string[] {
  const ready = tickets.flatMap(liveLines).filter((line) => line.preparation === 'ready')
  const known = new Set(ready.map((line) => line.itemId))
  return served.filter((itemId) => known.has(itemId))
}
