import { readWaiting } from '#database/queries/unacknowledged.ts'
import type { DeviceStatus, PlaceStatus } from './messages.ts'
import { isNewlyRenewed } from './renew.ts'
import { isNearlyFull, type Keeping } from './room.ts'
import type { DeviceStore } from './store.ts'

const NO_PLACE: PlaceStatus = { state: 'none', waiting: 0, oldestAt: null }

export const STARTING: DeviceStatus = {
  state: 'starting',
  problem: null,
  renewed: false,
  leftBehind: 0,
  deviceId: null,
  deviceName: null,
  link: 'offline',
  savedHere: 0,
  store: NO_PLACE,
  cloud: NO_PLACE,
  persisted: null,
  encrypted: false,
  storageUsedBytes: null,
  storageQuotaBytes: null,
}

export async function readStatus(
  store: DeviceStore,
  keeping: Keeping,
): Promise<Omit<DeviceStatus, 'encrypted'>> {
  const { replica, identity, sync } = store
  const acknowledged = store.acknowledged()
  const own = (await replica.heads()).get(replica.dev)?.seq ?? 0
  return {
    state: 'ready',
    problem: problemOf(store, keeping),
    renewed: await isNewlyRenewed(replica),
    leftBehind: store.leftBehind,
    deviceId: identity.dev,
    deviceName: identity.name,
    link: sync.link(),
    savedHere: own,
    store: await placeStatus(store, acknowledged.store, acknowledged.cloud === null),
    cloud: await placeStatus(store, acknowledged.cloud, false),
    persisted: keeping.persisted,
    storageUsedBytes: keeping.usedBytes,
    storageQuotaBytes: keeping.quotaBytes,
  }
}

function problemOf({ sync, forked }: DeviceStore, keeping: Keeping): string | null {
  if (sync.unknownToServer()) return 'device_unknown'
  if (isNearlyFull(keeping)) return 'storage_nearly_full'
  return forked() ? 'device_forked' : null
}

/** A place that never answered does not exist, except the first one a new device is waiting for. */
async function placeStatus(
  { replica }: DeviceStore,
  reached: number | null,
  expected: boolean,
): Promise<PlaceStatus> {
  if (reached === null && !expected) return NO_PLACE
  const waiting = await readWaiting(replica.db, replica.store, replica.dev, reached ?? 0)
  return {
    state: waiting.count === 0 && reached !== null ? 'safe' : 'waiting',
    waiting: waiting.count,
    oldestAt: waiting.oldestAt,
  }
}
