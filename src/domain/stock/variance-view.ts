import type { StockUnit } from './ingredient.ts'
import type { BetweenCounts, Variance } from './variance.ts'

/** What was found of an ingredient beside what should have been there, between two counts. [STOCK12] */
export interface VarianceView extends BetweenCounts, Variance {
  readonly id: string
  readonly name: string
  readonly unit: StockUnit
  readonly openedAt: number
  readonly countedAt: number
}

export interface Variances {
  readonly rows: readonly VarianceView[]
  /** False: of some ingredient a count, or a day between two of them, is not held here. */
  readonly isWhole: boolean
}
