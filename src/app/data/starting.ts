import type { DeviceStatus } from '#device/messages.ts'

/** What is known of a device that has not said anything yet. */
export const STARTING: DeviceStatus = {
  state: 'starting',
  problem: null,
  renewed: false,
  leftBehind: 0,
  deviceId: null,
  deviceName: null,
  link: 'offline',
  savedHere: 0,
  store: { state: 'none', waiting: 0, oldestAt: null },
  cloud: { state: 'none', waiting: 0, oldestAt: null },
  persisted: null,
  encrypted: false,
  storageUsedBytes: null,
  storageQuotaBytes: null,
}

/** A device that cannot work. `problem` is a code of `src/i18n/errors.ts`. */
export function failedStatus(problem: string): DeviceStatus {
  return { ...STARTING, state: 'failed', problem }
}
