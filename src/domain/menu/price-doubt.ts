import type { Known, MenuFacts } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import { chosenTree } from './chosen-tree.ts'
import { configure } from './configure.ts'
import { menuPrice } from './base-price.ts'
import { modifiersPrice, type SaleTerms } from './menu-line.ts'
import { isWholeItem } from './menu-shape.ts'
import type { ModifierGroup, PriceList } from './menu.ts'
import { variantOf } from './variant.ts'

/** What a menu says of a line, as far as its price goes. */
export type PricedMenu = Pick<MenuFacts, 'item' | 'groups' | 'priceLists'>

/** A line that costs less than every menu there was, or that is on none of them: then `menu` is null. */
export interface PriceDoubt {
  readonly asked: Minor
  readonly menu: Minor | null
}

/**
 * A line held against the menus its device may have had, or, of a combo, all its parts together against the combo's
 * price: null where it costs at least what the cheapest of them asks. A typed price is a right, not a doubt. [REVIEW12]
 */
export function priceDoubt(
  lines: readonly Item[],
  menus: readonly PricedMenu[],
  terms: Omit<SaleTerms, 'now'>,
): PriceDoubt | null {
  const [line] = lines
  if (line === undefined) return null
  const asked = line.combo === null ? line.unitPrice : minor(lines.reduce((all, one) => all + baseOf(one), 0))
  const least = menus.flatMap((menu) => leastBy(lines, line, menu, { ...terms, now: line.addedAt }) ?? [])
  const menu = least.length === 0 ? null : minor(Math.min(...least))
  return menu !== null && asked >= menu ? null : { asked, menu }
}

function leastBy(lines: readonly Item[], line: Item, menu: PricedMenu, terms: SaleTerms): number | null {
  const { item } = menu
  if (item === null || !isWholeItem(item)) return null
  if (item.pricing === 'open') return 0
  const facts = { ...soldOutOrNot(menu), priceLists: listsNamed(menu.priceLists, line.priceFrom) }
  if (line.combo !== null) {
    // Parts that were moved to another order are looked at there.
    const slots = item.slots ?? []
    return lines.length < slots.length ? 0 : menuPrice(item, null, facts, terms).price
  }
  const choice = {
    ...(line.variantId === '' ? {} : { variantId: line.variantId }),
    ...(line.weight === null ? {} : { weightMilli: line.weight.milli }),
  }
  const made = configure({ ...choice, modifiers: chosenTree(line.modifiers) }, facts, terms)
  if (made.ok) return made.value[0]?.unitPrice ?? null
  // Its modifiers are not what this menu asks: then they cost what they say, and the dish what the menu says.
  const variant = variantOf(item, choice.variantId)
  if (!variant.ok || line.weight !== null) return null
  return menuPrice(item, variant.value, facts, terms).price + Math.max(0, modifiersPrice(line.modifiers))
}

function baseOf({ unitPrice, modifiers }: Item): number {
  return unitPrice - modifiersPrice(modifiers)
}

/**
 * Only the list it names, in any area and service, at the line's own hour: an order may have been moved since.
 */
function listsNamed(lists: readonly Known<PriceList>[], name: string): readonly Known<PriceList>[] {
  return lists.filter(({ id }) => id === name).map((list) => ({ ...list, services: [], areaIds: [] }))
}

/** What was sold out meanwhile, or went off the menu, had its price all the same. */
function soldOutOrNot({ item, groups }: PricedMenu): Omit<MenuFacts, 'priceLists'> {
  return {
    item: item === null ? null : { ...item, available: true, active: true },
    groups: groups.map((group): Known<ModifierGroup> => ({
      ...group,
      options: group.options.map((option) => ({ ...option, available: true })),
    })),
    parts: [],
    categories: [],
    taxes: [],
    areaId: null,
  }
}
