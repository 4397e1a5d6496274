import type { Known, MenuFacts } from '#domain/context.ts'
import type { ItemModifier, Prefix } from '#domain/item/item.ts'
import { askedGroups, type AskedGroup } from '#domain/menu/asked-groups.ts'
import type { ChosenModifier } from '#domain/menu/choice.ts'
import { chosenTree } from '#domain/menu/chosen-tree.ts'
import type { GroupLink, ModifierGroup, ModifierOption } from '#domain/menu/menu.ts'

/** What was chosen at one place: at the item itself, or below one of its modifiers. */
export type Picks = readonly ChosenModifier[]

type Groups = MenuFacts['groups']

/** What is chosen before anybody chose: what a guest gets who says nothing, so that the kitchen reads it. [MOD8] */
export function defaultPicks(links: readonly GroupLink[], path: readonly string[], groups: Groups): Picks {
  return askedGroups(links, path, groups).flatMap(({ link, group }) => {
    const included = group.options.filter((option) => option.active && option.included)
    const gone = included.filter((option) => !option.available)
    if (link.max !== 1) return gone.map((option) => pickOf(group, option, 'no', []))
    const [first] = link.min > 0 ? included.filter((option) => option.available) : []
    if (first === undefined) return []
    return [pickOf(group, first, '', defaultPicks(first.groups, [...path, group.id], groups))]
  })
}

/** The modifiers of a line as they were chosen, without those that the menu does not offer there any more. */
export function picksOf(
  modifiers: readonly ItemModifier[],
  links: readonly GroupLink[],
  groups: Groups,
): Picks {
  return offered(chosenTree(modifiers), links, [], groups)
}

/**
 * One option tapped. Of a group of which one only may be chosen it takes the other's place; what comes with the item
 * is left off; what was chosen is taken back, or counted on where there may be more of it.
 */
export function tapped(
  picks: Picks,
  { link, group }: AskedGroup,
  option: ModifierOption,
  prefix: Prefix,
  below: Picks,
): Picks {
  const own = picks.find((one) => isOf(one, group, option))
  if (prefix !== '') return withPick(picks, pickOf(group, option, prefix, prefix === 'no' ? [] : below))
  if (link.max === 1) {
    const others = picks.filter((one) => one.groupId !== group.id)
    if (own !== undefined) return link.min > 0 ? picks : others
    return [...others, pickOf(group, option, '', below)]
  }
  if (own === undefined) return withPick(picks, pickOf(group, option, option.included ? 'no' : '', below))
  if (own.prefix === 'no' || own.qty >= option.maxQty) return withoutPick(picks, group, option)
  return withPick(picks, { ...own, qty: own.qty + 1 })
}

/** One fewer of an option. */
export function lessened(picks: Picks, group: Known<ModifierGroup>, option: ModifierOption): Picks {
  const own = picks.find((one) => isOf(one, group, option))
  if (own === undefined || own.qty <= 1) return withoutPick(picks, group, option)
  return withPick(picks, { ...own, qty: own.qty - 1 })
}

/** In its old place, or as the latest. */
export function withPick(picks: Picks, pick: ChosenModifier): Picks {
  const isSame = (one: ChosenModifier): boolean =>
    one.groupId === pick.groupId && one.optionId === pick.optionId
  return picks.some(isSame) ? picks.map((one) => (isSame(one) ? pick : one)) : [...picks, pick]
}

function withoutPick(picks: Picks, group: Known<ModifierGroup>, option: ModifierOption): Picks {
  return picks.filter((one) => !isOf(one, group, option))
}

function isOf(one: ChosenModifier, group: Known<ModifierGroup>, option: ModifierOption): boolean {
  return one.groupId === group.id && one.optionId === option.id
}

function pickOf(
  group: Known<ModifierGroup>,
  option: ModifierOption,
  prefix: Prefix,
  below: Picks,
): ChosenModifier {
  return { groupId: group.id, optionId: option.id, qty: 1, prefix, below: prefix === 'no' ? [] : below }
}

/** Lines keep what hangs below a modifier right after it, one level deeper. */
function offered(picks: Picks, links: readonly GroupLink[], path: readonly string[], groups: Groups): Picks {
  const asked = askedGroups(links, path, groups)
  return picks.flatMap((pick) => {
    const group = asked.find((one) => one.group.id === pick.groupId)?.group
    const option = group?.options.find((one) => one.id === pick.optionId && one.active)
    if (group === undefined || option === undefined) return []
    return [{ ...pick, below: offered(pick.below, option.groups, [...path, group.id], groups) }]
  })
}
