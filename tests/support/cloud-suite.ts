import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import type { DeviceStore } from '../../src/device/store.ts'
import type { Cafe } from './cafe.ts'
import { openCloud, openHubBelow, type Cloud } from './cloud.ts'
import { openNodeDevice } from './node-device.ts'
import { startPostgres, type RunningPostgres } from './postgres.ts'

/** A cloud for all tests of a file, and what each of them opens, closed behind it in the opposite order. */
export interface CloudSuite {
  readonly cloud: Cloud
  readonly opened: { close(): unknown }[]
  openHub(): Promise<Cafe>
  /** Paired at one place, and at work at the same one or another. */
  openTill(pairAt: string, origin?: string): Promise<DeviceStore>
}

export function withCloud(): CloudSuite {
  let postgres: RunningPostgres
  let cloud: Cloud
  const opened: { close(): unknown }[] = []
  beforeAll(async () => {
    postgres = await startPostgres()
    cloud = await openCloud(postgres)
  })
  afterEach(async () => {
    for (const one of opened.splice(0).reverse()) await one.close()
  })
  afterAll(async () => {
    await cloud.close()
    await postgres.stop()
  })
  return {
    get cloud() {
      return cloud
    },
    opened,
    async openHub() {
      const hub = await openHubBelow(cloud)
      opened.push(hub)
      return hub
    },
    async openTill(pairAt, origin = pairAt) {
      const till = await openNodeDevice(pairAt, origin)
      opened.push({ close: () => till.sync.stop() })
      return till
    },
  }
}

/** For what needs a few exchanges. */
export const until = (condition: () => Promise<boolean> | boolean) =>
  vi.waitUntil(condition, { timeout: 30_000, interval: 20 })
