import { isName } from '#domain/menu/shape.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { RoleRights } from './permissions.ts'
import { pinLengthMin } from './pin-length.ts'
import type { User } from './user.ts'

/** What is to be changed of a person; what is not named stays. Of a new one name, role and PIN are needed. */
export interface PersonChange {
  readonly name?: string
  readonly role?: string
  readonly pin?: string
  readonly active?: boolean
  /** Forget the wrong PINs so far, on every device. */
  readonly unlock?: boolean
}

export interface StaffFacts {
  readonly people: readonly (Partial<User> & { readonly id: string })[]
  /** Every role there is: the built-in ones, and those the owner made that are in use. */
  readonly roles: ReadonlyMap<string, RoleRights>
  readonly now: number
}

/**
 * The fields of a person's record that change, but for the PIN, which the caller hashes. Nobody is deleted, and the
 * store keeps an owner. [STAFF1] [STAFF2] [STAFF3] [STAFF4]
 */
export function changePerson(
  id: string,
  change: PersonChange,
  { people, roles, now }: StaffFacts,
): Result<RecordFields, Rejection> {
  const known = people.find((person) => person.id === id)
  const refused = refusalOf(change, known, roles)
  if (refused !== null) return err(refused)
  if (losesLastOwner(id, change, people)) return err({ code: 'last_owner', rule: 'STAFF3' })
  const { name, role, active, pin, unlock } = change
  return ok({
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(role === undefined ? {} : { role }),
    ...(active === undefined && known !== undefined ? {} : { active: active ?? true }),
    ...(unlock === true || (pin !== undefined && known !== undefined) ? { unlockedAt: now } : {}),
  })
}

function refusalOf(
  { name, role, pin }: PersonChange,
  known: Partial<User> | undefined,
  roles: StaffFacts['roles'],
): Rejection | null {
  if (name === undefined ? known === undefined : name.trim() === '' || !isName(name))
    return { code: 'bad_record', rule: 'STAFF1' }
  const before = roles.get(known?.role ?? '')
  const rights = role === undefined ? before : roles.get(role)
  if (rights === undefined && (role !== undefined || known === undefined))
    return { code: 'unknown_role', rule: 'STAFF1' }
  // One whose role has ended may do nothing: any PIN does until there is another role.
  const least = leastOf(rights)
  if (pin !== undefined) return pinRefusal(pin, least)
  const had = leastOf(before)
  if (known === undefined || (role !== undefined && least > had))
    return { code: 'pin_needed', rule: 'STAFF2' }
  return null
}

function leastOf(rights: RoleRights | undefined): number {
  return rights === undefined ? 0 : pinLengthMin(rights)
}

function pinRefusal(pin: string, least: number): Rejection | null {
  if (!/^\d{4,8}$/.test(pin)) return { code: 'bad_pin', rule: 'STAFF2' }
  return pin.length < least ? { code: 'pin_too_short', rule: 'STAFF2' } : null
}

/** Whether nobody would be left who may change people at all. */
function losesLastOwner(id: string, { role, active }: PersonChange, people: StaffFacts['people']): boolean {
  const isOwner = (person: Partial<User>): boolean => person.active === true && person.role === 'owner'
  const known = people.find((person) => person.id === id)
  if (known === undefined || !isOwner(known)) return false
  const stays = isOwner({ role: role ?? 'owner', active: active ?? true })
  return !stays && !people.some((person) => person.id !== id && isOwner(person))
}
