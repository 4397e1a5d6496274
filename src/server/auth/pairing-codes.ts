import { randomBytes } from 'node:crypto'
import { normalCode, PAIRING_CODE_MS, pairingCode } from '#auth/pairing.ts'

const WRONG_TRIES_MAX = 5

/** Single-use codes a new device types in. They live in memory: a restart ends them. */
export interface PairingCodes {
  make(now: number): { readonly code: string; readonly expiresAt: number }
  /** True once for a good code; five wrong ones end all that are out. */
  redeem(typed: string, now: number): boolean
}

export function createPairingCodes(): PairingCodes {
  const codes = new Map<string, number>()
  let wrong = 0
  return {
    make(now) {
      const code = pairingCode(randomBytes(8))
      const expiresAt = now + PAIRING_CODE_MS
      codes.set(code, expiresAt)
      wrong = 0
      return { code, expiresAt }
    },
    redeem(typed, now) {
      const code = normalCode(typed)
      const expiresAt = codes.get(code)
      codes.delete(code)
      if (expiresAt !== undefined && expiresAt > now) return true
      wrong += 1
      if (wrong >= WRONG_TRIES_MAX) codes.clear()
      return false
    },
  }
}
