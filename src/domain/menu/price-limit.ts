import { MENU_PRICE_MAX } from '#domain/limits.ts'
import type { RecordFields } from '#domain/record/record.ts'

/**
 * Whether a price that is to go on the menu is one nobody ever asks: an item's, a size's, an option's or a price
 * list's. What is on the menu already, or came from elsewhere, is sold as it is. [RECORD6]
 */
export function isTooDear({ price, variants, options, prices }: RecordFields): boolean {
  return [price, ...pricesIn(variants), ...pricesIn(options), ...valuesOf(prices)].some(
    (one) => typeof one === 'number' && one > MENU_PRICE_MAX,
  )
}

function pricesIn(parts: unknown): readonly unknown[] {
  if (!Array.isArray(parts)) return []
  return parts.flatMap((part: unknown) => {
    if (typeof part !== 'object' || part === null) return []
    const { price, priceByVariant } = part as { readonly price?: unknown; readonly priceByVariant?: unknown }
    return [price, ...valuesOf(priceByVariant)]
  })
}

function valuesOf(map: unknown): readonly unknown[] {
  return typeof map === 'object' && map !== null ? Object.values(map) : []
}
