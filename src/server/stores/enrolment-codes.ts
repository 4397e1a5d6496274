import { createHash, randomBytes } from 'node:crypto'
import { normalCode, pairingCode } from '#auth/pairing.ts'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Tx } from '#database/schema.ts'

const LIFE_MS = 24 * 3_600_000

/** A hub's way in: kept as a hash, good once. `store` null: for a store that this cloud does not know yet. */
export interface EnrolmentCode {
  readonly store: string | null
  readonly expiresAt: number
  /** Who took it: the same hub may ask again when the answer was lost. */
  readonly usedBy: string | null
}

export async function makeEnrolmentCode(
  { db, flush }: Pick<Database, 'db' | 'flush'>,
  store: string | null,
  now: number,
): Promise<string> {
  const code = pairingCode(randomBytes(8))
  const made: EnrolmentCode = { store, expiresAt: now + LIFE_MS, usedBy: null }
  await writeLocal(db, '', keyOf(code), JSON.stringify(made))
  await flush()
  return code
}

/** The code, if `dev` may use it now. [ENROL1] */
export async function readEnrolmentCode(
  tx: Tx,
  typed: string,
  dev: string,
  now: number,
): Promise<EnrolmentCode | null> {
  const text = await readLocal(tx, '', keyOf(typed))
  if (text === null) return null
  const code = JSON.parse(text) as EnrolmentCode
  return code.expiresAt > now && (code.usedBy === null || code.usedBy === dev) ? code : null
}

export async function useEnrolmentCode(tx: Tx, typed: string, used: EnrolmentCode): Promise<void> {
  await writeLocal(tx, '', keyOf(typed), JSON.stringify(used))
}

function keyOf(typed: string): string {
  return `enrol:${createHash('sha256').update(normalCode(typed)).digest('hex')}`
}
