import { isRole, ROLES, type RoleRights } from '#domain/staff/permissions.ts'
import { NO_RIGHTS, rightsOf } from '#domain/staff/rights.ts'
import { rightsOfRecord } from '#domain/staff/role-record.ts'
import { readRecord, readRecords } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

/** What a role may do: one of the three every store has, or one the owner made. An unknown one may nothing. [ROLE2] */
export async function readRights(db: Db | Tx, store: string, role: string): Promise<RoleRights> {
  if (isRole(role)) return rightsOf(role)
  const record = await readRecord(db, store, 'role', role)
  return record === null || !record.active ? NO_RIGHTS : rightsOfRecord(record)
}

/** Every role somebody may be given: the built-in ones, and those of the owner's own that are in use. */
export async function readRoles(db: Db | Tx, store: string): Promise<ReadonlyMap<string, RoleRights>> {
  const made = (await readRecords(db, store, 'role')).filter(({ active }) => active)
  return new Map([
    ...made.map((record) => [record.id, rightsOfRecord(record)] as const),
    ...ROLES.map((role) => [role, rightsOf(role)] as const),
  ])
}
