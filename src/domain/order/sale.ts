import type { VoidKind } from '#domain/item/item.ts'
import type { Minor } from '#domain/money/money.ts'
import type { AppliedCharge, AppliedDiscount } from '#domain/pricing/pricing.ts'
import type { TaxTotal } from '#domain/tax/tax.ts'

/** A line as it was sold: frozen at close, never computed again by newer code. */
export interface SoldLine {
  readonly itemId: string
  readonly menuItemId: string
  readonly name: string
  readonly categoryId: string
  readonly qty: number
  readonly unitPrice: Minor
  /** Price × quantity, before discounts. */
  readonly amount: Minor
  readonly discounts: readonly AppliedDiscount[]
  readonly discount: Minor
  readonly charge: Minor
  readonly tax: Minor
  readonly taxes: readonly { readonly key: string; readonly tax: Minor }[]
  readonly relief: Minor
  /** What the guest paid for it; all lines together are the sale's total. */
  readonly total: Minor
}

/** A dish that left the order after it was sent: no sale, but the reports tell it. */
export interface VoidedLine {
  readonly itemId: string
  readonly menuItemId: string
  readonly name: string
  readonly kind: VoidKind
  readonly qty: number
  /** What it would have cost. */
  readonly amount: Minor
  readonly reason: string
  readonly by: string
  readonly approvedBy: string | null
}

/** What a method brought in on this order, after change. */
export interface SoldPayment {
  readonly paymentId: string
  readonly method: string
  /** What the store calls the method; empty for cash and card. */
  readonly methodName: string
  readonly amount: Minor
  readonly tip: Minor
  /** What cash rounding added to (or took off) the amount; in the drawer, not in the sale. */
  readonly rounding: Minor
}

/** The money of a closed order. Reports and paper read this and nothing else. */
export interface Sale {
  /** Which close this is: the id of the payment that brought it, so that a reopening can name it. */
  readonly closeId: string
  readonly closedAt: number
  readonly closedBy: string
  readonly businessDate: string
  readonly hour: number
  readonly currency: string
  readonly covers: number
  readonly service: string
  readonly tableId: string | null
  readonly waiter: string
  readonly lines: readonly SoldLine[]
  readonly voids: readonly VoidedLine[]
  readonly payments: readonly SoldPayment[]
  /** Sum of the lines as shown. */
  readonly subtotal: Minor
  readonly discounts: readonly AppliedDiscount[]
  readonly discount: Minor
  readonly charges: readonly AppliedCharge[]
  readonly charge: Minor
  readonly relief: Minor
  readonly net: Minor
  readonly tax: Minor
  /** What was given and charged when it was priced, as `priceBasis` writes it; empty: not known. */
  readonly basis: string
  /** subtotal − discount + charge + tax on top − relief. */
  readonly total: Minor
  readonly taxes: readonly TaxTotal[]
}
