import type { Action, RoleRights } from './permissions.ts'
import { may } from './rights.ts'

/** Each of these has a part of the back office. */
const OFFICE: readonly Action[] = ['edit_menu', 'edit_staff', 'edit_roles']

/** Whether there is anything in the back office for these rights, whatever the role is called. [ROLE10] */
export function mayOpenOffice(rights: RoleRights): boolean {
  return OFFICE.some((action) => may(rights, action))
}
