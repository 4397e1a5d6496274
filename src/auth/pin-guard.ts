/** Wrong PINs in a row for one person on this replica, and until when no other is tried. */
export interface PinAttempts {
  readonly failures: number
  /** Milliseconds since 1970. */
  readonly lockedUntil: number
  /** What the person's record said of unlocking when they were typed. */
  readonly under?: number
}

export const NO_ATTEMPTS: PinAttempts = { failures: 0, lockedUntil: 0 }

const FREE_TRIES = 5
const LOCK_FIRST_MS = 30_000
const LOCK_LAST_MS = 3_600_000

/**
 * The tries that count since the person was last unlocked: none, if that was said after them. No clock is compared,
 * for a device whose clock is wrong must be unlocked, too. [STAFF4]
 */
export function attemptsUnder(attempts: PinAttempts, unlockedAt: number): PinAttempts {
  return (attempts.under ?? 0) === unlockedAt ? attempts : { ...NO_ATTEMPTS, under: unlockedAt }
}

/** Five tries are free; each further one locks twice as long, up to an hour. [PIN2] */
export function afterFailure(attempts: PinAttempts, now: number): PinAttempts {
  const failures = attempts.failures + 1
  if (failures < FREE_TRIES) return { ...attempts, failures, lockedUntil: 0 }
  const lockMs = Math.min(LOCK_LAST_MS, LOCK_FIRST_MS * 2 ** (failures - FREE_TRIES))
  return { ...attempts, failures, lockedUntil: now + lockMs }
}

/** Seconds until the next try is allowed, 0 when it is. */
export function lockedForS(attempts: PinAttempts, now: number): number {
  return Math.max(0, Math.ceil((attempts.lockedUntil - now) / 1000))
}
