import type { Discount } from '#domain/discount/discount.ts'
import type { Draft } from '#domain/event/event.ts'
import type { AllergiesSet, ItemAdded, ItemDoubt, PriceSettled } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { authority, NOON, onItem } from './facts.ts'
import { discountOf } from './order-facts.ts'

export function modifiersSet(
  id: string,
  over: Partial<
    Pick<ItemAdded, 'modifiers' | 'unitPrice' | 'priceFrom' | 'variant' | 'variantId' | 'allergens'>
  >,
): Draft {
  const payload = {
    modifiers: [],
    unitPrice: minor(250),
    priceFrom: 'menu',
    variant: '',
    variantId: '',
    ...over,
  }
  return onItem(id, { type: 'item_modifiers_set', payload })
}

export function placeSet(
  id: string,
  place: { readonly seat?: number; readonly course?: number; readonly held?: boolean },
): Draft {
  return onItem(id, { type: 'item_place_set', payload: place })
}

export function moved(id: string, orderId: string, over: Partial<Authority> = {}): Draft {
  return onItem(id, { type: 'item_moved', payload: { orderId, ...authority(over) } })
}

export function taxesSet(id: string, ...taxes: readonly LineTax[]): Draft {
  return onItem(id, { type: 'item_taxes_set', payload: { taxes } })
}

export function discounted(id: string, over: Partial<Discount> = {}): Draft {
  return onItem(id, { type: 'item_discounted', payload: discountOf(over) })
}

export function discountRemoved(id: string, discountId: string, over: Partial<Authority> = {}): Draft {
  return onItem(id, { type: 'item_discount_removed', payload: { id: discountId, ...authority(over) } })
}

export function comped(id: string, over: Partial<Discount> = {}): Draft {
  const how = { kind: 'percent', ratePpm: 1_000_000, cap: null } as const
  return discounted(id, { id: 'comp', name: 'Comp', kind: 'comp', how, reason: 'cold', ...over })
}

export function changed(id: string, note: string, at = NOON): Draft {
  return onItem(id, { type: 'item_changed', payload: { note, at, by: 'ana' } })
}

export function allergiesSet(id: string, over: Partial<AllergiesSet> = {}): Draft {
  const payload = { added: [], removed: [], at: NOON, by: 'ana', ...over }
  return onItem(id, { type: 'item_allergies_set', payload })
}

export function doubted(id: string, over: Partial<ItemDoubt> = {}): Draft {
  const payload = {
    unitPrice: minor(250),
    asked: minor(250),
    menu: minor(300),
    device: 'Till',
    person: 'Ana',
    ...over,
  }
  return onItem(id, { type: 'item_price_doubted', payload })
}

export function priceSettled(id: string, over: Partial<PriceSettled> = {}): Draft {
  const payload = { unitPrice: minor(250), ...authority({ reason: 'promised' }), ...over }
  return onItem(id, { type: 'item_price_settled', payload })
}
