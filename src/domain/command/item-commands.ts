import type { Discount } from '#domain/discount/discount.ts'
import type { Preparation, VoidKind } from '#domain/item/item.ts'
import type { Allergen } from '#domain/menu/allergens.ts'
import type { Choice } from '#domain/menu/choice.ts'

/** What a person can ask for on lines of an order. */
export type ItemCommand =
  | ({
      readonly type: 'add_item'
      readonly orderId: string
      /** Of a combo: its parts get ids made from it. */
      readonly itemId: string
      readonly menuItemId: string
      readonly qty: number
      readonly note: string
      /** What its guest must not eat. */
      readonly allergies?: readonly Allergen[]
      readonly seat?: number
      readonly course?: number
      readonly held?: boolean
    } & Choice)
  | { readonly type: 'set_item_qty'; readonly orderId: string; readonly itemId: string; readonly qty: number }
  | {
      readonly type: 'set_item_note'
      readonly orderId: string
      readonly itemId: string
      readonly note: string
    }
  | ({ readonly type: 'choose_modifiers'; readonly orderId: string; readonly itemId: string } & Choice)
  | {
      readonly type: 'place_item'
      readonly orderId: string
      readonly itemId: string
      readonly seat?: number
      readonly course?: number
      readonly held?: boolean
    }
  /** From `orderId` to another open order. */
  | {
      readonly type: 'move_items'
      readonly orderId: string
      readonly itemIds: readonly string[]
      readonly to: string
      readonly reason: string
    }
  | { readonly type: 'remove_item'; readonly orderId: string; readonly itemId: string }
  | {
      readonly type: 'void_item'
      readonly orderId: string
      readonly itemId: string
      readonly kind: Exclude<VoidKind, 'removed'>
      /** How many of the line; all by default. */
      readonly qty?: number
      readonly reason: string
    }
  | {
      readonly type: 'discount_item'
      readonly orderId: string
      readonly itemId: string
      readonly discountId: string
      readonly name: string
      readonly how: Discount['how']
      readonly reason: string
    }
  /** On the house: the line stays, and costs nothing. */
  | { readonly type: 'comp_item'; readonly orderId: string; readonly itemId: string; readonly reason: string }
  | {
      readonly type: 'remove_item_discount'
      readonly orderId: string
      readonly itemId: string
      readonly discountId: string
    }
  /** A word to the kitchen about a sent line. */
  | {
      readonly type: 'change_sent_item'
      readonly orderId: string
      readonly itemId: string
      readonly note: string
    }
  /** All that its guest must not eat; sent or not. */
  | {
      readonly type: 'set_allergies'
      readonly orderId: string
      readonly itemId: string
      readonly allergies: readonly Allergen[]
      /** What stood there when they were said: whatever somebody else has added since stays. Absent: what stands now. */
      readonly before?: readonly Allergen[]
    }
  /** A price below the menu's is right all the same: on an open order or a paid one. */
  | {
      readonly type: 'settle_price'
      readonly orderId: string
      readonly itemId: string
      readonly reason: string
    }
  | {
      readonly type: 'set_preparation'
      readonly orderId: string
      readonly itemIds: readonly string[]
      readonly preparation: Preparation
    }
