import { CRASH_PLACES } from './disk.ts'
import type { Network } from './network.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** Power cuts, cut lines and jumping clocks, until told to stop. */
export interface Faults {
  begin(): void
  stop(): void
}

export interface FaultsOptions {
  readonly world: World
  readonly random: Random
  readonly plan: Plan
  readonly network: Network
  readonly server: Node
  readonly devices: readonly Node[]
  readonly copies: { act(): void }
}

const HOUR_MS = 3_600_000

export function createFaults(options: FaultsOptions): Faults {
  const { world, random, plan, network, server, devices, copies } = options
  let stopped = false

  function every(meanMs: number | null, run: () => void): void {
    if (meanMs === null) return
    world.at(random.int(meanMs * 0.3, meanMs * 1.7), () => {
      if (stopped) return
      run()
      every(meanMs, run)
    })
  }

  function crash(): void {
    const node = random.chance(0.35) ? server : random.pick(devices)
    if (random.chance(0.2)) {
      world.sometimes('crash between two steps')
      return node.crash('between two steps')
    }
    const slow = plan.flushMs > 0 && random.chance(0.5)
    const place = slow ? 'in_flush' : random.pick(CRASH_PLACES)
    node.arm({ place, countdown: random.int(1, place === 'in_txn' ? 25 : 4) })
  }

  function cut(): void {
    const ms = random.int(1_000, 25_000)
    const kind = random.pick(['both', 'both', 'up', 'down', 'all'] as const)
    world.sometimes(
      kind === 'all' ? 'server cut off from all' : kind === 'both' ? 'partition' : 'one-way cut',
    )
    for (const node of kind === 'all' ? devices : [random.pick(devices)]) {
      if (kind !== 'down') network.cut(node.name, server.name, ms)
      if (kind !== 'up') network.cut(server.name, node.name, ms)
    }
  }

  function jump(): void {
    const node = random.pick(devices)
    const ms = random.chance(0.5) ? random.int(-5_000, 5_000) : random.int(-24 * HOUR_MS, 24 * HOUR_MS)
    world.sometimes('clock jump')
    world.log(node.name, `clock jumps by ${ms} ms`)
    node.clock.jump(ms)
  }

  return {
    begin() {
      every(plan.crashEveryMs, crash)
      every(plan.cutEveryMs, cut)
      every(plan.jumpEveryMs, jump)
      every(plan.copyEveryMs, () => copies.act())
    },
    stop() {
      stopped = true
      network.heal()
      for (const node of [server, ...devices]) node.arm(null)
    },
  }
}
