import type { Action, RoleRights } from './permissions.ts'
import { may } from './rights.ts'

export const PIN_LENGTH_MAX = 8

const SHORT = 4
const LONG = 6

/** Whose PIN opens more than the till: a guess at it would cost the restaurant more than an order. */
const TRUSTED: readonly Action[] = [
  'approve',
  'edit_menu',
  'edit_staff',
  'edit_roles',
  'pair_device',
  'settle_quarantine',
  'export_journal',
]

/** The fewest digits of a PIN for these rights. [STAFF2] */
export function pinLengthMin(rights: RoleRights): number {
  return TRUSTED.some((action) => may(rights, action)) ? LONG : SHORT
}
