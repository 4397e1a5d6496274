import type { Known } from '#domain/context.ts'
import type { ItemModifier } from '#domain/item/item.ts'
import { MODIFIERS_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { askedGroups } from './asked-groups.ts'
import type { ChosenModifier } from './choice.ts'
import type { GroupLink, ModifierGroup } from './menu.ts'
import { groupPicks } from './modifier-limits.ts'
import { pickPrices } from './modifier-price.ts'

/** What the modifiers of a line depend on besides the choice. */
interface ModifierTerms {
  readonly groups: readonly Known<ModifierGroup>[]
  /** The name of the line's size, or empty. */
  readonly variant: string
  /** Pieces in one unit: each piece bears them. */
  readonly pieces: number
}

type Modifiers = Result<readonly ItemModifier[], Rejection>

/**
 * The chosen modifiers as the line keeps them: by the menu's order, each followed by what was chosen below it, priced
 * for one unit. Refused where a group asks for more or less than was chosen. [MOD1] [MOD2] [MOD9] [MOD10]
 */
export function configureModifiers(
  links: readonly GroupLink[],
  chosen: readonly ChosenModifier[],
  terms: ModifierTerms,
): Modifiers {
  return below({ links, path: [], times: terms.pieces }, chosen, terms)
}

interface Level {
  readonly links: readonly GroupLink[]
  /** The groups above, outermost first. */
  readonly path: readonly string[]
  /** How many of what it hangs on there are in one unit. */
  readonly times: number
}

function below(level: Level, chosen: readonly ChosenModifier[], terms: ModifierTerms): Modifiers {
  const tooMany = err({ code: 'too_many_modifiers', rule: 'MOD10' } as const)
  if (chosen.length > MODIFIERS_MAX) return tooMany
  const asked = askedGroups(level.links, level.path, terms.groups)
  if (chosen.some((one) => asked.every(({ group }) => group.id !== one.groupId))) {
    return err({ code: 'unknown_modifier', rule: 'MOD1' })
  }
  const found: ItemModifier[] = []
  for (const { link, group } of asked) {
    const picks = groupPicks(
      link,
      group,
      chosen.filter((one) => one.groupId === group.id),
    )
    if (!picks.ok) return picks
    const prices = pickPrices(picks.value, group, link.free, terms.variant)
    for (const [index, { chosen: pick, option }] of picks.value.entries()) {
      const price = (prices[index] ?? 0) * level.times
      if (!isMinor(price)) return err({ code: 'total_too_large', rule: 'BILL2' })
      const { prefix, qty } = pick
      found.push({
        groupId: group.id,
        optionId: option.id,
        name: option.name,
        prefix,
        qty,
        price,
        depth: level.path.length,
      })
      const links = prefix === 'no' ? [] : option.groups
      const deeper = below(
        { links, path: [...level.path, group.id], times: level.times * qty },
        pick.below,
        terms,
      )
      if (!deeper.ok) return deeper
      found.push(...deeper.value)
      if (found.length > MODIFIERS_MAX) return tooMany
    }
  }
  return ok(found)
}
