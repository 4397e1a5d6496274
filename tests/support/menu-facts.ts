import type { Known } from '#domain/context.ts'
import type { ChosenModifier } from '#domain/menu/choice.ts'
import type {
  GroupLink,
  MenuItem,
  ModifierGroup,
  ModifierOption,
  PriceList,
  Variant,
} from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import { TEA } from './facts.ts'

/** A menu item at 10.00 with nothing but what a test names. */
export function itemOf(id: string, over: Partial<MenuItem> = {}): Known<MenuItem> {
  return { ...TEA, id, name: id, price: minor(1_000), ...over }
}

export function sizeOf(id: string, price: number, over: Partial<Variant> = {}): Variant {
  return { id, name: id, price: minor(price), active: true, ...over }
}

export function optionOf(id: string, price = 0, over: Partial<ModifierOption> = {}): ModifierOption {
  return {
    id,
    name: id,
    price: minor(price),
    included: false,
    maxQty: 9,
    available: true,
    active: true,
    groups: [],
    ...over,
  }
}

/** A group that prices by option, unless a test says otherwise. */
export function groupOf(
  id: string,
  options: readonly ModifierOption[],
  over: Partial<ModifierGroup> = {},
): Known<ModifierGroup> {
  return { id, name: id, pricing: 'option', price: minor(0), options, active: true, ...over }
}

/** As many or few as one likes, none of them free, unless a test says otherwise. */
export function linkOf(groupId: string, over: Partial<GroupLink> = {}): GroupLink {
  return { groupId, min: 0, max: 0, free: 0, position: 1, ...over }
}

export function chosen(
  groupId: string,
  optionId: string,
  over: Partial<ChosenModifier> = {},
): ChosenModifier {
  return { groupId, optionId, qty: 1, prefix: '', below: [], ...over }
}

/** A list that always applies, unless a test says otherwise. */
export function listOf(
  id: string,
  prices: { readonly [key: string]: number },
  over: Partial<PriceList> = {},
): Known<PriceList> {
  return {
    id,
    name: id,
    priority: 0,
    prices: Object.fromEntries(Object.entries(prices).map(([key, price]) => [key, minor(price)])),
    services: [],
    areaIds: [],
    weekdays: [],
    from: 0,
    to: 0,
    active: true,
    ...over,
  }
}
