import type { Known } from '#domain/context.ts'
import { businessDate, localMinute, weekday } from '#domain/day/business-date.ts'
import type { Minor } from '#domain/money/money.ts'
import type { Settings } from '#domain/store/settings.ts'
import { isWholePriceList } from './menu-shape.ts'
import type { PriceList } from './menu.ts'

/** Lists that have arrived whole and are not off. [MENU1] */
export function listsInUse(lists: readonly Known<PriceList>[]): readonly Known<PriceList>[] {
  return lists.filter((list) => isWholePriceList(list) && list.active)
}

/** What decides which price list applies. */
export interface PriceTerms {
  readonly service: string
  readonly areaId: string | null
  /** When it is added: a later time of day moves no price. */
  readonly now: number
  readonly settings: Pick<Settings, 'zone' | 'cutoverHour'>
}

/** `item`, or `item:variant`: what price lists name. */
export function priceKey(menuItemId: string, variantId: string): string {
  return variantId === '' ? menuItemId : `${menuItemId}:${variantId}`
}

/** The price that a price list gives here and now, and which one; null where none does. [LEVEL1] [LEVEL2] [LEVEL3] */
export function levelPrice(
  lists: readonly Known<PriceList>[],
  key: string,
  terms: PriceTerms,
): { readonly price: Minor; readonly listId: string } | null {
  const naming = listsInUse(lists).filter((list) => Object.hasOwn(list.prices, key))
  if (naming.length === 0) return null
  const [best] = listsThatApply(naming, terms)
  const price = best?.prices[key]
  return best === undefined || price === undefined ? null : { price, listId: best.id }
}

/** The lists that count here and now, the one that decides first. [LEVEL1] [LEVEL2] */
export function listsThatApply(
  lists: readonly Known<PriceList>[],
  { service, areaId, now, settings }: PriceTerms,
): readonly Known<PriceList>[] {
  const day = weekday(businessDate(now, settings.zone, settings.cutoverHour))
  const minute = localMinute(now, settings.zone)
  return lists
    .filter((list) => holds(list.services, service))
    .filter((list) => list.areaIds.length === 0 || (areaId !== null && list.areaIds.includes(areaId)))
    .filter((list) => holds(list.weekdays, day) && inWindow(list, minute))
    .sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1))
}

/** An empty list leaves nothing out. */
function holds<T>(list: readonly T[], one: T): boolean {
  return list.length === 0 || list.includes(one)
}

/** Half open, by the local clock; over midnight when it ends before it begins, all day when it ends there. [LEVEL2] */
function inWindow({ from, to }: Pick<PriceList, 'from' | 'to'>, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to
}
