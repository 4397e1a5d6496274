import { PREFIXES } from '#domain/item/item.ts'
import { QTY_MAX } from '#domain/limits.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { ChosenModifier } from './choice.ts'
import type { GroupLink, ModifierGroup, ModifierOption } from './menu.ts'
import type { Picked } from './modifier-price.ts'

/** What was chosen of one group, in the menu's order, if the group allows it. [MOD1] [MOD2] [MOD3] [MOD4] [MOD8] */
export function groupPicks(
  link: GroupLink,
  group: ModifierGroup,
  chosen: readonly ChosenModifier[],
): Result<readonly Picked[], Rejection> {
  const options = group.options.filter((option) => option.active)
  const picks = options.flatMap((option) =>
    chosen
      .filter((one) => one.optionId === option.id)
      .sort((a, b) => PREFIXES.indexOf(a.prefix) - PREFIXES.indexOf(b.prefix))
      .map((one) => ({ chosen: one, option })),
  )
  if (picks.length < chosen.length) return err({ code: 'unknown_modifier', rule: 'MOD1' })
  for (const option of options) {
    const refused = optionRefused(
      option,
      picks.filter((pick) => pick.option.id === option.id),
    )
    if (refused !== null) return err(refused)
  }
  const coming = comingAnyway(options, picks, link)
  if (coming.some((option) => !option.available)) return err({ code: 'modifier_sold_out', rule: 'MOD8' })
  const count = coming.length + quantity(picks)
  if (count < link.min) return err({ code: 'modifier_missing', rule: 'MOD2' })
  if (link.max > 0 && count > link.max) return err({ code: 'too_many_modifiers', rule: 'MOD2' })
  return ok(picks)
}

function optionRefused(option: ModifierOption, picks: readonly Picked[]): Rejection | null {
  const leftOff = picks.filter(({ chosen }) => chosen.prefix === 'no')
  for (const { chosen } of picks) {
    if (!PREFIXES.includes(chosen.prefix)) return { code: 'unknown_modifier', rule: 'MOD4' }
    const max = chosen.prefix === 'no' ? 1 : QTY_MAX
    if (!Number.isSafeInteger(chosen.qty) || chosen.qty < 1 || chosen.qty > max) {
      return { code: 'bad_qty', rule: 'MOD3' }
    }
  }
  if (leftOff.length > 0 && picks.length > 1) return { code: 'too_many_modifiers', rule: 'MOD4' }
  if (quantity(picks) > option.maxQty) return { code: 'too_many_modifiers', rule: 'MOD3' }
  if (picks.length > leftOff.length && !option.available) return { code: 'modifier_sold_out', rule: 'MOD8' }
  return null
}

/** Included options nobody named. [MOD6] */
function comingAnyway(
  options: readonly ModifierOption[],
  picks: readonly Picked[],
  link: GroupLink,
): readonly ModifierOption[] {
  const chosen = picks.map((pick) => pick.chosen)
  return options.filter((option) => comesAnyway(option, link, chosen))
}

/**
 * Whether an option comes with the item though nobody named it, beside what was chosen of its group. Where only one may
 * be chosen, another choice takes its place. [MOD6]
 */
export function comesAnyway(
  option: Pick<ModifierOption, 'id' | 'included'>,
  link: Pick<GroupLink, 'max'>,
  chosen: readonly ChosenModifier[],
): boolean {
  if (!option.included || chosen.some((one) => one.optionId === option.id)) return false
  return link.max !== 1 || chosen.every((one) => one.prefix === 'no')
}

/** Pieces chosen; what is left off counts for nothing. */
function quantity(picks: readonly Picked[]): number {
  return picks.reduce((all, { chosen }) => all + (chosen.prefix === 'no' ? 0 : chosen.qty), 0)
}
