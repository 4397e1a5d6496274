import type { Minor } from '#domain/money/money.ts'
import type { Recipe } from '#domain/stock/recipe.ts'
import type { Allergen } from './allergens.ts'

export interface Category {
  readonly name: string
  readonly position: number
  /** A palette name the screens know ("amber", "teal"…); colour is never the only sign. */
  readonly color: string
  readonly active: boolean
  /** The course its items go in unless told otherwise; 0 or absent: none. */
  readonly course?: number
}

/** A size or kind with its own price. */
export interface Variant {
  readonly id: string
  readonly name: string
  readonly price: Minor
  readonly active: boolean
}

/** How an item asks for a modifier group: the limits are the link's, so one group serves many items. */
export interface GroupLink {
  readonly groupId: string
  readonly min: number
  /** 0: no limit. */
  readonly max: number
  /** So many of the group's options are free, the dearest first; the rest are paid. */
  readonly free: number
  readonly position: number
}

export interface ModifierOption {
  readonly id: string
  readonly name: string
  readonly price: Minor
  /** Prices by variant name, where a size changes them ("Large": 150). */
  readonly priceByVariant?: { readonly [variantName: string]: Minor }
  /** Comes with the item unless it is left off; leaving it off lowers no price. */
  readonly included: boolean
  readonly maxQty: number
  readonly available: boolean
  readonly active: boolean
  /** What it brings along; null or absent: nobody said. [ALLERGEN2] */
  readonly allergens?: readonly Allergen[] | null
  /** Groups asked below this option. */
  readonly groups: readonly GroupLink[]
}

/** A plain record: "Milk", "Doneness", "Extras". */
export interface ModifierGroup {
  readonly name: string
  /** Prices by option; one price for every option; or none at all. */
  readonly pricing: 'option' | 'group' | 'none'
  /** The one price, when `pricing` is 'group'. */
  readonly price: Minor
  readonly options: readonly ModifierOption[]
  readonly active: boolean
  /** What an option takes from stock on top of the dish, by the option's id. */
  readonly recipes?: { readonly [optionId: string]: Recipe }
}

/** One thing a combo asks for: "a burger", "two sides". */
export interface ComboSlot {
  readonly id: string
  readonly name: string
  /** Pieces of the chosen item in one combo. */
  readonly pieces: number
  /** What may be chosen, and what it costs more than the combo's price. */
  readonly choices: readonly { readonly menuItemId: string; readonly upcharge: Minor }[]
}

export interface MenuItem {
  readonly name: string
  readonly categoryId: string
  readonly stationId: string
  readonly price: Minor
  readonly taxIds: readonly string[]
  readonly position: number
  /** Name of a picture file, or empty. */
  readonly picture: string
  /** False: 86, sold out for now. It stays on the menu, greyed. */
  readonly available: boolean
  /** False: no longer on the menu. */
  readonly active: boolean
  /** 'fixed' when absent. Open: the price is typed. Weight: `price` is for one `unit`. */
  readonly pricing?: 'fixed' | 'open' | 'weight'
  /** The unit of a weighed item: "kg". */
  readonly unit?: string
  readonly variants?: readonly Variant[]
  readonly groups?: readonly GroupLink[]
  /** A combo, with the price above for the cheapest choices. */
  readonly slots?: readonly ComboSlot[]
  /** Taxes by service, where they differ ("takeaway": ["vat-7"]); else `taxIds`. */
  readonly taxIdsByService?: { readonly [service: string]: readonly string[] }
  readonly course?: number
  /** What of the fourteen is in it; none: an empty list. Null or absent: nobody said. [ALLERGEN2] */
  readonly allergens?: readonly Allergen[] | null
  /** How many were left when somebody counted, and when: what was sent since is taken off. Null: not counted. */
  readonly countdown?: { readonly qty: number; readonly at: number } | null
  /** Somebody saw that there is some left, whatever the stock says: from when on. [STOCK11] */
  readonly sellAnyway?: { readonly at: number } | null
  /** What it takes from stock, with what is included; of a weighed item: one unit of it. */
  readonly recipe?: Recipe
  /** Of sizes that take something else, by the size's id. */
  readonly recipeBySize?: { readonly [variantId: string]: Recipe }
}

/** Another price for some items at some times or services: happy hour, terrace, delivery. A plain record. */
export interface PriceList {
  readonly name: string
  /** The highest of those that apply decides. */
  readonly priority: number
  /** Item id, or `itemId:variantId`, to price. */
  readonly prices: { readonly [itemOrVariant: string]: Minor }
  /** Empty: every service. */
  readonly services: readonly string[]
  /** Empty: every area. */
  readonly areaIds: readonly string[]
  /** 1 Monday … 7 Sunday by the business date; empty: every day. */
  readonly weekdays: readonly number[]
  /** Local minutes of the day, half open; a window over midnight has `from` > `to`. Equal: all day. */
  readonly from: number
  readonly to: number
  readonly active: boolean
}
