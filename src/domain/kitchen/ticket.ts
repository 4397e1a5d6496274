import type { ItemModifier, Preparation } from '#domain/item/item.ts'

export interface TicketLine {
  readonly itemId: string
  readonly name: string
  readonly qty: number
  readonly modifiers: readonly Pick<ItemModifier, 'name' | 'prefix' | 'qty' | 'depth'>[]
  readonly note: string
  readonly stationId: string
  readonly preparation: Preparation
  /** Voided after it was sent: stays on the ticket, struck out, until the ticket is done. */
  readonly voided: boolean
}

/** What one order has in the kitchen, oldest sending first. */
export interface Ticket {
  readonly orderId: string
  readonly number: string
  readonly tableName: string | null
  readonly service: string
  readonly waiter: string
  readonly sentAt: number
  readonly preparation: Preparation
  readonly lines: readonly TicketLine[]
}

/** A ticket is as far as its slowest line. Voided lines do not hold it up. */
export function ticketPreparation(lines: readonly TicketLine[]): Preparation {
  const live = lines.filter((line) => !line.voided)
  if (live.length > 0 && live.every((line) => line.preparation === 'ready')) return 'ready'
  return live.some((line) => line.preparation !== 'pending') ? 'preparing' : 'pending'
}

/** The next step a tap makes. Ready is the end: a tap there changes nothing. */
export function nextPreparation(preparation: Preparation): Preparation {
  return preparation === 'pending' ? 'preparing' : 'ready'
}
