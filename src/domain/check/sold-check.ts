import type { Minor } from '#domain/money/money.ts'
import type { SoldPayment } from '#domain/order/sale.ts'
import type { CheckFigures } from './figures.ts'

/** A line, or a part of one, as a check's receipt tells it: so many `of` a piece. */
export interface SoldShare {
  readonly name: string
  readonly parts: number
  readonly of: number
  /** Before discounts, charges and taxes. */
  readonly amount: Minor
}

/** A check that is paid, frozen when its receipt is asked for: nothing is computed again to print it. [CHECK14] */
export interface SoldCheck extends Omit<CheckFigures, 'net'> {
  /** `REST`: what no check held. */
  readonly id: string
  readonly name: string
  /** When the last of it was paid. */
  readonly at: number
  readonly currency: string
  /** None on a check with a sum. */
  readonly lines: readonly SoldShare[]
  readonly payments: readonly (SoldPayment & { readonly tendered: Minor; readonly change: Minor })[]
}
