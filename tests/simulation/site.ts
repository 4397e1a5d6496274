import type { Place } from '#sync/protocol.ts'
import { createCalendar, createClock, type Calendar, type ClockPlan } from './clock.ts'
import { createDevice, type Device, type DeviceOptions } from './device.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNetwork, type Network } from './network.ts'
import { createMachine } from './machine.ts'
import type { Life, Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { createServer, type Server, type ServerOptions } from './server.ts'
import type { World } from './world.ts'

/** Where everything is put: one network, one ledger, and whatever stands on it. */
export interface Site {
  readonly network: Network
  readonly ledger: Ledger
  readonly calendar: Calendar
  readonly random: Random
  /** Whoever wants to know of every start of a node. */
  readonly listeners: ((node: Node, life: Life) => void)[]
  machine(places: readonly Pick<Node, 'name' | 'dev' | 'store'>[], made: Made): readonly Node[]
  /** A hub hears who brought what is new there, before anybody is told. */
  serverAt(
    node: Node,
    place: Place,
    hub?: Pick<ServerOptions, 'upstream'> & { readonly onLive: OnLive },
  ): Server
  /** Something that asks a server, and is told by it. */
  askerAt(node: Node, asks: Asks): Device
}

type OnLive = (from: string | null) => void
type Asks = Pick<DeviceOptions, 'server' | 'stranger' | 'renews' | 'ownOnly' | 'onEvents' | 'onAnswer'>

/** How a machine begins. */
interface Made {
  readonly clock: ClockPlan
  readonly older: boolean
  /** It may let go of its past. */
  readonly inPart?: boolean
  /** A copy of another's disk, and the ids that may be on it. */
  readonly image?: Image
  readonly ids?: Iterable<string>
}

/** `blank` is what every disk holds before the first start. */
export function createSite(world: World, plan: Plan, planted: Planted, blank: Image): Site {
  const random = world.random.fork()
  const ledger = createLedger(world)
  const network = createNetwork(world, random.fork(), plan.line)
  const calendar = createCalendar()
  const listeners: ((node: Node, life: Life) => void)[] = []
  const askers: { readonly device: Device; readonly of: Server }[] = []
  const { flushMs, restartMs, pollMs, astray } = plan
  return {
    network,
    ledger,
    calendar,
    random,
    listeners,
    machine: (places, { clock, older, inPart = false, image = null, ids = [] }) =>
      createMachine({
        world,
        ledger,
        network,
        random: random.fork(),
        clock: createClock(world, clock, calendar),
        planted,
        blank,
        ...(image !== null && { image }),
        older,
        inPart,
        ids,
        flushMs,
        restartMs,
        places,
        onUp: (node, life) => listeners.forEach((listener) => listener(node, life)),
      }),
    serverAt(node, place, { onLive, upstream } = { onLive: () => {}, upstream: () => null }) {
      function sendLive(text: string, except: string | null): void {
        onLive(except)
        for (const { device, of } of askers) {
          const to = device.node.name
          if (to === except || (of.node !== node && planted.tellsEverybody !== true)) continue
          network.send({ from: node.name, to, kind: 'live frame', text }, device.live)
        }
      }
      const wholeUpTo = plan.lettingGo?.wholeUpTo
      return createServer(node, { world, ledger, planted, place, sendLive, upstream, wholeUpTo })
    },
    askerAt(node, asks) {
      const options = { world, network, ledger, random: random.fork(), astray, planted, pollMs, plan }
      const device = createDevice(node, { ...options, ...asks })
      askers.push({ device, of: asks.server })
      return device
    },
  }
}
