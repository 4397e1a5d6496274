import { createAgreement, type Agreement } from './agreement.ts'
import { createClock } from './clock.ts'
import { createDevice, type Device } from './device.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNetwork, type Network } from './network.ts'
import { createMachine, type Life, type Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { createServer, type Server } from './server.ts'
import type { World } from './world.ts'

/** One store: its part of the server, and its devices. */
export interface Store {
  readonly name: string
  readonly server: Server
  readonly devices: readonly Device[]
  /** The server's node first. */
  readonly nodes: readonly Node[]
  readonly agreement: Agreement
}

/** Everything that takes part: one server process, and one or two stores on it. */
export interface Town {
  readonly stores: readonly Store[]
  readonly network: Network
  readonly ledger: Ledger
  readonly random: Random
  /** Whoever wants to know of every start of a node. */
  readonly listeners: ((node: Node, life: Life) => void)[]
}

const STORES = ['store-1', 'store-2'] as const
const RIGHT_CLOCK = { skewMs: 0, driftPpm: 0, granularityMs: 1, corrected: false }

/** `blank` is what every disk holds before the first start. */
export function buildTown(world: World, plan: Plan, planted: Planted, blank: Image): Town {
  const random = world.random.fork()
  const ledger = createLedger(world)
  const network = createNetwork(world, random.fork(), plan.line)
  const listeners: ((node: Node, life: Life) => void)[] = []
  const { flushMs, restartMs } = plan

  function machine(
    places: readonly Pick<Node, 'name' | 'dev' | 'store'>[],
    clock: Plan['devices'][number]['clock'],
  ) {
    return createMachine({
      world,
      ledger,
      network,
      random: random.fork(),
      clock: createClock(world, clock),
      planted,
      blank,
      flushMs,
      restartMs,
      places,
      onUp: (node, life) => listeners.forEach((listener) => listener(node, life)),
    })
  }

  const names = STORES.slice(0, plan.strangers > 0 ? 2 : 1)
  const serverNodes = machine(
    names.map((store, index) => ({
      name: index === 0 ? 'server' : `server-${index + 1}`,
      dev: 'server',
      store,
    })),
    RIGHT_CLOCK,
  )
  const devices: Device[] = []
  const servers = serverNodes.map((node) =>
    createServer(node, {
      world,
      ledger,
      planted,
      sendLive: (text, except) => {
        for (const { node: to, live } of devices) {
          if (to.name === except || (to.store !== node.store && planted.tellsEverybody !== true)) continue
          network.send({ from: node.name, to: to.name, kind: 'live frame', text }, live)
        }
      },
    }),
  )

  /** Device ids are a store's own: the second store has some of the first one's. */
  function placeDevice(index: number, store: string): void {
    const [own, stranger = null] = store === names[0] ? servers : servers.toReversed()
    const { name, clock } = plan.devices[index] ?? { name: 'till-a', clock: RIGHT_CLOCK }
    const place = { name: store === names[0] ? name : `other-${name}`, dev: name, store }
    const [node] = machine([place], clock)
    if (own === undefined || node === undefined) return
    const { pollMs, astray } = plan
    const options = { world, network, random: random.fork(), server: own, stranger, astray, planted, pollMs }
    devices.push(createDevice(node, options))
  }

  for (const index of plan.devices.keys()) placeDevice(index, STORES[0])
  for (let index = 0; index < plan.strangers; index++) placeDevice(index, STORES[1])
  listeners.push((node, life) => devices.find((device) => device.node === node)?.onUp(life))
  const stores = servers.map((server): Store => {
    const own = devices.filter(({ node }) => node.store === server.node.store)
    const nodes = [server.node, ...own.map(({ node }) => node)]
    return { name: server.node.store, server, devices: own, nodes, agreement: createAgreement(world) }
  })
  return { stores, network, ledger, random, listeners }
}
