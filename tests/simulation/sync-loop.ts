import type { SyncClient, Transport } from '#sync/client.ts'
import { retryDelayMs } from '#sync/urgency.ts'
import { DiskFull } from './disk-full.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** No answer came in time. */
export class LineBroken extends Error {
  override readonly name = 'LineBroken'
}

/** When a device asks: soon after a change, every few seconds anyway, later and later while nobody answers. */
export interface SyncLoop {
  poke(delayMs: number): void
}

export interface SyncLoopOptions {
  readonly world: World
  readonly random: Random
  readonly name: string
  readonly client: SyncClient
  readonly transport: Transport
  readonly pollMs: number
  readonly isOn: () => boolean
}

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { world, random, name, client, transport, pollMs, isOn } = options
  let due = Number.POSITIVE_INFINITY
  let running = false
  let again = false
  let failures = 0

  function poke(delayMs: number): void {
    if (running) {
      again = true
      return
    }
    const time = world.now() + delayMs
    if (time >= due) return
    due = time
    world.at(delayMs, () => {
      if (due !== time || running || !isOn()) return
      due = Number.POSITIVE_INFINITY
      world.start(name, run())
    })
  }

  async function run(): Promise<void> {
    running = true
    again = false
    try {
      while (await client.step(transport)) world.sometimes('exchange of several steps')
      failures = 0
    } catch (error) {
      if (!(error instanceof LineBroken) && !(error instanceof DiskFull)) throw error
      // With no room for what comes, what is here still goes out. [DISK3]
      if (error instanceof LineBroken) client.forget()
      failures += 1
    }
    running = false
    if (failures > 0) poke(retryDelayMs(failures - 1, random.next()))
    else poke(again ? 0 : pollMs)
  }

  return { poke }
}
