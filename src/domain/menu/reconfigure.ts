import type { MenuFacts } from '#domain/context.ts'
import type { Item, ItemAdded } from '#domain/item/item.ts'
import { isMinor } from '#domain/money/money.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { menuPrice } from './base-price.ts'
import type { Choice } from './choice.ts'
import { knownItem } from './line-taxes.ts'
import { modifiersPrice, saidAllergens, type SaleTerms } from './menu-line.ts'
import type { MenuItem } from './menu.ts'
import { isWholeItem } from './menu-shape.ts'
import { configureModifiers } from './modifiers.ts'
import { variantOf } from './variant.ts'

/** What choosing anew changes of a line. */
type Rechosen = Pick<
  ItemAdded,
  'modifiers' | 'unitPrice' | 'priceFrom' | 'variant' | 'variantId' | 'allergens'
>

type Line = Pick<
  Item,
  Exclude<keyof Rechosen, 'allergens'> | 'menuItemId' | 'combo' | 'pieces' | 'weight' | 'addedAt'
>

/**
 * A line with other modifiers, or in another size; what it cost before modifiers stays, or is what the new size cost
 * when the line was added. A size that is not named is kept. [MOD12] [COMBO6]
 */
export function reconfigure(
  line: Line,
  choice: Choice,
  facts: MenuFacts,
  terms: SaleTerms,
): Result<Rechosen, Rejection> {
  const item = knownItem(facts, line.menuItemId)
  if (item === null || !isWholeItem(item)) return err({ code: 'unknown_menu_item', rule: 'ITEM1' })
  if (choice.openPrice !== undefined) return err({ code: 'bad_price', rule: 'OPEN1' })
  if (choice.weightMilli !== undefined) return err({ code: 'bad_weight', rule: 'WEIGHT1' })
  if ((choice.parts ?? []).length > 0) return err({ code: 'unknown_combo_part', rule: 'COMBO6' })
  const size = sizeOf(line, choice.variantId, item, facts, terms)
  if (!size.ok) return size
  const modifiers = configureModifiers(item.groups ?? [], choice.modifiers ?? [], {
    groups: facts.groups,
    variant: size.value.variant,
    pieces: line.pieces,
  })
  if (!modifiers.ok) return modifiers
  const { base, ...kept } = size.value
  const unitPrice = base + modifiersPrice(modifiers.value)
  if (!isMinor(unitPrice)) return err({ code: 'total_too_large', rule: 'BILL2' })
  const allergens = saidAllergens(item, modifiers.value, facts.groups)
  return ok({ ...kept, modifiers: modifiers.value, unitPrice, ...allergens })
}

type Size = Pick<Rechosen, 'variant' | 'variantId' | 'priceFrom'> & { readonly base: number }

function sizeOf(
  line: Line,
  variantId: string | undefined,
  item: MenuItem & { readonly id: string },
  facts: MenuFacts,
  terms: SaleTerms,
): Result<Size, Rejection> {
  const base = line.unitPrice - modifiersPrice(line.modifiers)
  const { variant, priceFrom } = line
  if (variantId === undefined || variantId === line.variantId) {
    return ok({ base, variant, variantId: line.variantId, priceFrom })
  }
  if (line.combo !== null) return err({ code: 'part_changes_combo', rule: 'COMBO6' })
  if (line.weight !== null) return err({ code: 'bad_weight', rule: 'WEIGHT1' })
  const other = variantOf(item, variantId)
  if (!other.ok) return other
  const named = { variant: other.value?.name ?? '', variantId: other.value?.id ?? '' }
  if (priceFrom === 'open') return ok({ base, ...named, priceFrom })
  const { price, listId } = menuPrice(item, other.value, facts, { ...terms, now: line.addedAt })
  return ok({ base: price, ...named, priceFrom: listId ?? 'menu' })
}
