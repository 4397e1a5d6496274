import type { Device } from './device.ts'
import type { Network } from './network.ts'
import type { Node } from './node.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'
import { askAdmission } from './transport.ts'
import type { World } from './world.ts'

export interface WipesOptions {
  readonly world: World
  readonly network: Network
  readonly random: Random
  readonly planted: Planted
  readonly server: Server
  readonly devices: readonly Device[]
}

const AGAIN_MS = 1_000

/** The browser evicts a device's data, or somebody clears it: it joins again as somebody else, by a manager's code. */
export function createWipes({ world, network, random, planted, server, devices }: WipesOptions): {
  act(): void
} {
  async function join(node: Node, dev: string): Promise<void> {
    const admitted = await askAdmission(node, { world, network, server }, { dev, was: null })
    if (admitted === null) return world.at(AGAIN_MS, () => world.start(node.name, join(node, dev)))
    world.log(node.name, `joins as ${dev}, ${admitted.letter}`)
    world.sometimes('wiped device joined again')
    node.join(dev)
  }

  return {
    act() {
      const { node } = random.pick(devices)
      const replica = node.life()?.replica
      if (replica === undefined) return
      const dev = planted.joinsAsBefore === true ? replica.dev : random.id(`${node.dev}-anew`)
      world.sometimes('device wiped')
      node.wipe()
      world.start(node.name, join(node, dev))
    },
  }
}
