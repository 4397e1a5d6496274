import { uuidv7 } from 'uuidv7'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Database } from '#database/open.ts'
import { askToRenew } from '#link/ask-to-renew.ts'
import type { DeviceKeys } from '#sync/device-keys.ts'
import type { OnOwnFork } from '#sync/fork-healing.ts'
import { renewDevice } from '#sync/renewal.ts'
import type { Replica } from '#sync/replica.ts'
import { keepIdentity, type Identity } from './identity.ts'

export interface RenewerOptions {
  readonly database: Database
  readonly replica: Replica
  readonly identity: Identity
  readonly origin: string
  /** Makes the id it goes on under, with its key. */
  readonly keys: Pick<DeviceKeys, 'newDevice'>
  /** This device is another one now. */
  readonly onRenewed: (identity: Identity) => void
}

const RENEWED_KEY = 'renewed_at'
const TOLD_MS = 24 * 3_600_000

/** What to do once the server holds another past of this device: it was copied, or restored from an old copy. */
export function createRenewer(options: RenewerOptions): OnOwnFork {
  const { database, replica, identity, origin, keys, onRenewed } = options
  return async (common) => {
    let next: Identity | null = null
    const state = await renewDevice(
      {
        replica,
        freshId: () => keys.newDevice().catch(() => `dev-${uuidv7()}`),
        flush: () => database.flush(),
        ask: (dev) => askToRenew(origin, identity.token, dev),
        async keep(tx, dev, { token }) {
          next = { ...identity, dev, token }
          await keepIdentity(tx, next)
          await writeLocal(tx, replica.store, RENEWED_KEY, String(Date.now()))
        },
        now: () => Date.now(),
      },
      common,
    )
    if (state === 'renewed' && next !== null) onRenewed(next)
    return state
  }
}

/** Whether a person should still be told that this device goes on under a new letter. */
export async function isNewlyRenewed({ db, store }: Replica): Promise<boolean> {
  const at = await readLocal(db, store, RENEWED_KEY)
  return at !== null && Date.now() - Number(at) < TOLD_MS
}
