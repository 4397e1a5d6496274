import type { Allergen, LineAllergens } from '#domain/menu/allergens.ts'
import type { Discount } from '#domain/discount/discount.ts'
import type { Minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'
import type { LineStock } from '#domain/stock/recipe.ts'
import type { LineTax } from '#domain/tax/tax.ts'

export const PREPARATIONS = ['pending', 'preparing', 'ready'] as const
/** Where the kitchen is with an item. */
export type Preparation = (typeof PREPARATIONS)[number]

export const PREFIXES = ['', 'no', 'extra', 'side'] as const
/** How a modifier is meant: as it is, "no onions", "extra cheese", "sauce on the side". */
export type Prefix = (typeof PREFIXES)[number]

/** A chosen modifier as it was when the line was added. Nested ones follow their parent, one level deeper. */
export interface ItemModifier {
  readonly groupId: string
  readonly optionId: string
  readonly name: string
  readonly prefix: Prefix
  readonly qty: number
  /** What all of it adds to one unit, in minor units; a free or default-included one adds 0. */
  readonly price: Minor
  /** 0 at the item itself, 1 below its modifiers, and so on. */
  readonly depth: number
}

/** What a line is, as it was copied from the menu: a later menu change never touches an open order. */
export interface ItemAdded {
  readonly orderId: string
  readonly menuItemId: string
  readonly name: string
  /** The variant's name ("Large"), or empty. */
  readonly variant: string
  readonly variantId: string
  readonly categoryId: string
  readonly stationId: string
  /** Price of one with its variant and modifiers, in minor units. Of a weighed item: of this portion. */
  readonly unitPrice: Minor
  /** Where the price came from: 'menu', 'open', 'weight', 'combo', or the id of a price list. */
  readonly priceFrom: string
  readonly modifiers: readonly ItemModifier[]
  /** A weighed portion: thousandths of the unit (grams of a kilogram) and the price of one unit. */
  readonly weight: { readonly milli: number; readonly unit: string; readonly unitPrice: Minor } | null
  /** The combo it is a part of: parts share the id and are changed together. */
  readonly combo: { readonly id: string; readonly menuItemId: string; readonly name: string } | null
  /** Pieces in one unit; more than 1 only for combo parts ("3 tacos"). */
  readonly pieces: number
  readonly taxes: readonly LineTax[]
  readonly qty: number
  readonly note: string
  /** What its guest must not eat, as it was said when it was added. [ALLERGY1] */
  readonly allergies?: readonly Allergen[]
  /** What it contains, as the menu said when it was chosen; absent: nobody said. [ALLERGEN5] */
  readonly allergens?: LineAllergens
  /** 0: for the table. */
  readonly seat: number
  /** 0: no course. */
  readonly course: number
  /** Held back: Send leaves it here until it is fired. */
  readonly held: boolean
  readonly addedAt: number
  readonly addedBy: string
  /** Who allowed its typed price, where that was asked for. */
  readonly approvedBy?: string
}

/**
 * How an item left the order. Removed: before it was sent, nobody cooked it. Unmade: sent, but not cooked.
 * Wasted: cooked and thrown away. Their effects: docs/spec/orders.md.
 */
export const VOID_KINDS = ['removed', 'unmade', 'wasted'] as const
export type VoidKind = (typeof VOID_KINDS)[number]

/** What somebody asked for: `qty` of the line, or null for the whole line, however many it is by then. */
export interface ItemVoided extends Authority {
  readonly kind: VoidKind
  readonly qty: number | null
}

/** A void as it came out: two devices may have voided the same pieces without seeing each other. */
export interface ItemVoid extends Authority {
  readonly kind: VoidKind
  /** How many it took off the line. */
  readonly qty: number
  /** How many it asked for; null: the whole line. */
  readonly asked: number | null
}

/** Edits by somebody who had not seen the sending: not applied, and never lost. Only what differs is here. */
export interface LateEdit {
  readonly qty?: number
  readonly note?: string
  readonly modifiers?: readonly ItemModifier[]
}

/** What was added and taken off, not all there is: of two people who each say one, both count. */
export interface AllergiesSet {
  readonly added: readonly Allergen[]
  readonly removed: readonly Allergen[]
  readonly at: number
  readonly by: string
}

/** A line whose price is below every menu its device may have had. */
export interface ItemDoubt {
  /** The line's own, when it was looked at. */
  readonly unitPrice: Minor
  /** The same, or of a combo all its parts without modifiers. */
  readonly asked: Minor
  /** The least that any of those menus asks; null: none of them sells this. */
  readonly menu: Minor | null
  /** Which device wrote it, and for whom, by name. */
  readonly device: string
  readonly person: string
}

/** Somebody who may says that a doubted price is right, at this price. */
export interface PriceSettled extends Authority {
  readonly unitPrice: Minor
}

export type ItemEvent =
  | { readonly type: 'item_added'; readonly payload: ItemAdded }
  | { readonly type: 'item_qty_set'; readonly payload: { readonly qty: number } }
  | { readonly type: 'item_note_set'; readonly payload: { readonly note: string } }
  /** Chosen anew before sending; price and modifiers change together. */
  | {
      readonly type: 'item_modifiers_set'
      readonly payload: Pick<
        ItemAdded,
        'modifiers' | 'unitPrice' | 'priceFrom' | 'variant' | 'variantId' | 'allergens'
      >
    }
  | {
      readonly type: 'item_place_set'
      readonly payload: { readonly seat?: number; readonly course?: number; readonly held?: boolean }
    }
  /** To another order, at any time before that order is closed. */
  | { readonly type: 'item_moved'; readonly payload: { readonly orderId: string } & Authority }
  /** Taxed anew because the service changed, or the store's rules for it. */
  | { readonly type: 'item_taxes_set'; readonly payload: { readonly taxes: readonly LineTax[] } }
  | { readonly type: 'item_discounted'; readonly payload: Discount }
  | { readonly type: 'item_discount_removed'; readonly payload: { readonly id: string } & Authority }
  | {
      readonly type: 'item_sent'
      readonly payload: {
        readonly sentAt: number
        readonly sentBy: string
        /** Absent where no recipe was known. */
        readonly stock?: LineStock
      }
    }
  /** A word to the kitchen after it was sent: printed as CHANGED, with the line's full text. */
  | {
      readonly type: 'item_changed'
      readonly payload: { readonly note: string; readonly at: number; readonly by: string }
    }
  /** What its guest must not eat, said or taken back at any time: sent or not, the kitchen hears of it. [ALLERGY2] */
  | { readonly type: 'item_allergies_set'; readonly payload: AllergiesSet }
  | {
      readonly type: 'item_preparation_set'
      readonly payload: { readonly preparation: Preparation; readonly at: number }
    }
  | { readonly type: 'item_voided'; readonly payload: ItemVoided }
  /** The store's server held it against the menu. Changes nothing: a person looks at it. [REVIEW12] */
  | { readonly type: 'item_price_doubted'; readonly payload: ItemDoubt }
  | { readonly type: 'item_price_settled'; readonly payload: PriceSettled }

export type ItemStatus = 'new' | 'sent' | 'voided'

export interface Item extends ItemAdded {
  readonly id: string
  readonly status: ItemStatus
  /** As added or set, before voids; what counts is `qty`, which is 0 once the line is voided. */
  readonly ordered: number
  readonly sentAt: number | null
  readonly sentBy: string | null
  /** What one unit takes from stock, as it was when it was sent; absent without a recipe. */
  readonly stock?: LineStock
  readonly preparation: Preparation | null
  readonly preparedAt: number | null
  readonly discounts: readonly Discount[]
  /** Changes told to the kitchen after sending; 0 when none. */
  readonly changes: number
  readonly changedAt: number | null
  /** Every void of this line, oldest first; `qty` has them already taken off. */
  readonly voids: readonly ItemVoid[]
  /** The void that ended the line, or null. */
  readonly voided: ItemVoid | null
  readonly late: LateEdit | null
  /** Absent while nobody doubts its price. */
  readonly doubt?: ItemDoubt
  /** Absent while nobody said that it is right. */
  readonly priceSettled?: PriceSettled
}
