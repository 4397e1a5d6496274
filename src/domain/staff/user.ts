import type { Role } from './permissions.ts'

export interface User {
  readonly name: string
  readonly role: Role
  /** argon2id, encoded with its own salt and cost. The PIN itself is kept nowhere. */
  readonly pinHash: string
  readonly active: boolean
}
