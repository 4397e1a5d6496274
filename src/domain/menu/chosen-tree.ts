import type { ItemModifier } from '#domain/item/item.ts'
import type { ChosenModifier } from './choice.ts'

/** The modifiers of a line as they were chosen: what hangs on another is below it again. */
export function chosenTree(modifiers: readonly ItemModifier[], depth = 0): readonly ChosenModifier[] {
  return modifiers.flatMap(({ groupId, optionId, qty, prefix, depth: own }, index) => {
    if (own !== depth) return []
    const rest = modifiers.slice(index + 1)
    const end = rest.findIndex((one) => one.depth <= depth)
    const below = chosenTree(end < 0 ? rest : rest.slice(0, end), depth + 1)
    return [{ groupId, optionId, qty, prefix, below }]
  })
}
