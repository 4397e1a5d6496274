import type { Preparation } from '#domain/item/item.ts'
import { ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'

/** A line for tests: two portions of the dish `itemId`. */
export function sampleLine(itemId: string, preparation: Preparation, voided = false): TicketLine {
  return { itemId, name: itemId, qty: 2, modifiers: [], note: '', stationId: 'bar', preparation, voided }
}

/** A ticket for tests, with its order's id as its number. */
export function sampleTicket(orderId: string, sentAt: number, ...lines: readonly TicketLine[]): Ticket {
  const preparation = ticketPreparation(lines)
  const order = { orderId, number: orderId, tableName: null, service: 'dine_in', waiter: 'Ana' }
  return { ...order, sentAt, preparation, lines }
}
