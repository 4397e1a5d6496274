import type { Minor } from '#domain/money/money.ts'

/**
 * Less to pay, on a line or on the order. Kept by the id of its rule: giving the same one again replaces it, so it
 * never compounds. A comp takes what is left of a line, and is reported apart.
 */
export interface Discount {
  readonly id: string
  readonly name: string
  readonly kind: 'discount' | 'comp'
  readonly how:
    | { readonly kind: 'percent'; readonly ratePpm: number; readonly cap: Minor | null }
    | { readonly kind: 'amount'; readonly amount: Minor }
  readonly reason: string
  readonly by: string
  /** Who allowed it, where that was asked for. */
  readonly approvedBy: string | null
  readonly at: number
}

/** A discount as the store sets it up. */
export interface DiscountRule {
  readonly name: string
  readonly how: Discount['how'] | { readonly kind: 'open_percent' } | { readonly kind: 'open_amount' }
  readonly on: 'line' | 'order' | 'both'
  readonly reasonNeeded: boolean
  readonly active: boolean
}
