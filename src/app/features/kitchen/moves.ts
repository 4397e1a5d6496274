import { PREPARATIONS, type Preparation } from '#domain/item/item.ts'
import { nextPreparation, ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'

/** Items of one order that go to one preparation together. */
export interface Move {
  readonly orderId: string
  readonly itemIds: readonly string[]
  readonly preparation: Preparation
}

/** What a tap on a line does; null where there is nothing left to do. */
export function lineMove(orderId: string, line: TicketLine): Move | null {
  if (line.voided || line.preparation === 'ready') return null
  return { orderId, itemIds: [line.itemId], preparation: nextPreparation(line.preparation) }
}

/** What the ticket's button does: the lines that are behind catch up with the ticket's next step. */
export function ticketMove(ticket: Ticket): Move | null {
  const reached = ticketPreparation(ticket.lines)
  if (reached === 'ready') return null
  const preparation = nextPreparation(reached)
  const behind = liveLines(ticket).filter((line) => rank(line.preparation) < rank(preparation))
  if (behind.length === 0) return null
  return { orderId: ticket.orderId, itemIds: behind.map((line) => line.itemId), preparation }
}

/** Brings a ready ticket back to the board. */
export function recallMove(ticket: Ticket): Move {
  const itemIds = liveLines(ticket).map((line) => line.itemId)
  return { orderId: ticket.orderId, itemIds, preparation: 'preparing' }
}

/** The moves that put every line of `move` back to where it stands now on `ticket`. */
export function undoMoves(ticket: Ticket, move: Move): readonly Move[] {
  const moved = ticket.lines.filter((line) => move.itemIds.includes(line.itemId))
  return PREPARATIONS.flatMap((preparation) => {
    const itemIds = moved.filter((line) => line.preparation === preparation).map((line) => line.itemId)
    return itemIds.length === 0 ? [] : [{ orderId: move.orderId, itemIds, preparation }]
  })
}

/** The lines somebody still has to cook or has cooked. */
export function liveLines(ticket: Ticket): readonly TicketLine[] {
  return ticket.lines.filter((line) => !line.voided)
}

function rank(preparation: Preparation): number {
  return PREPARATIONS.indexOf(preparation)
}
