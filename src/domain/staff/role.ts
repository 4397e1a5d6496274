import type { Action, Right, Role } from './permissions.ts'

/** A role the owner made: a built-in one, with some rights changed. A plain record. */
export interface RoleRecord {
  readonly name: string
  readonly like: Role
  readonly actions: { readonly [action in Action]?: Right }
  readonly discountPpm?: number
  readonly refundMax?: number | null
  readonly paidOutMax?: number | null
  readonly active: boolean
}
