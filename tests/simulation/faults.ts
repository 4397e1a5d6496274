import { CRASH_PLACES } from './disk.ts'
import type { Ledger } from './ledger.ts'
import type { Network } from './network.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { Twins } from './twins.ts'
import type { World } from './world.ts'

/** Power cuts, cut lines, full disks, jumping clocks and a lost disk of the server, until told to stop. */
export interface Faults {
  begin(): void
  stop(): void
}

export interface FaultsOptions {
  readonly world: World
  readonly random: Random
  readonly plan: Plan
  readonly network: Network
  readonly ledger: Ledger
  readonly server: Node
  /** Above the server, if anything is. */
  readonly cloud: Node | null
  readonly devices: readonly Node[]
  readonly copies: { act(): void }
  readonly wipes: { act(): void }
  readonly twins: Twins
}

const HOUR_MS = 3_600_000

export function createFaults(options: FaultsOptions): Faults {
  const { world, random, plan, network, server, cloud, devices } = options
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
    const above = cloud !== null && random.chance(0.4) ? cloud : server
    const node = random.chance(0.35) ? above : random.pick(devices)
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
    const kind = random.pick(['both', 'both', 'up', 'down', 'all', 'half open'] as const)
    if (kind === 'half open') {
      world.sometimes('half-open line')
      return network.cut(server.name, random.pick(devices).name, ms, 'live frame')
    }
    world.sometimes(
      kind === 'all' ? 'server cut off from all' : kind === 'both' ? 'partition' : 'one-way cut',
    )
    for (const node of kind === 'all' ? devices : [random.pick(devices)]) {
      if (kind !== 'down') network.cut(node.name, server.name, ms)
      if (kind !== 'up') network.cut(server.name, node.name, ms)
    }
  }

  return {
    begin() {
      planLoss(options)
      every(plan.fullEveryMs, () =>
        fillDisk(
          world,
          random,
          random.chance(0.3) ? ((random.chance(0.4) ? cloud : null) ?? server) : random.pick(devices),
        ),
      )
      every(plan.crashEveryMs, crash)
      every(plan.cutEveryMs, cut)
      every(plan.jumpEveryMs, () => jump(options))
      every(plan.cloudCutEveryMs, () => cutCloud(options))
      every(plan.copyEveryMs, options.copies.act)
      every(plan.wipeEveryMs, options.wipes.act)
      planUpdates(options)
      const { twins } = plan
      if (twins !== null) world.at(twins.atMs, options.twins[twins.kind])
    },
    stop() {
      stopped = true
      network.heal()
      for (const node of [server, ...(cloud === null ? [] : [cloud]), ...devices]) {
        node.arm(null)
        node.fill(null)
      }
    },
  }
}

/** A hub's clock is as good as a till's; a cloud's is right. */
function jump({ world, random, plan, server, devices }: FaultsOptions): void {
  const node = plan.hub !== null && random.chance(0.2) ? server : random.pick(devices)
  const ms = random.chance(0.5) ? random.int(-5_000, 5_000) : random.int(-24 * HOUR_MS, 24 * HOUR_MS)
  world.sometimes('clock jump')
  world.log(node.name, `clock jumps by ${ms} ms`)
  node.clock.jump(ms)
}

/** For long: a store goes on without its cloud. */
function cutCloud({ world, random, network, server, cloud }: FaultsOptions): void {
  if (cloud === null) return
  const ms = random.int(5_000, 60_000)
  const kind = random.pick(['both', 'up', 'down', 'half open'] as const)
  world.sometimes('hub cut off from the cloud')
  if (kind === 'half open') return network.cut(cloud.name, server.name, ms, 'live frame')
  if (kind !== 'down') network.cut(server.name, cloud.name, ms)
  if (kind !== 'up') network.cut(cloud.name, server.name, ms)
}

/** Programs are updated while people work, one machine after the other. */
function planUpdates({ world, random, plan, server, cloud, devices }: FaultsOptions): void {
  for (const node of [server, ...(cloud === null ? [] : [cloud]), ...devices]) {
    if (!node.isOlder()) continue
    world.sometimes('older program')
    world.at(random.int(plan.older.updateMs / 2, plan.older.updateMs), () => node.update())
  }
}

function fillDisk(world: World, random: Random, node: Node): void {
  world.log(node.name, 'disk full')
  node.fill(random.chance(0.4) ? 0 : random.int(1, 12))
  world.at(random.int(500, 9_000), () => node.fill(null))
}

/** Nothing is lost with an empty disk but what nobody else had yet: the hub's own, which the others must have by then. */
function planLoss({ world, plan: { loss }, ledger, server, cloud, devices }: FaultsOptions): void {
  if (loss === null) return
  const node = (loss.of === 'cloud' ? cloud : null) ?? server
  const others = [...(cloud === null ? [] : [cloud]), ...devices].filter((other) => other !== node)
  world.at(loss.atMs / 2, () => node.keepBackup())
  world.at(loss.atMs, () => {
    const own = node
      .life()
      ?.disk.raw.prepare('select max(seq) from heads where dev = ?')
      .pluck()
      .get(node.dev)
    const seq = typeof own === 'number' ? own : 0
    if (loss.empty && !others.some((other) => ledger.keeps(other.name, node.dev, seq))) return
    node.loseDisk(loss.empty)
  })
}
