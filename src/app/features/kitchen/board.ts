import { ticketPreparation, type Ticket } from '#domain/kitchen/ticket.ts'
import { liveLines } from './moves.ts'

export interface Board {
  /** Cards, oldest sending first, so that none moves because of another. */
  readonly cards: readonly Ticket[]
  /** Done and carried out or about to be, the last one first. */
  readonly ready: readonly Ticket[]
}

/** What this screen remembers of what it showed. */
export interface Seen {
  /** Orders that became ready an instant ago: still cards. */
  readonly lingering: ReadonlySet<string>
  /** When orders became ready. */
  readonly readyAt: ReadonlyMap<string, number>
  /** Tickets taken back as a whole: the answer no longer has them, but somebody may still be cooking. */
  readonly gone: readonly Ticket[]
  /** Voided tickets a person took notice of. */
  readonly cleared: ReadonlySet<string>
}

export const NOTHING_SEEN: Seen = { lingering: new Set(), readyAt: new Map(), gone: [], cleared: new Set() }

export function boardOf(tickets: readonly Ticket[], seen: Seen): Board {
  const known = new Set(tickets.map((ticket) => ticket.orderId))
  const gone = seen.gone.filter((ticket) => !known.has(ticket.orderId))
  const bySending = [...tickets, ...gone].sort((a, b) => a.sentAt - b.sentAt || compare(a.number, b.number))
  const isCard = (ticket: Ticket): boolean => !isReady(ticket) || seen.lingering.has(ticket.orderId)
  const readyAt = (ticket: Ticket): number => seen.readyAt.get(ticket.orderId) ?? ticket.sentAt
  return {
    cards: bySending.filter((ticket) => isCard(ticket) && !seen.cleared.has(clearKey(ticket))),
    ready: bySending.filter((ticket) => !isCard(ticket)).sort((a, b) => readyAt(b) - readyAt(a)),
  }
}

export function isReady(ticket: Ticket): boolean {
  return ticketPreparation(ticket.lines) === 'ready'
}

/** Nobody waits for anything on it any more: it stays until somebody in the kitchen has taken notice. */
export function isVoid(ticket: Ticket): boolean {
  return liveLines(ticket).length === 0
}

/** What a person took notice of: the same ticket with another line later is a new thing to notice. */
export function clearKey(ticket: Ticket): string {
  return [ticket.orderId, ...ticket.lines.map((line) => line.itemId)].join(' ')
}

/** How many portions are still to be cooked. */
export function portionsLeft(tickets: readonly Ticket[]): number {
  const lines = tickets.flatMap(liveLines).filter((line) => line.preparation !== 'ready')
  return lines.reduce((total, line) => total + line.qty, 0)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
