import type { Known, MenuFacts } from '#domain/context.ts'
import type { ItemAdded } from '#domain/item/item.ts'
import { WEIGHT_MILLI_MAX } from '#domain/limits.ts'
import { isMinor, type Minor } from '#domain/money/money.ts'
import { scale } from '#domain/money/ratio.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Choice } from './choice.ts'
import type { SaleTerms } from './menu-line.ts'
import type { MenuItem, Variant } from './menu.ts'
import { levelPrice, priceKey } from './price-level.ts'

/** The price of one before modifiers, and where it came from. */
interface BasePrice {
  readonly base: number
  readonly priceFrom: string
  readonly weight: ItemAdded['weight']
}

/**
 * The price of an item that is no combo: typed, weighed, or of the price list that applies, else of the size, else of
 * the item. Refused where a price or weight is missing, or given where none is asked. [OPEN1] [WEIGHT1] [LEVEL1]
 */
export function basePrice(
  item: Known<MenuItem>,
  variant: Variant | null,
  choice: Pick<Choice, 'openPrice' | 'weightMilli'>,
  facts: Pick<MenuFacts, 'priceLists' | 'areaId'>,
  terms: SaleTerms,
): Result<BasePrice, Rejection> {
  const pricing = item.pricing ?? 'fixed'
  if ((pricing === 'weight') !== (choice.weightMilli !== undefined))
    return err({ code: 'bad_weight', rule: 'WEIGHT1' })
  if ((pricing === 'open') !== (choice.openPrice !== undefined))
    return err({ code: 'bad_price', rule: 'OPEN1' })
  if (choice.openPrice !== undefined) {
    if (!isMinor(choice.openPrice) || choice.openPrice < 0) return err({ code: 'bad_price', rule: 'OPEN1' })
    return ok({ base: choice.openPrice, priceFrom: 'open', weight: null })
  }
  const level = menuPrice(item, variant, facts, terms)
  if (choice.weightMilli === undefined) {
    return ok({ base: level.price, priceFrom: level.listId ?? 'menu', weight: null })
  }
  const milli = choice.weightMilli
  if (!Number.isSafeInteger(milli) || milli < 1 || milli > WEIGHT_MILLI_MAX) {
    return err({ code: 'bad_weight', rule: 'WEIGHT1' })
  }
  return ok({
    base: scale(level.price, milli, 1_000, terms.mode),
    priceFrom: level.listId ?? 'weight',
    weight: { milli, unit: item.unit ?? '', unitPrice: level.price },
  })
}

/** The list's price if one applies; else the size's, else the item's. [LEVEL1] */
export function menuPrice(
  item: Known<MenuItem>,
  variant: Variant | null,
  facts: Pick<MenuFacts, 'priceLists' | 'areaId'>,
  terms: SaleTerms,
): { readonly price: Minor; readonly listId: string | null } {
  const level = levelPrice(facts.priceLists, priceKey(item.id, variant?.id ?? ''), {
    ...terms,
    areaId: facts.areaId,
  })
  return level ?? { price: variant?.price ?? item.price, listId: null }
}
