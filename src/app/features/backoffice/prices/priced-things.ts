import { priceKey } from '#domain/menu/price-level.ts'
import type { OfficeItem } from '#app/features/backoffice/menu/menu-records.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'
import type { PriceListDraft } from './price-list-draft.ts'

/** What a price list can price: an item, or one of its sizes. */
export interface PricedThing {
  readonly key: string
  readonly name: string
  readonly categoryId: string
  /** What it costs where no list applies. */
  readonly price: number
}

/** Everything with a price of its own, in the order of the till; typed prices have none. [LEVEL1] */
export function pricedThings({ items }: Pick<MenuRecords, 'items'>): readonly PricedThing[] {
  return items.filter(({ active, pricing }) => active && pricing !== 'open').flatMap(thingsOf)
}

function thingsOf({ id, name, categoryId, price, variants }: OfficeItem): readonly PricedThing[] {
  const sizes = variants.filter(({ active }) => active)
  if (sizes.length === 0) return [{ key: priceKey(id, ''), name, categoryId, price }]
  return sizes.map((size) => ({
    key: priceKey(id, size.id),
    name: `${name}, ${size.name}`,
    categoryId,
    price: size.price,
  }))
}

/** A form whose rows stand as on the till; what the till does not show stands last. A record keeps no order. */
export function inMenuOrder(draft: PriceListDraft, things: readonly PricedThing[]): PriceListDraft {
  const places = new Map(things.map(({ key }, place) => [key, place]))
  const place = (key: string): number => places.get(key) ?? things.length
  return { ...draft, prices: draft.prices.toSorted((a, b) => place(a.key) - place(b.key)) }
}
