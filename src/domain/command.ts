import type { Preparation } from '#domain/item/item.ts'
import type { Method } from '#domain/payment/payment.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { Service } from '#domain/order/order.ts'

/** Everything a person can ask for. Ids are made by the device before asking, so a retry is the same command. */
export type Command =
  | {
      readonly type: 'open_order'
      readonly orderId: string
      readonly service: Service
      readonly tableId: string | null
      readonly covers: number
    }
  | {
      readonly type: 'add_item'
      readonly orderId: string
      readonly itemId: string
      readonly menuItemId: string
      readonly qty: number
      readonly note: string
    }
  | { readonly type: 'set_item_qty'; readonly orderId: string; readonly itemId: string; readonly qty: number }
  | {
      readonly type: 'set_item_note'
      readonly orderId: string
      readonly itemId: string
      readonly note: string
    }
  | { readonly type: 'remove_item'; readonly orderId: string; readonly itemId: string }
  | { readonly type: 'void_item'; readonly orderId: string; readonly itemId: string; readonly reason: string }
  | { readonly type: 'set_covers'; readonly orderId: string; readonly covers: number }
  | { readonly type: 'send_order'; readonly orderId: string }
  | {
      readonly type: 'set_preparation'
      readonly orderId: string
      readonly itemIds: readonly string[]
      readonly preparation: Preparation
    }
  | {
      readonly type: 'take_payment'
      readonly orderId: string
      readonly paymentId: string
      readonly method: Method
      /** What counts towards the order, in minor units. */
      readonly amount: number
      /** What was handed over, in minor units. */
      readonly tendered: number
    }
  | { readonly type: 'print_receipt'; readonly orderId: string }
  | { readonly type: 'cancel_order'; readonly orderId: string; readonly reason: string }
  | {
      readonly type: 'save_record'
      readonly recordType: RecordType
      readonly recordId: string
      readonly fields: RecordFields
    }
