import type { Check } from '#domain/check/check.ts'
import type { SoldCheck } from '#domain/check/sold-check.ts'
import type { Discount } from '#domain/discount/discount.ts'
import type { Minor } from '#domain/money/money.ts'
import type { PricingRules } from '#domain/pricing/pricing.ts'
import type { Sale } from './sale.ts'

export const SERVICES = ['dine_in', 'takeaway', 'delivery', 'tab'] as const
/** How the guest eats: decides the order's flow and, per line, its tax. */
export type Service = (typeof SERVICES)[number]

/** Who the order is for, where that matters: a takeaway's name, a delivery's address, a bar tab. Empty: unknown. */
export interface Guest {
  readonly name: string
  readonly contact: string
  readonly address: string
}

export interface OrderOpened {
  /** Device letter and daily counter, as people call it: "A-042". Never an identity. */
  readonly number: string
  readonly service: Service
  readonly tableId: string | null
  readonly covers: number
  readonly guest: Guest
  /** When it is promised for, or null: as soon as it can be. */
  readonly dueAt: number | null
  readonly businessDate: string
  readonly openedAt: number
  readonly openedBy: string
  /** The store's rules for money as they were when the order was opened. */
  readonly rules: PricingRules
}

/** Who did something that leaves a trace, why, and who allowed it. */
export interface Authority {
  readonly by: string
  readonly approvedBy: string | null
  readonly reason: string
  readonly at: number
}

export type OrderEvent =
  | { readonly type: 'order_opened'; readonly payload: OrderOpened }
  | { readonly type: 'order_covers_set'; readonly payload: { readonly covers: number } }
  | { readonly type: 'order_table_set'; readonly payload: { readonly tableId: string | null } }
  | { readonly type: 'order_guest_set'; readonly payload: Guest & { readonly dueAt: number | null } }
  | { readonly type: 'order_service_set'; readonly payload: { readonly service: Service } }
  /** The waiter who answers for it now. */
  | { readonly type: 'order_transferred'; readonly payload: { readonly to: string } & Authority }
  | { readonly type: 'order_discounted'; readonly payload: Discount }
  | { readonly type: 'order_discount_removed'; readonly payload: { readonly id: string } & Authority }
  /** The amount of an open charge; null takes it off again. */
  | {
      readonly type: 'order_charge_set'
      readonly payload: { readonly chargeId: string; readonly amount: Minor | null } & Authority
    }
  | {
      readonly type: 'order_charge_waived'
      readonly payload: { readonly chargeId: string; readonly waived: boolean } & Authority
    }
  | {
      readonly type: 'order_exempted'
      readonly payload: { readonly exempt: 'all' | readonly string[] } & Authority
    }
  | { readonly type: 'order_split'; readonly payload: { readonly checks: readonly Check[] } }
  /** Its items and payments count for another order until it is taken apart again. */
  | { readonly type: 'order_merged'; readonly payload: { readonly into: string } & Authority }
  | { readonly type: 'order_unmerged'; readonly payload: { readonly from: string } & Authority }
  | { readonly type: 'order_closed'; readonly payload: { readonly sale: Sale } }
  /** Takes back one close, by its id; another close of the same order stays. */
  | { readonly type: 'order_reopened'; readonly payload: { readonly closeId: string } & Authority }
  | { readonly type: 'order_cancelled'; readonly payload: Authority }
  | {
      readonly type: 'receipt_requested'
      readonly payload: {
        readonly printerId: string
        readonly copy: number
        /** Of one check of a split order; absent: of the whole. */
        readonly check?: SoldCheck
      }
    }
  /** The bill before it is paid, with what is left of it; of the whole order or of one check. [BILL6] */
  | {
      readonly type: 'order_billed'
      readonly payload: { readonly printerId: string; readonly bill: SoldCheck; readonly due: Minor }
    }

export type OrderStatus = 'open' | 'merged' | 'closed' | 'cancelled'

/** A close that was taken back. */
export interface Reopened extends Authority {
  readonly closeId: string
  /** Null until the close itself arrives: it never stands. */
  readonly sale: Sale | null
}

export interface Order extends OrderOpened {
  readonly id: string
  readonly status: OrderStatus
  /** The waiter who answers for it: who opened it, until it is transferred. */
  readonly waiter: string
  readonly discounts: readonly Discount[]
  readonly openCharges: { readonly [chargeId: string]: Minor }
  readonly waivedCharges: readonly string[]
  readonly exempt: 'all' | readonly string[]
  readonly checks: readonly Check[]
  /** The order it is merged into, or null. */
  readonly mergedInto: string | null
  /** Cancelled by somebody; a sale beats it. */
  readonly cancelled: Authority | null
  /** The money of the close that stands. */
  readonly sale: Sale | null
  /** Sales of closes that another close beat: two tills paid one order without seeing each other. */
  readonly otherSales: readonly Sale[]
  /** Closes that were taken back by reopening, oldest first. */
  readonly reopened: readonly Reopened[]
  /** How often a receipt of the whole order was asked for; a second one is marked COPY. */
  readonly receipts: number
  /** The same of its checks, by their ids; absent: of none. [CHECK15] */
  readonly checkReceipts?: { readonly [checkId: string]: number }
}
