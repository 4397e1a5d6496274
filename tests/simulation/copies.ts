import type { Device } from './device.ts'
import type { Network } from './network.ts'
import type { Node } from './node.ts'
import type { Image } from './platter.ts'
import type { Ledger } from './ledger.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

export interface CopiesOptions {
  readonly world: World
  readonly random: Random
  readonly ledger: Ledger
  readonly network: Network
  readonly server: Server
  readonly devices: readonly Device[]
  /** A second machine with a copy of another's disk. */
  readonly clone: (of: Device, image: Image) => Device
}

const CLONES_MAX = 2

/**
 * Disks that are copied: a device that is put back to an older copy of its own, and one that is used as two. Copies
 * are of what is flushed, as backups are.
 */
export function createCopies(options: CopiesOptions): { act(): void } {
  const { world, random, ledger, network, server, devices, clone } = options
  /** What it writes alone is what the other one's past does not have. */
  function keepApart({ name }: Node): void {
    const ms = random.int(5_000, 20_000)
    network.cut(name, server.node.name, ms)
    network.cut(server.node.name, name, ms)
  }

  const backups = new Map<Device, Image>()
  let clones = 0

  return {
    act() {
      const device = random.pick(devices)
      const { node } = device
      const now = node.copy()
      const kept = backups.get(device) ?? null
      if (now === null) return
      if (kept === null || random.chance(0.2)) return void backups.set(device, now)
      for (const dev of node.ids) ledger.copied(node.store, dev)
      if (clones < CLONES_MAX && random.chance(0.5)) {
        clones += 1
        world.sometimes('device cloned')
        const copy = clone(device, random.chance(0.5) ? kept : now)
        world.log(copy.node.name, `a copy of ${node.name}`)
        if (random.chance(0.6)) keepApart(random.chance(0.5) ? node : copy.node)
        return world.start(copy.node.name, copy.node.boot())
      }
      world.sometimes('device restored from a backup')
      if (random.chance(0.6)) keepApart(node)
      node.restore(kept)
    },
  }
}
