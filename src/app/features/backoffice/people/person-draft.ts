import type { StaffView } from '#device/messages/office-views.ts'
import type { PersonChange } from '#domain/staff/change-person.ts'
import type { RoleRights } from '#domain/staff/permissions.ts'
import { PIN_LENGTH_MAX, pinLengthMin } from '#domain/staff/pin-length.ts'
import { errorsOf, wrongName, type Errors, type Wrong } from '#app/features/backoffice/records/typed.ts'

/** What stands in the form. */
export interface PersonDraft {
  readonly name: string
  readonly role: string
  /** Empty: the one there is stays. */
  readonly pin: string
}

export function draftOfPerson(person: StaffView | null): PersonDraft {
  return { name: person?.name ?? '', role: person?.role ?? 'waiter', pin: '' }
}

/** The fewest digits this role's PIN has; a role that is gone asks for none. */
export function digitsOf(role: string, roles: ReadonlyMap<string, RoleRights>): number {
  const rights = roles.get(role)
  return rights === undefined ? 0 : pinLengthMin(rights)
}

/** What changes, with what is wrong in the form: the words come before the server has to refuse. [STAFF2] */
export function readPerson(
  draft: PersonDraft,
  shown: StaffView | null,
  roles: ReadonlyMap<string, RoleRights>,
): { readonly change: PersonChange; readonly errors: Errors } {
  const { role, pin } = draft
  const name = draft.name.trim()
  return {
    change: {
      ...(name === shown?.name ? {} : { name }),
      ...(role === shown?.role ? {} : { role }),
      ...(pin === '' ? {} : { pin }),
    },
    errors: errorsOf({
      name: wrongName(name),
      role: roles.has(role) || role === shown?.role ? null : 'choiceMissing',
      pin: wrongPin(pin, digitsOf(role, roles), shown === null ? null : digitsOf(shown.role, roles)),
    }),
  }
}

/** `had`: how many digits the present PIN has at least; null: there is none yet. */
function wrongPin(pin: string, least: number, had: number | null): Wrong | null {
  if (pin === '') return had === null ? 'pinMissing' : least > had ? 'pinForRole' : null
  if (!/^\d{4,}$/.test(pin) || pin.length > PIN_LENGTH_MAX) return 'pinBad'
  return pin.length < least ? 'pinShort' : null
}
