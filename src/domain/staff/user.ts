export interface User {
  readonly name: string
  /** A built-in role, or the id of one the owner made. */
  readonly role: string
  /** argon2id, encoded with its own salt and cost. The PIN itself is kept nowhere. */
  readonly pinHash: string
  readonly active: boolean
  /** Wrong PINs typed before this was said count no more, on whatever device. Absent: it was never said. [STAFF4] */
  readonly unlockedAt?: number
}
