import type { Minor } from '#domain/money/money.ts'
import type { Service } from '#domain/order/order.ts'
import type { LineTax } from '#domain/tax/tax.ts'

/** A service charge, delivery fee or gratuity as the store sets it up. Exactly one of `ratePpm`, `amount`, `open`. */
export interface ChargeRule {
  readonly id: string
  readonly name: string
  readonly how:
    | { readonly kind: 'percent'; readonly ratePpm: number }
    | { readonly kind: 'fixed'; readonly amount: Minor }
    /** The amount is typed on the order. */
    | { readonly kind: 'open' }
  /** Before tax it is taxed itself; after tax it is a part of no tax, and a percentage counts the tax on top too. */
  readonly phase: 'before_tax' | 'after_tax'
  /** What a percentage is of: the lines as shown, or what is left of them after discounts. */
  readonly base: 'gross' | 'discounted'
  /** Taxes of its own, or those of the lines it is spread over. Only before tax. */
  readonly taxes: readonly LineTax[] | 'lines'
  /** Goes to the staff: wages, never net sales. */
  readonly gratuity: boolean
  /** Applies by itself to these services; empty: to all. */
  readonly services: readonly Service[]
  /** Applies by itself from this many guests (large parties) and this subtotal after discounts; 0 is always. */
  readonly minCovers: number
  readonly minSubtotal: Minor
  readonly active: boolean
}
