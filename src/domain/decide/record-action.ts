import type { Of } from '#domain/command/command.ts'
import type { Action } from '#domain/staff/permissions.ts'

/** What marking an item sold out (86), counting how many are left or selling it anyway changes, and nothing else. */
const AVAILABILITY: readonly string[] = ['available', 'countdown', 'sellAnyway']

/** The action a saved record is: whoever takes orders may say that a dish is out, without editing the menu. [RECORD5] */
export function recordAction({
  recordType,
  fields,
}: Pick<Of<'save_record'>, 'recordType' | 'fields'>): Action {
  if (recordType === 'role') return 'edit_roles'
  if (recordType === 'ingredient') return 'keep_stock'
  const onlyAvailability = Object.keys(fields).every((field) => AVAILABILITY.includes(field))
  return recordType === 'menu_item' && onlyAvailability ? 'set_availability' : 'edit_menu'
}
