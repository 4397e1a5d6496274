import type { Known, MenuFacts } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import type { Tax } from '#domain/store/settings.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { isWholeItem } from './menu-shape.ts'
import type { MenuItem } from './menu.ts'

/** The active taxes an item bears when it is eaten this way, as the line keeps them. [TAX4] */
export function lineTaxes(
  item: Pick<MenuItem, 'taxIds' | 'taxIdsByService'>,
  service: string,
  taxes: readonly Known<Tax>[],
): readonly LineTax[] {
  const byService = item.taxIdsByService ?? {}
  const ids = Object.hasOwn(byService, service) ? (byService[service] ?? []) : item.taxIds
  return taxes
    .filter((tax) => tax.active && ids.includes(tax.id))
    .map(({ id, name, ratePpm, inclusive, perPiece, on }) => ({
      id,
      name,
      ratePpm,
      inclusive,
      ...(perPiece === undefined ? {} : { perPiece }),
      ...(on === undefined ? {} : { on }),
    }))
}

/**
 * The taxes a line bears under another service. Its menu item is looked for among the facts' item and parts; a line
 * whose item is not there, or not whole, keeps the taxes it has. [MENU4]
 */
export function retax(
  line: Pick<Item, 'menuItemId' | 'taxes'>,
  service: string,
  facts: Pick<MenuFacts, 'item' | 'parts' | 'taxes'>,
): readonly LineTax[] {
  const item = knownItem(facts, line.menuItemId)
  return item === null || !isWholeItem(item) ? line.taxes : lineTaxes(item, service, facts.taxes)
}

/** A menu item among the facts, as the item itself or as a part. */
export function knownItem(facts: Pick<MenuFacts, 'item' | 'parts'>, id: string): Known<MenuItem> | null {
  return [facts.item, ...facts.parts].find((one) => one?.id === id) ?? null
}
