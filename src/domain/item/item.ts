import type { Minor } from '#domain/money/money.ts'
import type { LineTax } from '#domain/money/tax.ts'

export const PREPARATIONS = ['pending', 'preparing', 'ready'] as const
/** Where the kitchen is with an item. */
export type Preparation = (typeof PREPARATIONS)[number]

/** Price, taxes and names are copied when the item is added: a menu change never touches an open order. */
export interface ItemAdded {
  readonly orderId: string
  readonly menuItemId: string
  readonly name: string
  readonly categoryId: string
  readonly stationId: string
  readonly unitPrice: Minor
  readonly taxes: readonly LineTax[]
  readonly qty: number
  readonly note: string
  readonly addedAt: number
  readonly addedBy: string
}

/** How an item left the order. Removed before sending is not a void: nobody cooked it. */
export type VoidKind = 'removed' | 'void'

export type ItemEvent =
  | { readonly type: 'item_added'; readonly payload: ItemAdded }
  | { readonly type: 'item_qty_set'; readonly payload: { readonly qty: number } }
  | { readonly type: 'item_note_set'; readonly payload: { readonly note: string } }
  | { readonly type: 'item_sent'; readonly payload: { readonly sentAt: number; readonly sentBy: string } }
  | {
      readonly type: 'item_preparation_set'
      readonly payload: { readonly preparation: Preparation; readonly at: number }
    }
  | {
      readonly type: 'item_voided'
      readonly payload: { readonly kind: VoidKind; readonly reason: string; readonly by: string }
    }

export type ItemStatus = 'new' | 'sent' | 'voided'

export interface Item extends ItemAdded {
  readonly id: string
  readonly status: ItemStatus
  readonly sentAt: number | null
  readonly sentBy: string | null
  readonly preparation: Preparation | null
  readonly preparedAt: number | null
  readonly voided: { readonly kind: VoidKind; readonly reason: string; readonly by: string } | null
}
