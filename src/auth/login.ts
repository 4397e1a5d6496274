import { err, ok, type Result } from '#domain/result.ts'
import { lockAll } from '#database/locks.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readRecord } from '#database/queries/records.ts'
import { ofStore, type Database } from '#database/open.ts'
import type { Db, Tx } from '#database/schema.ts'
import { isPin, type PinHasher } from './pin.ts'
import { afterFailure, attemptsUnder, lockedForS, NO_ATTEMPTS, type PinAttempts } from './pin-guard.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** A built-in role, or the id of one the owner made. */
  readonly role: string
}

export type LoginRefusal =
  | { readonly code: 'wrong_pin' }
  | { readonly code: 'pin_locked'; readonly retryAfterS: number }

/**
 * Checks a person's PIN. The failure is counted and flushed before the PIN is looked at, so that killing the
 * program between tries gains nothing; an unknown person is answered like a wrong PIN. [PIN1] [PIN2] [PIN3]
 */
export async function login(
  whole: Database,
  store: string,
  hasher: PinHasher,
  attempt: { readonly userId: string; readonly pin: string; readonly now: number },
): Promise<Result<Person, LoginRefusal>> {
  const database = ofStore(whole, store)
  const { db } = database
  const user = await readRecord(db, store, 'user', attempt.userId)
  if (user === null || !user.active || !isPin(attempt.pin)) return err({ code: 'wrong_pin' })
  const key = `pin:${user.id}`
  const counted = await countTry(database, store, key, attempt.now, user.unlockedAt ?? 0)
  if (counted.waitS > 0) return err({ code: 'pin_locked', retryAfterS: counted.waitS })
  await database.flush()
  if (!(await hasher.verify(user.pinHash, attempt.pin))) {
    const lockS = lockedForS(counted.failed, attempt.now)
    return err(lockS > 0 ? { code: 'pin_locked', retryAfterS: lockS } : { code: 'wrong_pin' })
  }
  await writeLocal(db, store, key, JSON.stringify(NO_ATTEMPTS))
  return ok({ id: user.id, name: user.name, role: user.role })
}

/** Counts the try as failed, or says how long to wait: in one transaction, so that tries at once count one by one. */
function countTry(
  { db, dialect }: Database,
  store: string,
  key: string,
  now: number,
  under: number,
): Promise<{ readonly waitS: number; readonly failed: PinAttempts }> {
  return db.transaction().execute(async (tx) => {
    await lockAll(tx, dialect, [`${store} ${key}`])
    const attempts = attemptsUnder(await readAttempts(tx, store, key), under)
    const waitS = lockedForS(attempts, now)
    if (waitS > 0) return { waitS, failed: attempts }
    const failed = afterFailure(attempts, now)
    await writeLocal(tx, store, key, JSON.stringify(failed))
    return { waitS: 0, failed }
  })
}

/** Until when this replica takes no PIN of a person, in seconds from now; 0: it does. */
export async function readLockS(
  db: Db | Tx,
  store: string,
  { id, unlockedAt = 0 }: { readonly id: string; readonly unlockedAt?: number },
  now: number,
): Promise<number> {
  return lockedForS(attemptsUnder(await readAttempts(db, store, `pin:${id}`), unlockedAt), now)
}

async function readAttempts(tx: Db | Tx, store: string, key: string): Promise<PinAttempts> {
  const text = await readLocal(tx, store, key)
  return text === null ? NO_ATTEMPTS : (JSON.parse(text) as PinAttempts)
}
