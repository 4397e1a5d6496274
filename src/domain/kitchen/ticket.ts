import type { Preparation } from '#domain/item/item.ts'
import type { LineAllergens } from '#domain/menu/allergens.ts'
import type { KitchenLine } from './line-text.ts'

/** [TICKET2] */
export interface TicketLine extends Pick<
  KitchenLine,
  'itemId' | 'stationId' | 'qty' | 'modifiers' | 'note' | 'seat' | 'course' | 'combo' | 'allergies'
> {
  /** With its size. */
  readonly name: string
  /** What it contains, as far as somebody said; null: nobody did. */
  readonly allergens?: LineAllergens | null
  readonly preparation: Preparation
  /** What the kitchen must notice on it now. */
  readonly mark: LineMark
  /** How many it was before some were taken back; the same as `qty` where none were. */
  readonly qtyBefore: number
  /** Voided after it was sent: stays on the ticket, struck out, until the ticket is done. */
  readonly voided: boolean
}

/** New: came after the rest of the ticket. Changed: not as it was when the kitchen last touched it. [TICKET5] */
export type LineMark = 'none' | 'new' | 'changed'

/** What one order has in the kitchen, oldest sending first. */
export interface Ticket {
  readonly orderId: string
  readonly number: string
  readonly tableName: string | null
  readonly service: string
  readonly waiter: string
  /** Empty: nobody asked. */
  readonly guestName: string
  /** When it is promised for; null: as soon as it can be. */
  readonly dueAt: number | null
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
