import type { Preparation } from '#domain/item/item.ts'
import { ticketPreparation, type Ticket, type TicketLine } from '#domain/kitchen/ticket.ts'

/** A line for tests: two portions of the dish `itemId`. */
export function sampleLine(itemId: string, preparation: Preparation, voided = false): TicketLine {
  const plain = {
    note: '',
    combo: '',
    seat: 0,
    course: 0,
    modifiers: [],
    mark: 'none',
    qtyBefore: 2,
  } as const
  return { ...plain, itemId, name: itemId, qty: 2, stationId: 'bar', preparation, voided }
}

/** A ticket for tests, with its order's id as its number. */
export function sampleTicket(orderId: string, sentAt: number, ...lines: readonly TicketLine[]): Ticket {
  const preparation = ticketPreparation(lines)
  const order = {
    orderId,
    number: orderId,
    tableName: null,
    service: 'dine_in',
    waiter: 'Ana',
    guestName: '',
    dueAt: null,
  }
  return { ...order, sentAt, preparation, lines }
}
