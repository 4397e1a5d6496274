import type { DayFigures } from '#domain/day/day-close.ts'
import type { HourTotal } from '#domain/day/day-report.ts'
import type { Minor } from '#domain/money/money.ts'
import type { CashFlow } from '#domain/shift/shift.ts'

/** A tax at its rate: what it was applied to, and what it came to. What an exempt guest did not bear stands apart. */
export interface TaxRow {
  readonly id: string
  readonly name: string
  readonly ratePpm: number
  readonly inclusive: boolean
  readonly exempt: boolean
  readonly net: Minor
  readonly tax: Minor
}

/** A dish under the name and in the category it was sold by. `amount` is what guests paid for it. [REPORT2] */
export interface ItemRow {
  readonly menuItemId: string
  readonly name: string
  readonly categoryId: string
  readonly qty: number
  readonly amount: Minor
}

/** Sold dishes that say what they are made of: what they brought without tax, and what that cost. [REPORT11] */
export interface CostRow {
  readonly menuItemId: string
  readonly name: string
  readonly categoryId: string
  readonly qty: number
  readonly net: Minor
  /** Thousandths of the currency's smallest unit. */
  readonly worth: number
}

/** Tips of one person: of how many payments, and what of tips was given back on these dates. [REPORT12] */
export interface TipRow {
  readonly id: string
  readonly count: number
  readonly amount: Minor
  readonly refunded: Minor
}

/** Sales of one category; `qty` are dishes. */
export interface CategoryRow {
  readonly categoryId: string
  readonly qty: number
  readonly amount: Minor
}

/** Sales of one waiter, table or service, by its id; empty: none. */
export interface GroupRow {
  readonly id: string
  readonly orders: number
  readonly covers: number
  readonly amount: Minor
}

/**
 * Money that was not taken, given back or moved by hand: what kind, why, who did it and who allowed it. `approvedBy`
 * is empty where nobody had to. [REPORT5]
 */
export interface LossRow {
  readonly kind: string
  /** Of the discount or the dish; empty: it has none. */
  readonly name: string
  readonly reason: string
  readonly by: string
  readonly approvedBy: string
  /** How often; of voids, how many pieces. */
  readonly count: number
  readonly amount: Minor
}

/** A drawer session, told under the date it was opened on, as it was frozen at its close. [SHIFT4] */
export interface SessionRow {
  readonly id: string
  readonly drawer: string
  readonly businessDate: string
  readonly openedAt: number
  readonly openedBy: string
  readonly float: Minor
  /** Null: it is still open. */
  readonly closed: SessionClose | null
}

export interface SessionClose extends CashFlow {
  readonly expected: Minor
  readonly counted: Minor
  /** counted − expected: over is positive, short is negative. */
  readonly difference: Minor
}

/** What any number of business dates came to: sums and nothing else, rows in the order of their keys. [REPORT3] */
export interface Report {
  /** As a Z tells them. */
  readonly figures: DayFigures
  /** What guests paid for orders, with tax and charges, without tips. */
  readonly paid: Minor
  readonly taxes: readonly TaxRow[]
  readonly items: readonly ItemRow[]
  readonly costs: readonly CostRow[]
  readonly categories: readonly CategoryRow[]
  readonly hours: readonly HourTotal[]
  readonly waiters: readonly GroupRow[]
  readonly tips: readonly TipRow[]
  readonly tables: readonly GroupRow[]
  readonly services: readonly GroupRow[]
  /** Discounts and comps of what was sold. */
  readonly discounts: readonly LossRow[]
  readonly voids: readonly LossRow[]
  /** Of sales given back, by the method they went back by. */
  readonly refunds: readonly LossRow[]
  readonly sessions: readonly SessionRow[]
  readonly cashMoves: readonly LossRow[]
}
