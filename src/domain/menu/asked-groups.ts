import type { Known } from '#domain/context.ts'
import { MODIFIER_DEPTH_MAX } from '#domain/limits.ts'
import { isWholeGroup } from './menu-shape.ts'
import type { GroupLink, ModifierGroup } from './menu.ts'

/** A group that is asked, with the limits of the link that asks it. */
export interface AskedGroup {
  readonly link: GroupLink
  readonly group: Known<ModifierGroup>
}

/**
 * The groups that are asked at one place, in the menu's order. One that would be below itself or too deep is not.
 * `path`: the groups above, outermost first. [MENU1] [MOD9]
 */
export function askedGroups(
  links: readonly GroupLink[],
  path: readonly string[],
  groups: readonly Known<ModifierGroup>[],
): readonly AskedGroup[] {
  if (path.length >= MODIFIER_DEPTH_MAX) return []
  return links
    .filter((link) => !path.includes(link.groupId))
    .flatMap((link) => {
      const group = groups.find((one) => one.id === link.groupId)
      return group !== undefined && isWholeGroup(group) && group.active ? [{ link, group }] : []
    })
    .sort((a, b) => a.link.position - b.link.position || (a.group.id < b.group.id ? -1 : 1))
}
