import type { Minor } from '#domain/money/money.ts'

/** The Z report of one business date: numbered, frozen, never written again. */
export interface DayClosed {
  /** Of its device, gapless from 1 ("A-Z12"): a number of the whole store would need a line between devices. */
  readonly number: string
  readonly businessDate: string
  readonly closedAt: number
  readonly closedBy: string
  readonly approvedBy: string | null
  /** Sales counted in it, by order id: what comes later is an addendum. */
  readonly orderIds: readonly string[]
  /** Refunds counted in it. */
  readonly refundIds: readonly string[]
  readonly figures: DayFigures
  /** Orders still open, by number: carried over. */
  readonly carriedOver: readonly string[]
}

/**
 * The sums a Z stands for, in minor units. `gross` to `tax`, `voids` and `rounding` are of the sales; what was given
 * back that day, of whatever day's sale, stands beside them and is taken off nowhere. [ZDAY6]
 */
export interface DayFigures {
  readonly orders: number
  readonly covers: number
  /** Lines as shown, before discounts. */
  readonly gross: Minor
  readonly discounts: Minor
  readonly comps: Minor
  /** Without gratuities. */
  readonly charges: Minor
  /** The staff's, never net sales. */
  readonly gratuities: Minor
  /** Without tax and gratuities. */
  readonly net: Minor
  readonly tax: Minor
  /** Of sales given back, with their tax, without tips; and the tax in it. */
  readonly refunds: Minor
  readonly refundedTax: Minor
  /** What the kitchen had and nobody paid for. */
  readonly voids: Minor
  /** Less those given back. */
  readonly tips: Minor
  /** What cash rounding brought, less what it cost. */
  readonly rounding: Minor
  readonly payments: readonly MethodFigures[]
  readonly taxes: readonly TaxFigures[]
}

/** `amount` paid for sales, `refunded` of sales given back by this method. */
export interface MethodFigures {
  readonly method: string
  readonly count: number
  readonly amount: Minor
  readonly refunded: Minor
}

/** `net` and `tax` of the sales; `refunded` of that tax was given back. */
export interface TaxFigures {
  readonly key: string
  readonly name: string
  readonly net: Minor
  readonly tax: Minor
  readonly refunded: Minor
}

/** Sales and refunds of a closed day that arrived afterwards: what the Z lacks. */
export interface DayAddendum {
  /** The Z's, with the letter of the device that wrote it and a counter: "A-Z12+B1". [ZDAY10] */
  readonly number: string
  readonly orderIds: readonly string[]
  readonly refundIds: readonly string[]
  readonly figures: DayFigures
  readonly at: number
  readonly by: string
}

/** A day's figures on paper: an X, or the Z as it was written. [ZDAY11] */
export interface DayReported {
  readonly printerId: string
  readonly businessDate: string
  /** Of the Z; empty: it is an X. */
  readonly number: string
  readonly figures: DayFigures
  readonly by: string
  readonly at: number
}

export type DayEvent =
  | { readonly type: 'day_closed'; readonly payload: DayClosed }
  | { readonly type: 'day_addended'; readonly payload: DayAddendum }
  | { readonly type: 'day_reported'; readonly payload: DayReported }

/** What the till knows about a day somebody wants to close. */
export interface DayFacts {
  readonly businessDate: string
  /** Of this device: its numbers begin with it. */
  readonly letter: string
  readonly nextNumber: string
  readonly openOrders: readonly string[]
  readonly scheduledOrders: readonly string[]
  readonly openShifts: readonly string[]
  readonly notCheckedOut: readonly string[]
  readonly unclearPayments: readonly string[]
  /** Devices that still hold sales nobody else has. */
  readonly unsyncedDevices: readonly string[]
  readonly orderIds: readonly string[]
  readonly refundIds: readonly string[]
  readonly figures: DayFigures
  readonly closed: DayClosed | null
}
