import type { Minor } from '#domain/money/money.ts'
import type { DrillPart } from './drill.ts'

/** An order, or a refund of one, behind a figure. */
export interface DrillOrder {
  readonly orderId: string
  /** Unique among them: of an order there may be several refunds. */
  readonly key: string
  readonly number: string
  /** The business date it counts on, and when it was closed, cancelled or given back. */
  readonly date: string
  readonly at: number
  readonly tableName: string | null
  readonly waiter: string
  /** What the guest paid; null: it was never sold. */
  readonly total: Minor | null
  /** Its part of the figure. */
  readonly part: DrillPart
}

/** What is looked through, one after the other. */
export const DRILL_AMONG = ['sold', 'cancelled', 'refunds'] as const

/** Where the next page begins: after this one. What was cancelled comes after all that was sold. */
export interface DrillPlace {
  readonly among: (typeof DRILL_AMONG)[number]
  readonly date: string
  readonly at: number
  readonly id: string
}

export interface DrillPage {
  readonly orders: readonly DrillOrder[]
  /** Null: there are no more. A page may be short, or empty, and still not be the last: it looks at so many orders. */
  readonly next: DrillPlace | null
}
