import type { DayCheck } from '#domain/day/checklist.ts'
import type { DayFigures } from '#domain/day/day-close.ts'
import type { Minor } from '#domain/money/money.ts'
import type { CheckOut, CheckOutFacts } from '#domain/shift/check-out.ts'
import type { CashFlow, CashMove, ShiftClosed } from '#domain/shift/shift.ts'
import type { ShiftReviewReason } from '#domain/shift/shift-review.ts'

/** A drawer session as this person may see it: `flow`, `expected` and `difference` are null to who counts blind. */
export interface DrawerSessionView {
  readonly shiftId: string
  readonly drawer: string
  /** The till it belongs to, by name. */
  readonly name: string
  readonly status: 'open' | 'closed'
  readonly float: Minor
  readonly businessDate: string
  readonly openedAt: number
  readonly openedBy: string
  readonly moves: readonly (CashMove & { readonly byName: string })[]
  /** The last count; `outdated`: cash moved since. */
  readonly count: { readonly total: Minor; readonly at: number; readonly outdated: boolean } | null
  readonly flow: CashFlow | null
  readonly expected: Minor | null
  readonly closed: (Pick<ShiftClosed, 'counted' | 'at'> & { readonly by: string }) | null
  readonly difference: Minor | null
  readonly review: readonly ShiftReviewReason[]
}

export interface DrawerView {
  /** This device's drawer, by the id that opening it takes. */
  readonly drawer: string
  readonly name: string
  /** Where this device's cash goes; null: nowhere yet. */
  readonly sessionId: string | null
  /** Of today, and every one that is still open, those opened last first. */
  readonly sessions: readonly DrawerSessionView[]
  readonly maySeeExpected: boolean
}

export interface CheckOutView {
  readonly facts: CheckOutFacts
  /** What they still answer for. */
  readonly open: readonly {
    readonly orderId: string
    readonly number: string
    readonly tableName: string | null
    readonly total: Minor
  }[]
  /** Today's last, if any. */
  readonly done: CheckOut | null
}

/** One of what is left before a day is closed, by name; `orderId` where there is an order to go to. */
export interface DayCheckEntry {
  readonly name: string
  readonly orderId: string | null
}

/** A Z, or an addendum to one. */
export interface ZView {
  readonly number: string
  readonly at: number
  readonly by: string
  readonly approvedBy: string | null
  readonly figures: DayFigures
}

export interface DayCloseView {
  readonly businessDate: string
  readonly nextNumber: string
  /** What a Z would say now; null to who may not read it. */
  readonly x: DayFigures | null
  readonly checks: readonly (Omit<DayCheck, 'names'> & { readonly entries: readonly DayCheckEntry[] })[]
  readonly closed: boolean
  /** Null until it is closed, and to who may not read it. */
  readonly z: (ZView & { readonly carriedOver: readonly string[] }) | null
  readonly addenda: readonly ZView[]
  /** What is known of the day and in neither: it came late. */
  readonly late: DayFigures | null
}
