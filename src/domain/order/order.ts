import type { Minor } from '#domain/money/money.ts'
import type { TaxTotal } from '#domain/money/tax.ts'

export const SERVICES = ['dine_in', 'takeaway'] as const
/** How the guest eats: decides the order's flow and, per line, its tax. */
export type Service = (typeof SERVICES)[number]

/** A line as it was sold: frozen at close, never computed again by newer code. */
export interface SoldLine {
  readonly itemId: string
  readonly menuItemId: string
  readonly name: string
  readonly categoryId: string
  readonly qty: number
  readonly unitPrice: Minor
  readonly amount: Minor
}

/** What a method brought in on this order, after change. */
export interface SoldPayment {
  readonly paymentId: string
  readonly method: string
  readonly amount: Minor
}

/** The money of a closed order. Reports and paper read this and nothing else. */
export interface Sale {
  readonly closedAt: number
  readonly businessDate: string
  readonly hour: number
  readonly currency: string
  readonly lines: readonly SoldLine[]
  readonly payments: readonly SoldPayment[]
  readonly subtotal: Minor
  readonly net: Minor
  readonly tax: Minor
  readonly total: Minor
  readonly taxes: readonly TaxTotal[]
}

export interface OrderOpened {
  /** Device letter and daily counter, as people call it: "A-042". Never an identity. */
  readonly number: string
  readonly service: Service
  readonly tableId: string | null
  readonly covers: number
  readonly businessDate: string
  readonly openedAt: number
  readonly openedBy: string
}

export type OrderEvent =
  | { readonly type: 'order_opened'; readonly payload: OrderOpened }
  | { readonly type: 'order_covers_set'; readonly payload: { readonly covers: number } }
  | { readonly type: 'order_table_set'; readonly payload: { readonly tableId: string | null } }
  | { readonly type: 'order_closed'; readonly payload: { readonly sale: Sale } }
  | { readonly type: 'order_cancelled'; readonly payload: { readonly reason: string } }
  | {
      readonly type: 'receipt_requested'
      readonly payload: { readonly printerId: string; readonly copy: number }
    }

export type OrderStatus = 'open' | 'closed' | 'cancelled'

export interface Order extends OrderOpened {
  readonly id: string
  readonly status: OrderStatus
  readonly sale: Sale | null
  /** Sales of closes that another close beat: two tills paid one order without seeing each other. */
  readonly otherSales: readonly Sale[]
  /** How often a receipt was asked for; a second one is marked COPY. */
  readonly receipts: number
}
