import { ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'
import { isReady, isVoid } from './board.ts'

/** What people in the kitchen should notice between two looks at the tickets. */
export interface News {
  /** Items that were not there before. */
  readonly arrived: readonly string[]
  /** Items somebody was cooking, or about to, that nobody wants any more. */
  readonly voided: readonly string[]
  /** Orders that became ready. */
  readonly ready: readonly string[]
  /** Tickets whose unfinished dishes were all taken back, with these as voided lines. */
  readonly gone: readonly Ticket[]
}

export function newsBetween(before: readonly Ticket[], after: readonly Ticket[]): News {
  const known = new Map(before.flatMap((ticket) => ticket.lines).map((line) => [line.itemId, line]))
  const wasReady = new Map(before.map((ticket) => [ticket.orderId, isReady(ticket)]))
  const lines = after.flatMap((ticket) => ticket.lines)
  const isNew = (line: TicketLine): boolean => !known.has(line.itemId) && !line.voided
  const isGone = (line: TicketLine): boolean => line.voided && known.get(line.itemId)?.voided === false
  const gone = goneTickets(before, after)
  const voided = [...lines.filter(isGone), ...gone.flatMap((ticket) => ticket.lines)]
  return {
    arrived: lines.filter(isNew).map((line) => line.itemId),
    voided: voided.map((line) => line.itemId),
    ready: after
      .filter((ticket) => isReady(ticket) && wasReady.get(ticket.orderId) === false)
      .map((ticket) => ticket.orderId),
    gone,
  }
}

function goneTickets(before: readonly Ticket[], after: readonly Ticket[]): readonly Ticket[] {
  const known = new Set(after.map((ticket) => ticket.orderId))
  return before
    .filter((ticket) => !known.has(ticket.orderId) && !isReady(ticket) && !isVoid(ticket))
    .map((ticket) => {
      const unfinished = ticket.lines.filter((line) => line.preparation !== 'ready')
      const lines = unfinished.map((line) => ({ ...line, voided: true }))
      return { ...ticket, preparation: ticketPreparation(lines), lines }
    })
}
