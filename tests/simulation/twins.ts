import type { CopiesOptions } from './copies.ts'
import type { Device } from './device.ts'
import type { Doing } from './doings.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'

/** Copied disks in the two orders of things that chance alone meets once in thousands of seeds. */
export interface Twins {
  /** A server tells what a device wrote, dies before it has it, and the device is put back to before it wrote. */
  told(): void
  /** Two machines with the same unsent work meet a server that has another past of it, at the same moment. */
  twice(): void
}

export interface TwinsOptions extends CopiesOptions {
  readonly plan: Plan
  /** Somebody does these at this machine, one after the other. */
  readonly errand: (node: Node, doings: readonly Doing[]) => void
}

const SHORT: readonly Doing[] = ['open', 'add', 'send']
/** Of each kind of work that would show if it counted twice. */
const LONG: readonly Doing[] = ['open', 'add', 'qty', 'send', 'void', 'void', 'pay_part', 'tip', 'refund']
const BETWEEN_MS = 150

export function createTwins(options: TwinsOptions): Twins {
  const { world, random, ledger, network, server, devices, clone, plan, errand } = options
  const upAgainMs = plan.restartMs + 500

  function cut({ name }: Node, ms: number): void {
    network.cut(name, server.node.name, ms)
    network.cut(server.node.name, name, ms)
  }

  function copied({ node }: Device): void {
    for (const dev of node.ids) ledger.copied(node.store, dev)
  }

  return {
    told() {
      const device = random.pick(devices)
      const { node } = device
      const before = node.copy()
      if (before === null) return
      errand(node, SHORT)
      world.at(BETWEEN_MS * (SHORT.length - 1), () =>
        server.node.arm({ place: 'before_flush', countdown: random.int(1, 2) }),
      )
      world.at(BETWEEN_MS * SHORT.length + 4 * plan.line.delayMs, () => {
        server.node.arm(null)
        copied(device)
        world.sometimes('device put back to before what its server told of')
        node.restore(before)
        for (const other of devices) if (other !== device) cut(other.node, plan.restartMs + 6_000)
        world.at(upAgainMs, () => errand(node, SHORT))
      })
    },
    twice() {
      const device = random.pick(devices)
      const { node } = device
      const before = node.copy()
      if (before === null) return
      const aloneMs = BETWEEN_MS * (LONG.length + 2)
      cut(node, aloneMs)
      errand(node, LONG)
      world.at(aloneMs, () => {
        const unsent = node.copy()
        if (unsent === null) return
        copied(device)
        node.restore(before)
        world.at(upAgainMs, () => errand(node, SHORT))
        world.at(upAgainMs + 2_000, () => {
          world.sometimes('two copies with the same unsent work')
          for (const copy of [clone(device, unsent), clone(device, unsent)])
            world.start(copy.node.name, copy.node.boot())
        })
      })
    },
  }
}
