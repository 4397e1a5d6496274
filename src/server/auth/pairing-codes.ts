import { createHash, randomBytes } from 'node:crypto'
import { normalCode, PAIRING_CODE_MS, pairingCode } from '#auth/pairing.ts'
import { lockAll } from '#database/locks.ts'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Tx } from '#database/schema.ts'

const WRONG_TRIES_MAX = 5
const KEY = 'pairing'

/** Single-use codes a new device types in. They are in the database, as hashes: any process may redeem them. */
export interface PairingCodes {
  make(now: number): Promise<{ readonly code: string; readonly expiresAt: number }>
  /** True once for a good code; five wrong ones end all that are out. [PAIR1] [PAIR2] */
  redeem(typed: string, now: number): Promise<boolean>
}

interface CodesOut {
  /** When each ends, by its hash. */
  readonly until: Readonly<Record<string, number>>
  /** Wrong tries since the last code was made. */
  readonly wrong: number
}

const NONE: CodesOut = { until: {}, wrong: 0 }

export function createPairingCodes(database: Database): PairingCodes {
  async function change<T>(now: number, how: (out: CodesOut) => readonly [CodesOut, T]): Promise<T> {
    const result = await database.db.transaction().execute(async (tx) => {
      await lockAll(tx, database.dialect, [KEY])
      const [after, answer] = how(await readOut(tx, now))
      await writeLocal(tx, '', KEY, JSON.stringify(after))
      return answer
    })
    // A code that was used must stay used.
    await database.flush()
    return result
  }

  return {
    async make(now) {
      const code = pairingCode(randomBytes(8))
      const expiresAt = now + PAIRING_CODE_MS
      await change(now, ({ until }) => [{ until: { ...until, [hashOf(code)]: expiresAt }, wrong: 0 }, null])
      return { code, expiresAt }
    },
    redeem: (typed, now) =>
      change(now, ({ until, wrong }) => {
        const { [hashOf(normalCode(typed))]: expiresAt, ...left } = until
        if (expiresAt !== undefined) return [{ until: left, wrong }, true]
        return [
          wrong + 1 >= WRONG_TRIES_MAX ? { until: {}, wrong: wrong + 1 } : { until, wrong: wrong + 1 },
          false,
        ]
      }),
  }
}

async function readOut(tx: Tx, now: number): Promise<CodesOut> {
  const text = await readLocal(tx, '', KEY)
  const { until, wrong } = text === null ? NONE : (JSON.parse(text) as CodesOut)
  const open = Object.entries(until).filter(([, expiresAt]) => expiresAt > now)
  return { until: Object.fromEntries(open), wrong }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
