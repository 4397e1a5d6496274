import { createAgreement, type Agreement } from './agreement.ts'
import type { Place } from '#sync/protocol.ts'
import { createClock, type ClockPlan } from './clock.ts'
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
  /** Above its server, where that is a hub. */
  readonly cloud: Server | null
  readonly devices: readonly Device[]
  /** The server's node first. */
  readonly nodes: readonly Node[]
  /** Those that hold this store and no other. */
  readonly alone: readonly Node[]
  readonly agreement: Agreement
}

interface Hub {
  readonly server: Server
  readonly uplink: Device
}

/** Everything that takes part: one or two stores on one server, or one of them on a hub below it. */
export interface Town {
  readonly stores: readonly Store[]
  readonly network: Network
  readonly ledger: Ledger
  readonly random: Random
  /** Whoever wants to know of every start of a node. */
  readonly listeners: ((node: Node, life: Life) => void)[]
}

const STORES = ['store-1', 'store-2'] as const
/** What comes to a hub within this time goes up together. */
const GATHER_MS = 250
const RIGHT_CLOCK = { skewMs: 0, driftPpm: 0, granularityMs: 1, corrected: false }

/** `blank` is what every disk holds before the first start. */
export function buildTown(world: World, plan: Plan, planted: Planted, blank: Image): Town {
  const random = world.random.fork()
  const ledger = createLedger(world)
  const network = createNetwork(world, random.fork(), plan.line)
  const listeners: ((node: Node, life: Life) => void)[] = []
  const { flushMs, restartMs } = plan

  function machine(places: readonly Pick<Node, 'name' | 'dev' | 'store'>[], clock: ClockPlan) {
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
  const devices: Device[] = []
  /** Who is told of what is new at a server. */
  const hearers = new Map<Node, () => readonly Device[]>()

  function serverAt(node: Node, place: Place): Server {
    function sendLive(text: string, except: string | null): void {
      const told = planted.tellsEverybody === true ? devices : (hearers.get(node)?.() ?? [])
      for (const { node: to, live } of told) {
        if (to.name === except) continue
        network.send({ from: node.name, to: to.name, kind: 'live frame', text }, live)
      }
    }
    return createServer(node, { world, ledger, planted, place, sendLive })
  }

  const shared = plan.hub === null ? 'server' : 'cloud'
  const sharedNodes = machine(
    names.map((store, index) => ({
      name: index === 0 ? shared : `${shared}-${index + 1}`,
      dev: shared,
      store,
    })),
    RIGHT_CLOCK,
  )
  const above = sharedNodes.map((node) => serverAt(node, plan.hub === null ? 'store' : 'cloud'))

  /** The first store has a hub of its own, below the cloud: a server to its devices, a device to the cloud. */
  function placeHub(cloud: Server, clock: ClockPlan): Hub {
    const [node = cloud.node] = machine([{ name: 'server', dev: 'server', store: cloud.node.store }], clock)
    const server = serverAt(node, 'store')
    const uplink = createDevice(node, {
      ...{ world, network, random: random.fork(), server: cloud, stranger: above[1] ?? null, planted },
      ...{ astray: plan.astray, pollMs: plan.pollMs },
      onEvents: (events) => server.broadcast(events, cloud.node.name),
    })
    hearers.set(cloud.node, () => [uplink])
    return {
      uplink,
      server: {
        ...server,
        broadcast(events, except) {
          server.broadcast(events, except)
          uplink.soon(GATHER_MS)
        },
      },
    }
  }

  const cloud = plan.hub === null ? null : (above[0] ?? null)
  const hub = plan.hub === null || cloud === null ? null : placeHub(cloud, plan.hub)
  const servers = hub === null ? above : [hub.server, ...above.slice(1)]

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
  const asking = hub === null ? devices : [...devices, hub.uplink]
  listeners.push((node, life) => asking.find((device) => device.node === node)?.onUp(life))
  const stores = servers.map((server, index): Store => {
    const { node } = server
    const own = devices.filter((device) => device.node.store === node.store)
    hearers.set(node, () => own)
    const ownNodes = own.map((device) => device.node)
    return {
      ...{ name: node.store, server, devices: own, agreement: createAgreement(world) },
      cloud: index === 0 ? cloud : null,
      nodes: [node, ...(index === 0 && cloud !== null ? [cloud.node] : []), ...ownNodes],
      alone: index === 0 && hub !== null ? [node, ...ownNodes] : ownNodes,
    }
  })
  return { stores, network, ledger, random, listeners }
}
