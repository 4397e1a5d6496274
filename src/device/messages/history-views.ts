import type { EventKey } from '#domain/event/envelope.ts'
import type { Minor } from '#domain/money/money.ts'
import type { Method } from '#domain/payment/payment.ts'
import type { OrderStatus, Service } from '#domain/order/order.ts'

/** Which orders of the history are shown. */
export type HistoryState = 'all' | 'open' | 'paid' | 'refunded' | 'cancelled'

/** Where a page of the history begins: after this order. */
export interface HistoryPlace {
  readonly openedAt: number
  readonly id: string
}

export interface HistoryAsked {
  readonly state: HistoryState
  /** The business date they were opened on; null: any. */
  readonly date: string | null
  /** A number, guest, table or waiter, or the beginning or middle of one; empty: any. */
  readonly text: string
}

export interface HistoryRow {
  readonly orderId: string
  readonly number: string
  readonly tableName: string | null
  readonly service: Service
  readonly guestName: string
  readonly waiter: string
  readonly openedAt: number
  readonly closedAt: number | null
  readonly status: OrderStatus
  readonly total: Minor
  /** Given back of its payments, tips with them. */
  readonly refunded: Minor
  readonly needsReview: boolean
}

/** A page of orders, those opened last first. */
export interface HistoryView {
  readonly orders: readonly HistoryRow[]
  /** Where to look further; null: there is nothing older. */
  readonly next: HistoryPlace | null
}

/** What happened, as the words of `src/i18n/en/history.ts` tell it. */
export type StoryWhat =
  | 'opened'
  | 'covers'
  | 'table'
  | 'noTable'
  | 'guest'
  | 'service'
  | 'transferred'
  | 'discounted'
  | 'discountRemoved'
  | 'chargeSet'
  | 'chargeCleared'
  | 'chargeWaived'
  | 'chargeRestored'
  | 'exempted'
  | 'taxed'
  | 'split'
  | 'unsplit'
  | 'merged'
  | 'unmerged'
  | 'closed'
  | 'reopened'
  | 'cancelled'
  | 'receipt'
  | 'copy'
  | 'billed'
  | 'checkReceipt'
  | 'checkCopy'
  | 'added'
  | 'qty'
  | 'note'
  | 'options'
  | 'placed'
  | 'held'
  | 'unheld'
  | 'moved'
  | 'lineDiscounted'
  | 'comped'
  | 'lineDiscountRemoved'
  | 'sent'
  | 'changed'
  | 'allergies'
  | 'allergiesOff'
  | 'pending'
  | 'preparing'
  | 'ready'
  | 'removed'
  | 'unmade'
  | 'wasted'
  | 'doubted'
  | 'settled'
  | 'asked'
  | 'unclear'
  | 'declined'
  | 'paid'
  | 'tip'
  | 'captured'
  | 'paymentVoided'
  | 'refunded'
  /** Written by a newer program. */
  | 'unknown'

/** One thing of an action. What a fact has nothing to say about is empty. */
export interface StoryFact {
  readonly what: StoryWhat
  /** The lines it is about, as "2 × Flat white". */
  readonly lines: readonly string[]
  /** A person, table, order, discount, charge or way to pay by name, or somebody's own words. */
  readonly name: string
  readonly method: Method | null
  readonly service: Service | null
  readonly amount: Minor | null
  readonly tip: Minor
  readonly count: number
  readonly reason: string
  /** Who said yes. */
  readonly approver: string
}

/** One action of one person. */
export interface StoryEntry {
  readonly key: string
  readonly at: number
  /** Empty: a device or server by itself. */
  readonly person: string
  readonly facts: readonly StoryFact[]
}

/** A page of what happened to an order, oldest first. */
export interface StoryView {
  readonly entries: readonly StoryEntry[]
  /** Where the rest begins; null: this is all. */
  readonly next: EventKey | null
}

/** How it stands with an order that is not on this device. `unknown`: the server has none either. */
export type AbsentOrder = 'coming' | 'offline' | 'unknown'
