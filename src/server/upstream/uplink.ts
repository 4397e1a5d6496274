import type { Heads } from '#database/journal.ts'
import { LARGE_PAGE_EVENTS_MAX } from '#database/pages.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Database } from '#database/open.ts'
import { createAppointment } from '#link/appointment.ts'
import { startSyncDriver, type SyncDriver } from '#link/driver.ts'
import type { Hub } from '#server/hub.ts'
import { startCourier, type Courier } from '#server/pictures/courier.ts'
import { record } from '#server/store.ts'
import { createSyncClient } from '#sync/client.ts'
import type { DeviceKeys } from '#sync/device-keys.ts'
import { retryDelayMs } from '#sync/urgency.ts'
import type { Membership } from './membership.ts'
import { openReached } from './reached.ts'
import { createHubRenewer } from './renew.ts'

/** enrolling: not taken in yet. refused: the cloud does not know this hub, or did not take its code. */
export const UPSTREAM_STATES = ['enrolling', 'refused', 'live', 'polling', 'offline'] as const
export type UpstreamState = (typeof UPSTREAM_STATES)[number]

/** The hub's line to the cloud. Nothing in the store ever waits for it. [UP1] */
export interface Uplink {
  state(): UpstreamState
  stop(): Promise<void>
}

export interface UplinkOptions {
  readonly hub: Hub
  readonly database: Database
  readonly keys: Pick<DeviceKeys, 'newDevice'>
  readonly membership: Membership | null
  /** Asks the cloud to take this hub in; resolves to a code when it did not. */
  readonly enrol: () => Promise<Membership | string>
}

/** Nobody waits for the cloud: what comes within this time goes up together. */
const GATHER_MS = 250

export async function openUplink({ hub, database, keys, membership, enrol }: UplinkOptions): Promise<Uplink> {
  const reached = await openReached(hub)
  const self = { replica: hub.replica, database, keys }
  let line: { readonly driver: SyncDriver; readonly cloud: string } | null = null
  let courier: Courier | null = null
  let refused = false
  let failures = 0
  let stopped = false
  const again = createAppointment(() => void join().catch(retry))

  function retry(): void {
    if (!stopped) again.within(retryDelayMs(failures, Math.random()))
    failures += 1
  }

  async function join(): Promise<void> {
    const answer = await enrol()
    if (typeof answer !== 'string') return start(answer)
    // A code that was refused stays refused; a cloud that does not answer may yet.
    refused = answer !== 'server_unreachable'
    if (!refused) retry()
  }

  async function start(member: Membership): Promise<void> {
    const { url, cloud, token } = member
    await nameCloud(hub, cloud)
    if (stopped) return
    const client = createSyncClient({
      replica: hub.replica,
      now: () => Date.now(),
      pageEvents: LARGE_PAGE_EVENTS_MAX,
      onReply: async ({ heads }) => hub.reachedUpstream(heads),
      onEvents: (events) => hub.announce(events, cloud),
      ...(canRenew(database) && { onOwnFork: createHubRenewer({ ...self, membership: member, onRenewed }) }),
    })
    line = { driver: startSyncDriver({ origin: url, token, client, onLink: () => {} }), cloud }
    courier = startCourier(hub, member)
  }

  /** The line of the device it was ends with the exchange that said so. */
  function onRenewed(member: Membership): void {
    line?.driver.stop()
    line = null
    const before = courier
    courier = null
    void before?.stop()
    void start(member)
  }

  if (membership === null) again.within(0)
  else await start(membership)
  hub.onLive((_events, from) => {
    if (line !== null && from !== line.cloud) line.driver.soon(GATHER_MS)
  })
  return {
    state() {
      if (line === null) return refused ? 'refused' : 'enrolling'
      return line.driver.unknownToServer() ? 'refused' : line.driver.link()
    },
    async stop() {
      stopped = true
      again.cancel()
      line?.driver.stop()
      await courier?.stop()
      await reached.close()
    },
  }
}

/** The cloud may take this hub's place when it dies: only who made the store can say so. [ENROL2] */
async function nameCloud(hub: Hub, cloud: string): Promise<void> {
  const { replica, root } = hub
  if (root !== replica.dev) return
  if ((await readRecord(replica.db, replica.store, 'device', cloud)) !== null) return
  const payload = { name: 'Cloud', letter: '', kind: 'server', pairedAt: Date.now(), active: true }
  const events = await record(replica, [
    { ent: { type: 'device', id: cloud }, event: { type: 'record_changed', payload } },
  ])
  hub.announce(events)
}

/** Behind its walls a store's transaction cannot write what is the installation's; a hub's file has none. */
function canRenew({ of }: Database): boolean {
  return of === undefined
}

/** How many events are here and not there. */
export function countWaiting(here: Heads, there: Heads): number {
  let waiting = 0
  for (const [dev, { seq }] of here) waiting += Math.max(0, seq - (there.get(dev)?.seq ?? 0))
  return waiting
}
