import type { Method } from '#domain/payment/payment.ts'

/** What a person can ask for about money. Amounts in minor units. */
export type PaymentCommand =
  | {
      readonly type: 'take_payment'
      readonly orderId: string
      readonly paymentId: string
      readonly checkId?: string | null
      readonly method: Method
      /** One of the store's own methods; it must be of the kind `method`. */
      readonly methodId?: string | null
      /** What counts towards the order. */
      readonly amount: number
      readonly tip?: number
      readonly tipFor?: string | null
      /** What was handed over. By card more than is due only with `restIsTip`. */
      readonly tendered: number
      readonly restIsTip?: boolean
      readonly reference?: string
    }
  /** Asks a card terminal; its answer follows as `take_payment` under the same id, or as one of the two below. */
  | {
      readonly type: 'request_payment'
      readonly orderId: string
      readonly paymentId: string
      readonly checkId?: string | null
      readonly method: Method
      readonly methodId?: string | null
      readonly amount: number
      readonly tip?: number
    }
  | { readonly type: 'payment_unclear'; readonly orderId: string; readonly paymentId: string }
  | { readonly type: 'decline_payment'; readonly orderId: string; readonly paymentId: string }
  | {
      readonly type: 'set_tip'
      readonly orderId: string
      readonly paymentId: string
      readonly tip: number
      readonly tipFor: string | null
    }
  | {
      readonly type: 'void_payment'
      readonly orderId: string
      readonly paymentId: string
      readonly reason: string
    }
  | {
      readonly type: 'refund_payment'
      readonly orderId: string
      readonly paymentId: string
      readonly refundId: string
      readonly method: Method
      readonly methodId?: string | null
      readonly what:
        | { readonly kind: 'full' }
        | { readonly kind: 'amount'; readonly amount: number }
        | {
            readonly kind: 'lines'
            readonly lines: readonly { readonly itemId: string; readonly qty: number }[]
          }
      readonly tip?: number
      readonly reason: string
    }
