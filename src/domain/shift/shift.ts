import type { Minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'

/**
 * Cash that moves without a sale. Signs: paid-in adds to the drawer, the others take from it. A no sale moves nothing:
 * the drawer is opened, and it is known by whom and why. [DRAWER2]
 */
export const CASH_MOVES = ['paid_in', 'paid_out', 'drop', 'tip_out', 'no_sale'] as const
export type CashMoveKind = (typeof CASH_MOVES)[number]

export interface CashMove extends Authority {
  readonly moveId: string
  readonly kind: CashMoveKind
  readonly amount: Minor
  /** Who got or gave it: a supplier, the safe, a waiter. */
  readonly party: string
}

/** What was found in the drawer: how many of each coin and note. Face values in minor units. */
export interface DrawerCount {
  readonly pieces: readonly { readonly value: Minor; readonly count: number }[]
  readonly total: Minor
  /** What the books said when it was counted: once they say something else, it must be counted again. */
  readonly expected: Minor
  /** The person did not see what was expected. */
  readonly blind: boolean
  readonly by: string
  readonly at: number
}

/** One drawer from float to count. Cash payments name it by id. */
export interface ShiftOpened {
  readonly drawer: string
  readonly float: Minor
  readonly businessDate: string
  readonly openedAt: number
  readonly openedBy: string
  readonly approvedBy: string | null
}

/** What went through a drawer, in minor units, each zero or more but for cash sales. */
export interface CashFlow {
  /** What counted towards orders, with its cash rounding: handed over less change and tips. */
  readonly cashSales: Minor
  readonly cashTips: Minor
  /** With their tips and cash rounding. */
  readonly cashRefunds: Minor
  readonly paidIn: Minor
  readonly paidOut: Minor
  readonly drops: Minor
  readonly tipsOut: Minor
}

/** Frozen when the drawer is closed. */
export interface ShiftClosed extends CashFlow {
  readonly expected: Minor
  readonly counted: Minor
  /** counted − expected: over is positive, short is negative. */
  readonly difference: Minor
  readonly by: string
  readonly approvedBy: string | null
  readonly at: number
}

export type ShiftEvent =
  | { readonly type: 'shift_opened'; readonly payload: ShiftOpened }
  | { readonly type: 'shift_cash_moved'; readonly payload: CashMove }
  | { readonly type: 'shift_counted'; readonly payload: DrawerCount }
  | { readonly type: 'shift_closed'; readonly payload: ShiftClosed }

/** Whether something happened while a drawer was open. What comes in the moment of its close is the next one's. */
export function isDuring({ openedAt, closed }: Pick<Shift, 'openedAt' | 'closed'>, at: number): boolean {
  return at >= openedAt && (closed === null || at < closed.at)
}

export interface Shift extends ShiftOpened {
  readonly id: string
  readonly status: 'open' | 'closed'
  /** Every one, each once; also those that came after the close. */
  readonly moves: readonly CashMove[]
  readonly counts: readonly DrawerCount[]
  readonly closed: ShiftClosed | null
  /** A second close by a till that had not seen the first. */
  readonly otherCloses: readonly ShiftClosed[]
}
