import type { Known, MenuFacts } from '#domain/context.ts'
import { inOrder, NOTHING_STATED, type LineAllergens } from '#domain/menu/allergens.ts'
import { lineAllergens } from '#domain/menu/line-allergens.ts'
import type { MenuLine } from '#domain/menu/menu-line.ts'
import type { MenuItem } from '#domain/menu/menu.ts'

/**
 * What a dish contains as it is chosen so far: of a combo all that its parts do. Null: nobody can say before a combo's
 * parts are chosen. [ALLERGEN3]
 */
export function dishOf(
  item: Known<MenuItem>,
  lines: readonly MenuLine[] | null,
  { groups }: Pick<MenuFacts, 'groups'>,
): LineAllergens | null {
  if (lines === null) return (item.slots ?? []).length > 0 ? null : lineAllergens(item, [], groups)
  const parts = lines.map(({ allergens }) => allergens ?? NOTHING_STATED)
  return {
    contains: inOrder(parts.flatMap(({ contains }) => contains)),
    complete: parts.every(({ complete }) => complete),
  }
}
