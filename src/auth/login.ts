import { err, ok, type Result } from '#domain/result.ts'
import type { Role } from '#domain/staff/permissions.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Database } from '#database/open.ts'
import { isPin, type PinHasher } from './pin.ts'
import { afterFailure, lockedForS, NO_ATTEMPTS, type PinAttempts } from './pin-guard.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export type LoginRefusal =
  | { readonly code: 'wrong_pin' }
  | { readonly code: 'pin_locked'; readonly retryAfterS: number }

/**
 * Checks a person's PIN. The failure is counted and flushed before the PIN is looked at, so that killing the
 * program between tries gains nothing; an unknown person is answered like a wrong PIN. [PIN1] [PIN2] [PIN3]
 */
export async function login(
  database: Database,
  store: string,
  hasher: PinHasher,
  attempt: { readonly userId: string; readonly pin: string; readonly now: number },
): Promise<Result<Person, LoginRefusal>> {
  const { db } = database
  const user = await readRecord(db, store, 'user', attempt.userId)
  if (user === null || !user.active || !isPin(attempt.pin)) return err({ code: 'wrong_pin' })
  const key = `pin:${user.id}`
  const attempts = await readAttempts(database, store, key)
  const waitS = lockedForS(attempts, attempt.now)
  if (waitS > 0) return err({ code: 'pin_locked', retryAfterS: waitS })
  const failed = afterFailure(attempts, attempt.now)
  await writeLocal(db, store, key, JSON.stringify(failed))
  await database.flush()
  if (!(await hasher.verify(user.pinHash, attempt.pin))) {
    const lockS = lockedForS(failed, attempt.now)
    return err(lockS > 0 ? { code: 'pin_locked', retryAfterS: lockS } : { code: 'wrong_pin' })
  }
  await writeLocal(db, store, key, JSON.stringify(NO_ATTEMPTS))
  return ok({ id: user.id, name: user.name, role: user.role })
}

async function readAttempts({ db }: Database, store: string, key: string): Promise<PinAttempts> {
  const text = await readLocal(db, store, key)
  return text === null ? NO_ATTEMPTS : (JSON.parse(text) as PinAttempts)
}
