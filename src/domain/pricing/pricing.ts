import type { Discount } from '#domain/discount/discount.ts'
import type { Minor, RoundingMode } from '#domain/money/money.ts'
import type { LineTax, TaxScope, TaxTotal } from '#domain/tax/tax.ts'
import type { ChargeRule } from './charge.ts'

/** How a store rounds and charges; copied onto the order when it opens, so that a change never moves an open order. */
export interface PricingRules {
  /** Where tax is rounded: on each line, once per rate, or once on the whole bill. */
  readonly scope: TaxScope
  readonly mode: RoundingMode
  /** Of a price that holds its tax, which side is rounded; they differ only on an exact half. */
  readonly rounded: 'tax' | 'net'
  readonly charges: readonly ChargeRule[]
}

/** One line as the engine sees it. Amounts in minor units. */
export interface PricingLine {
  readonly id: string
  /** (Price + modifiers) × quantity, before any discount. Never negative. */
  readonly amount: Minor
  /** Pieces a fixed tax counts. */
  readonly qty: number
  readonly taxes: readonly LineTax[]
  readonly discounts: readonly Discount[]
}

/** Everything the money of a bill depends on, and nothing else. */
export interface PricingInput {
  readonly lines: readonly PricingLine[]
  /** On the order as a whole, spread over its lines. */
  readonly discounts: readonly Discount[]
  readonly rules: PricingRules
  /** Charges that apply now (by service, covers, threshold and waiving); amounts of open charges by charge id. */
  readonly service: string
  readonly covers: number
  readonly waivedCharges: readonly string[]
  readonly openCharges: { readonly [chargeId: string]: Minor }
  /** Ids of taxes this order does not bear, or 'all'. */
  readonly exempt: 'all' | readonly string[]
}

export interface AppliedDiscount {
  readonly id: string
  readonly name: string
  readonly kind: Discount['kind']
  readonly amount: Minor
}

export interface AppliedCharge {
  readonly id: string
  readonly name: string
  readonly gratuity: boolean
  readonly amount: Minor
}

/**
 * One line priced to the end. Each amount is the line's part of the bill's; over all lines the parts are the whole,
 * to the last minor unit: this is what splits and refunds rest on.
 */
export interface PricedLine {
  readonly id: string
  readonly amount: Minor
  /** Line discounts and the line's part of order discounts. */
  readonly discounts: readonly AppliedDiscount[]
  readonly discount: Minor
  readonly charge: Minor
  /** All tax, inside and on top. */
  readonly tax: Minor
  readonly taxes: readonly { readonly key: string; readonly tax: Minor }[]
  /** Tax inside the price that an exempt guest does not pay. */
  readonly relief: Minor
  /** What the guest pays for this line: amount − discount + charge + tax on top − relief. */
  readonly total: Minor
}

export interface PricedBill {
  readonly lines: readonly PricedLine[]
  /** Sum of the lines as shown. */
  readonly subtotal: Minor
  readonly discounts: readonly AppliedDiscount[]
  readonly discount: Minor
  readonly charges: readonly AppliedCharge[]
  readonly charge: Minor
  readonly taxes: readonly TaxTotal[]
  readonly tax: Minor
  readonly relief: Minor
  /** total − tax. */
  readonly net: Minor
  /** subtotal − discount + charge + tax on top − relief. */
  readonly total: Minor
}
