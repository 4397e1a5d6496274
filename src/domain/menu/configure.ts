import type { MenuFacts } from '#domain/context.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { basePrice } from './base-price.ts'
import type { Choice } from './choice.ts'
import { configureCombo } from './combo.ts'
import { menuLine, sellable, type MenuLine, type SaleTerms } from './menu-line.ts'
import { configureModifiers } from './modifiers.ts'
import { variantOf } from './variant.ts'

/**
 * The lines that a choice comes to: one, or one for each part of a combo. Refused, with the rule that refused it,
 * where the item cannot be sold as it was chosen.
 */
export function configure(
  choice: Choice,
  facts: MenuFacts,
  terms: SaleTerms,
): Result<readonly MenuLine[], Rejection> {
  const item = sellable(facts.item)
  if (!item.ok) return item
  if ((item.value.slots ?? []).length > 0) return configureCombo(item.value, choice, facts, terms)
  if ((choice.parts ?? []).length > 0) return err({ code: 'unknown_combo_part', rule: 'COMBO1' })
  const variant = variantOf(item.value, choice.variantId)
  if (!variant.ok) return variant
  const price = basePrice(item.value, variant.value, choice, facts, terms)
  if (!price.ok) return price
  const modifiers = configureModifiers(item.value.groups ?? [], choice.modifiers ?? [], {
    groups: facts.groups,
    variant: variant.value?.name ?? '',
    pieces: 1,
  })
  if (!modifiers.ok) return modifiers
  const line = menuLine(
    item.value,
    { ...price.value, variant: variant.value, pieces: 1, modifiers: modifiers.value },
    facts,
    terms.service,
  )
  return line.ok ? ok([line.value]) : line
}
