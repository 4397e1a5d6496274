import type { Minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'

export const METHODS = ['cash', 'card', 'voucher', 'account', 'other'] as const
/** How the guest paid. A card is recorded as the external terminal answered; no card number ever enters. */
export type Method = (typeof METHODS)[number]

/** A way to pay as the store sets it up: a meal voucher, a room, a delivery platform. */
export interface PaymentMethod {
  readonly name: string
  readonly kind: Method
  readonly position: number
  readonly active: boolean
}

/** A card payment asked of a terminal, before its answer. It counts for nothing until it is taken. */
export interface PaymentRequested {
  readonly orderId: string
  readonly checkId: string | null
  readonly method: Method
  readonly methodName: string
  readonly amount: Minor
  readonly tip: Minor
  readonly requestedAt: number
  readonly requestedBy: string
  readonly businessDate: string
}

export interface PaymentTaken {
  readonly orderId: string
  /** The check it pays, or null: the order. */
  readonly checkId: string | null
  readonly method: Method
  /** The store's name for the method; empty for plain cash and card. */
  readonly methodName: string
  /** What counts towards the order. */
  readonly amount: Minor
  /** On top, for an employee; never a sale. */
  readonly tip: Minor
  readonly tipFor: string | null
  /** Cash rounding: added to the amount to reach what coins can pay; negative takes off. 0 for all but cash. */
  readonly rounding: Minor
  /** What was handed over; for cash it may be more than is due. */
  readonly tendered: Minor
  /** tendered − amount − rounding − tip. */
  readonly change: Minor
  /** The drawer session that holds the cash, or null. */
  readonly shiftId: string | null
  /** The terminal's or voucher's own number; unique for its method. Empty where there is none. */
  readonly reference: string
  readonly takenAt: number
  readonly takenBy: string
  readonly businessDate: string
}

/** Money given back, on the day it is given; it belongs to the payment it takes back from. */
export interface Refund extends Authority {
  readonly refundId: string
  readonly method: Method
  readonly methodName: string
  /** At most what was paid less earlier refunds. Without the tip. */
  readonly amount: Minor
  /**
   * The part of the amount that never was a sale: taken beyond what the order costs, or for an order not closed. It
   * is to pay again; only the rest takes back sales and tax. [REFUND5]
   */
  readonly excess: Minor
  readonly tip: Minor
  /** Cash rounding: added to the amount to reach what coins can pay. */
  readonly rounding: Minor
  /** The lines it is for; empty for a plain amount. */
  readonly lines: readonly { readonly itemId: string; readonly qty: number; readonly amount: Minor }[]
  /** The part of each tax it takes back, from the sale's own figures. */
  readonly taxes: readonly { readonly key: string; readonly tax: Minor }[]
  readonly shiftId: string | null
  readonly businessDate: string
}

export type PaymentEvent =
  | { readonly type: 'payment_requested'; readonly payload: PaymentRequested }
  /** Nobody knows whether the card was charged: it is never charged again by itself. */
  | { readonly type: 'payment_unknown'; readonly payload: { readonly at: number } }
  | { readonly type: 'payment_declined'; readonly payload: { readonly at: number; readonly by: string } }
  | { readonly type: 'payment_taken'; readonly payload: PaymentTaken }
  | {
      readonly type: 'payment_tip_set'
      readonly payload: {
        readonly tip: Minor
        readonly tipFor: string | null
        readonly by: string
        readonly at: number
      }
    }
  /** Settled with the bank, or counted in the drawer: from here on it is refunded, not voided. */
  | { readonly type: 'payment_captured'; readonly payload: { readonly at: number } }
  | { readonly type: 'payment_voided'; readonly payload: Authority }
  | { readonly type: 'payment_refunded'; readonly payload: Refund }

/** It only moves forward: requested → unknown → declined → taken → voided. */
export type PaymentStatus = 'requested' | 'unknown' | 'declined' | 'taken' | 'voided'

export interface Payment extends PaymentTaken {
  readonly id: string
  readonly status: PaymentStatus
  readonly capturedAt: number | null
  readonly refunds: readonly Refund[]
  readonly voided: Authority | null
}
