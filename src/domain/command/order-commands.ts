import type { Check } from '#domain/check/check.ts'
import type { Discount } from '#domain/discount/discount.ts'
import type { Guest, Service } from '#domain/order/order.ts'

/** What a person can ask for on an order as a whole. */
export type OrderCommand =
  | {
      readonly type: 'open_order'
      readonly orderId: string
      readonly service: Service
      readonly tableId: string | null
      readonly covers: number
      readonly guest?: Guest
      readonly dueAt?: number | null
    }
  | { readonly type: 'set_covers'; readonly orderId: string; readonly covers: number }
  | {
      readonly type: 'set_guest'
      readonly orderId: string
      readonly guest: Guest
      readonly dueAt: number | null
    }
  /** Taxes of every line follow, by the store's rules for the new service. */
  | { readonly type: 'set_service'; readonly orderId: string; readonly service: Service }
  | { readonly type: 'move_table'; readonly orderId: string; readonly tableId: string | null }
  | {
      readonly type: 'transfer_order'
      readonly orderId: string
      readonly to: string
      readonly reason: string
    }
  /** `orderId` becomes a part of `into`. */
  | {
      readonly type: 'merge_orders'
      readonly orderId: string
      readonly into: string
      readonly reason: string
    }
  | { readonly type: 'unmerge_order'; readonly orderId: string; readonly reason: string }
  | {
      readonly type: 'discount_order'
      readonly orderId: string
      /** The rule, or an id made by the device for a typed discount. */
      readonly discountId: string
      readonly name: string
      readonly how: Discount['how']
      readonly reason: string
    }
  | { readonly type: 'remove_order_discount'; readonly orderId: string; readonly discountId: string }
  | {
      readonly type: 'set_charge'
      readonly orderId: string
      readonly chargeId: string
      readonly amount: number | null
      readonly reason: string
    }
  | {
      readonly type: 'waive_charge'
      readonly orderId: string
      readonly chargeId: string
      readonly waived: boolean
      readonly reason: string
    }
  | {
      readonly type: 'exempt_order'
      readonly orderId: string
      readonly exempt: 'all' | readonly string[]
      readonly reason: string
    }
  /** Empty: not split any more. */
  | { readonly type: 'split_order'; readonly orderId: string; readonly checks: readonly Check[] }
  | { readonly type: 'send_order'; readonly orderId: string }
  /** Sends what is held for this course; null: everything that is held. */
  | { readonly type: 'fire_course'; readonly orderId: string; readonly course: number | null }
  | { readonly type: 'reopen_order'; readonly orderId: string; readonly reason: string }
  | { readonly type: 'cancel_order'; readonly orderId: string; readonly reason: string }
  /** Of the whole order or of one check of it: the receipt of what is paid, or the bill before anybody pays. */
  | {
      readonly type: 'print_receipt'
      readonly orderId: string
      readonly checkId?: string
      readonly what?: 'receipt' | 'bill'
    }
