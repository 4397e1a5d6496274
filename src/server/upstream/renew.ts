import type { Database } from '#database/open.ts'
import { askToRenew } from '#link/ask-to-renew.ts'
import { keepDeviceId } from '#server/store.ts'
import type { DeviceKeys } from '#sync/device-keys.ts'
import type { OnOwnFork } from '#sync/fork-healing.ts'
import { renewDevice } from '#sync/renewal.ts'
import type { Replica } from '#sync/replica.ts'
import { renewMembership, type Membership } from './membership.ts'

export interface HubRenewerOptions {
  readonly database: Database
  readonly replica: Replica
  readonly keys: Pick<DeviceKeys, 'newDevice'>
  readonly membership: Membership
  /** This hub is another device now. */
  readonly onRenewed: (membership: Membership) => void
}

/**
 * What to do once the cloud holds another past of this hub: it was put back from a backup, and wrote on before it heard
 * from the cloud. As any device it goes on under a new id and brings what it wrote again. [FORK9]
 */
export function createHubRenewer(options: HubRenewerOptions): OnOwnFork {
  const { database, replica, keys, membership, onRenewed } = options
  return async (common) => {
    let next: Membership | null = null
    const state = await renewDevice(
      {
        replica,
        freshId: () => keys.newDevice(),
        flush: () => database.flush(),
        ask: (dev) => askToRenew(membership.url, membership.token, dev),
        async keep(tx, dev, { token }) {
          next = { ...membership, token }
          await keepDeviceId(tx, dev)
          await renewMembership(tx, next)
        },
        now: () => Date.now(),
      },
      common,
    )
    if (state === 'renewed' && next !== null) onRenewed(next)
    return state
  }
}
