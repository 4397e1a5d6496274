import { useMemo } from 'react'
import type { OfficeRecord } from '#device/messages.ts'
import { ROLES, type RoleRights } from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { flag } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { rightsOfOffice } from './role-draft.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

interface Roles {
  /** Those the owner made, as they are kept. */
  readonly made: readonly OfficeRecord[]
  /** What each role that somebody may be given may do. */
  readonly rights: ReadonlyMap<string, RoleRights>
}

/** Null until they are here. */
export function useRoles(): Roles | null {
  const made = useRecords('role', asItIs)
  return useMemo(() => {
    if (made === null) return null
    const inUse = made.filter((record) => flag(record, 'active'))
    const rights = new Map([
      ...ROLES.map((role) => [role, rightsOf(role)] as const),
      ...inUse.map((record) => [record.id, rightsOfOffice(record)] as const),
    ])
    return { made, rights }
  }, [made])
}
