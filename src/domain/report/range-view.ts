import type { Minor } from '#domain/money/money.ts'
import type { Report } from './report.ts'

/** Business dates, both counted. */
export interface ReportRange {
  readonly from: string
  readonly to: string
  /** Of one date, only what came while this drawer was open; absent: all of it. [REPORT13] */
  readonly shiftId?: string
}

/** A drawer session of a date, by which its time may be asked for. Nothing of it tells what should be in the drawer. */
export interface ShiftTime {
  readonly id: string
  readonly drawer: string
  readonly openedBy: string
  readonly openedAt: number
  /** Null: still open. */
  readonly closedAt: number | null
}

/** One business date among others. */
export interface DaySum {
  readonly date: string
  readonly orders: number
  readonly paid: Minor
}

/** Names of what the rows tell by id, as they are now; what is not known any more is missing. */
export interface ReportNames {
  readonly people: { readonly [id: string]: string }
  readonly tables: { readonly [id: string]: string }
  readonly categories: { readonly [id: string]: string }
  readonly devices: { readonly [id: string]: string }
}

/** The report of a range as somebody may see it. */
export interface RangeView extends ReportRange {
  readonly currency: string
  readonly report: Report
  /** Dates on which something was sold or given back, in order. */
  readonly days: readonly DaySum[]
  readonly names: ReportNames
  /** Of one date, its drawer sessions, the first first; of several, none. */
  readonly shifts: readonly ShiftTime[]
  /** The first date that whoever made it knows anything of; null: it knows none. [REPORT7] */
  readonly knownFrom: string | null
  /** False: drawers and cash moves are left out, for they tell what should be in a drawer. [REPORT6] */
  readonly seesCash: boolean
}

/**
 * A long range is added up a little at a time, and what was done stays done: asked again, it goes on where it stopped.
 * `done` of `of` days are added up.
 */
export type RangeAnswer =
  | { readonly kind: 'whole'; readonly view: RangeView }
  | { readonly kind: 'partial'; readonly done: number; readonly of: number }

/** Ranges longer than this are refused: nobody reads them, and somebody would wait for them. */
export const RANGE_DAYS_MAX = 400
