import type { Known, MenuFacts } from '#domain/context.ts'
import { askedGroups } from '#domain/menu/asked-groups.ts'
import type { GroupLink, MenuItem } from '#domain/menu/menu.ts'
import { groupPicks } from '#domain/menu/modifier-limits.ts'
import type { Wish } from './draft.ts'
import { placeOf } from './place.ts'
import type { Picks } from './picks.ts'

/** What must be chosen still: its name, and where it stands on the sheet. */
export interface Lacking {
  readonly place: string
  readonly name: string
}

/** The first thing that is not chosen and must be, from the top of the sheet; null when nothing is. */
export function lackingOf(
  wish: Wish,
  item: Known<MenuItem>,
  facts: Pick<MenuFacts, 'groups' | 'parts'>,
): Lacking | null {
  for (const slot of item.slots ?? []) {
    const part = wish.parts.find((one) => one.slotId === slot.id)
    if (part === undefined) return { place: placeOf([slot.id]), name: slot.name }
    const chosen = facts.parts.find((one) => one.id === part.menuItemId)
    const lacking = inGroups(chosen?.groups ?? [], part.modifiers, [slot.id], [], facts.groups)
    if (lacking !== null) return lacking
  }
  return inGroups(item.groups ?? [], wish.modifiers, [], [], facts.groups)
}

function inGroups(
  links: readonly GroupLink[],
  picks: Picks,
  place: readonly string[],
  path: readonly string[],
  groups: MenuFacts['groups'],
): Lacking | null {
  for (const { link, group } of askedGroups(links, path, groups)) {
    const own = picks.filter((one) => one.groupId === group.id)
    const good = groupPicks(link, group, own)
    const here = [...place, group.id]
    if (!good.ok) return { place: placeOf(here), name: group.name }
    for (const { chosen, option } of good.value) {
      if (chosen.prefix === 'no') continue
      const inside = [...here, option.id]
      const lacking = inGroups(option.groups, chosen.below, inside, [...path, group.id], groups)
      if (lacking !== null) return lacking
    }
  }
  return null
}
