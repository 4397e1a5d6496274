import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { COPIED } from './watched-replica.ts'
import type { World } from './world.ts'

export interface CopiesOptions {
  readonly world: World
  readonly random: Random
  readonly plan: Plan
  readonly devices: readonly Node[]
  /** Brings a second machine to life with a copy of another's disk. */
  readonly clone: (of: Node, image: Image) => void
}

const CLONES_MAX = 2

/**
 * Disks that are copied: a device that is put back to an older copy of its own, and one that is used as two. Copies
 * are of what is flushed, as backups are.
 */
export function createCopies({ world, random, plan, devices, clone }: CopiesOptions): { act(): void } {
  const backups = new Map<Node, Image>()
  let clones = 0

  function backUp(node: Node): void {
    const image = node.copy()
    if (image !== null) backups.set(node, image)
  }

  return {
    act() {
      const node = random.pick(devices)
      const kept = backups.get(node) ?? null
      if (kept === null || random.chance(0.3)) return backUp(node)
      world.sometimes(COPIED)
      if (plan.cloned && clones < CLONES_MAX && random.chance(0.5)) {
        clones += 1
        world.sometimes('device cloned')
        return clone(node, random.chance(0.5) ? kept : (node.copy() ?? kept))
      }
      world.sometimes('device restored from a backup')
      node.restore(kept)
    },
  }
}
