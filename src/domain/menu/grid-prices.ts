import type { Known } from '#domain/context.ts'
import type { Minor } from '#domain/money/money.ts'
import type { PriceList } from './menu.ts'
import { listsThatApply, priceKey, type PriceTerms } from './price-level.ts'

/** A dish as the menu grid prices it: at its own price, or from that of its cheapest size. */
export interface GridDish {
  readonly id: string
  readonly price: Minor
}

/** Sizes and their prices by dish; dishes without sizes are not in it. */
export type GridSizes = Readonly<Record<string, readonly GridDish[]>>

/**
 * What the grid says of dishes that cost something else here and now: the price the line would get. `lists` are those
 * in use. Once for the whole grid, so that the clock is read once. [LEVEL4]
 */
export function gridPrices(
  dishes: readonly GridDish[],
  sizes: GridSizes,
  lists: readonly Known<PriceList>[],
  terms: PriceTerms,
): ReadonlyMap<string, Minor> {
  const now = listsThatApply(lists, terms)
  const priceOf = (key: string): Minor | undefined =>
    now.find((list) => Object.hasOwn(list.prices, key))?.prices[key]
  const lowest = (dish: GridDish): Minor => {
    const own = sizes[dish.id] ?? []
    if (own.length === 0) return priceOf(priceKey(dish.id, '')) ?? dish.price
    const prices = own.map((size) => priceOf(priceKey(dish.id, size.id)) ?? size.price)
    return prices.reduce((least, price) => (price < least ? price : least))
  }
  return new Map(
    dishes.flatMap((dish) => {
      const price = lowest(dish)
      return price === dish.price ? [] : [[dish.id, price] as const]
    }),
  )
}
