import { canonicalJson } from '#domain/event/canonical.ts'
import type { Item, LateEdit } from './item.ts'

/**
 * What somebody asked of a line that, unseen by them, was already in the kitchen. The line stays what the kitchen
 * cooks; what they meant stays beside it until a person looks. Only the last word of each kind, and only where it
 * differs from the line. [ITEM4]
 */
export function lateEdit(item: Item, edit: LateEdit): Item {
  const { qty, note, modifiers } = { ...item.late, ...edit }
  const late: LateEdit = {
    ...(qty !== undefined && qty !== item.ordered ? { qty } : {}),
    ...(note !== undefined && note !== item.note ? { note } : {}),
    ...(modifiers !== undefined && canonicalJson(modifiers) !== canonicalJson(item.modifiers)
      ? { modifiers }
      : {}),
  }
  return { ...item, late: Object.keys(late).length === 0 ? null : late }
}
