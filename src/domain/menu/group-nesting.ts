import type { Known } from '#domain/context.ts'
import { MODIFIER_DEPTH_MAX } from '#domain/limits.ts'
import { isOptions } from './menu-shape.ts'
import type { ModifierGroup } from './menu.ts'

type Options = ModifierGroup['options']

/**
 * Whether groups would hang deeper below this one than is ever asked, as far as these groups are known. A circle is
 * deeper than anything. [MOD9]
 */
export function nestsTooDeep(id: string, options: Options, groups: readonly Known<ModifierGroup>[]): boolean {
  const optionsOf = new Map(
    groups.filter((group) => isOptions(group.options)).map((group) => [group.id, group.options]),
  )
  optionsOf.set(id, options)
  let level = new Set([id])
  for (let depth = 0; depth < MODIFIER_DEPTH_MAX; depth += 1) {
    level = new Set([...level].flatMap((group) => groupsBelow(optionsOf.get(group) ?? [])))
  }
  return level.size > 0
}

function groupsBelow(options: Options): readonly string[] {
  return options.flatMap((option) => option.groups.map((link) => link.groupId))
}
