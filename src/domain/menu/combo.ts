import type { Known, MenuFacts } from '#domain/context.ts'
import { allocate } from '#domain/money/allocate.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { menuPrice } from './base-price.ts'
import type { Choice, ChosenPart } from './choice.ts'
import { menuLine, sellable, type LinePrice, type MenuLine, type SaleTerms } from './menu-line.ts'
import type { ComboSlot, MenuItem } from './menu.ts'
import { configureModifiers } from './modifiers.ts'
import { activeVariants, variantOf } from './variant.ts'

/** One part as it was chosen. Amounts in minor units, for one combo. */
interface Part {
  readonly item: Known<MenuItem>
  readonly price: Pick<LinePrice, 'variant' | 'pieces' | 'modifiers'>
  /** What it would cost alone, in its cheapest size: its weight in the combo's price. */
  readonly weight: number
  /** What it costs on top of the combo's price. */
  readonly extra: number
}

/**
 * The parts of one combo. Its price is shared out over them by what they cost alone, so that the parts of any quantity
 * are the combo's price times the quantity, exactly; up-charges and modifiers stay with their part. [COMBO1] [COMBO2]
 */
export function configureCombo(
  combo: Known<MenuItem>,
  choice: Choice,
  facts: MenuFacts,
  terms: SaleTerms,
): Result<readonly MenuLine[], Rejection> {
  const slots = combo.slots ?? []
  const refused = foreignChoice(choice, slots)
  if (refused !== null) return err(refused)
  const parts: Part[] = []
  for (const slot of slots) {
    const part = partOf(slot, choice.parts ?? [], facts)
    if (!part.ok) return part
    parts.push(part.value)
  }
  const { price, listId } = menuPrice(combo, null, facts, terms)
  const shares = allocate(
    price,
    parts.map((part) => part.weight),
  )
  const lines: MenuLine[] = []
  for (const [index, { item, price, extra }] of parts.entries()) {
    const base = (shares[index] ?? 0) + extra
    const line = menuLine(
      item,
      { ...price, base, priceFrom: listId ?? 'combo', weight: null },
      facts,
      terms.service,
    )
    if (!line.ok) return line
    lines.push(line.value)
  }
  return ok(lines)
}

/** A combo has no size, modifiers, weight or typed price of its own, and asks for each thing once. [COMBO1] [COMBO5] */
function foreignChoice(choice: Choice, slots: readonly ComboSlot[]): Rejection | null {
  if ((choice.variantId ?? '') !== '') return { code: 'unknown_variant', rule: 'COMBO5' }
  if ((choice.modifiers ?? []).length > 0) return { code: 'unknown_modifier', rule: 'COMBO5' }
  if (choice.openPrice !== undefined) return { code: 'bad_price', rule: 'COMBO5' }
  if (choice.weightMilli !== undefined) return { code: 'bad_weight', rule: 'COMBO5' }
  const asked = new Set(slots.map((slot) => slot.id))
  for (const { slotId } of choice.parts ?? []) {
    if (!asked.delete(slotId)) return { code: 'unknown_combo_part', rule: 'COMBO1' }
  }
  return null
}

/** What was chosen for one slot, priced on top of its share. [COMBO3] [COMBO4] */
function partOf(
  slot: ComboSlot,
  chosen: readonly ChosenPart[],
  facts: Pick<MenuFacts, 'parts' | 'groups'>,
): Result<Part, Rejection> {
  const named = chosen.find((one) => one.slotId === slot.id)
  const offered = offeredItem(slot, named, facts)
  if (!offered.ok) return offered
  const { item, upcharge } = offered.value
  const variant = variantOf(item, named?.variantId)
  if (!variant.ok) return variant
  const modifiers = configureModifiers(item.groups ?? [], named?.modifiers ?? [], {
    groups: facts.groups,
    variant: variant.value?.name ?? '',
    pieces: slot.pieces,
  })
  if (!modifiers.ok) return modifiers
  const price = variant.value?.price ?? item.price
  const cheapest = Math.min(price, ...activeVariants(item).map((one) => one.price))
  return ok({
    item,
    price: { variant: variant.value, pieces: slot.pieces, modifiers: modifiers.value },
    weight: cheapest * slot.pieces,
    extra: upcharge + (price - cheapest) * slot.pieces,
  })
}

/** The item in a slot, if the slot offers it; where there is but one choice it need not be named. [COMBO1] [COMBO5] */
function offeredItem(
  slot: ComboSlot,
  named: ChosenPart | undefined,
  facts: Pick<MenuFacts, 'parts'>,
): Result<{ readonly item: Known<MenuItem>; readonly upcharge: number }, Rejection> {
  const only = slot.choices.length === 1 ? slot.choices[0]?.menuItemId : undefined
  const menuItemId = named?.menuItemId ?? only
  if (menuItemId === undefined) return err({ code: 'combo_part_missing', rule: 'COMBO1' })
  const offered = slot.choices.find((one) => one.menuItemId === menuItemId)
  if (offered === undefined) return err({ code: 'unknown_combo_part', rule: 'COMBO1' })
  const item = sellable(facts.parts.find((one) => one.id === menuItemId))
  if (!item.ok) return item
  const { pricing = 'fixed', slots = [] } = item.value
  const asksMore = named?.openPrice !== undefined || named?.weightMilli !== undefined
  if (pricing !== 'fixed' || slots.length > 0 || asksMore || (named?.parts ?? []).length > 0) {
    return err({ code: 'unknown_combo_part', rule: 'COMBO5' })
  }
  return ok({ item: item.value, upcharge: offered.upcharge })
}
