import { createAgreement, type Agreement } from './agreement.ts'
import type { ClockPlan } from './clock.ts'
import type { Device } from './device.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Server } from './server.ts'
import { createSite, type Site } from './site.ts'
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

/** Everything that takes part: one or two stores on one server, or one of them on a hub below it. */
export interface Town extends Pick<Site, 'network' | 'ledger' | 'random' | 'listeners'> {
  readonly stores: readonly Store[]
}

interface Hub {
  readonly server: Server
  readonly uplink: Device
}

const STORES = ['store-1', 'store-2'] as const
/** What comes to a hub within this time goes up together. */
const GATHER_MS = 250
const RIGHT_CLOCK = { skewMs: 0, driftPpm: 0, granularityMs: 1, corrected: false }

/** `blank` is what every disk holds before the first start. */
export function buildTown(world: World, plan: Plan, planted: Planted, blank: Image): Town {
  const site = createSite(world, plan, planted, blank)
  const names = STORES.slice(0, plan.strangers > 0 ? 2 : 1)
  const above = placeServers(site, names, plan.hub !== null)
  const [cloud, next = null] = above
  const hub =
    plan.hub === null || cloud === undefined
      ? null
      : placeHub(site, { cloud, next, clock: plan.hub, planted })
  const servers = hub === null ? above : [hub.server, ...above.slice(1)]
  const devices: Device[] = []
  for (const [index, count] of [plan.devices.length, plan.strangers].entries()) {
    const [server, stranger = null] = index === 0 ? servers : servers.toReversed()
    if (server === undefined) continue
    for (const { name, clock } of plan.devices.slice(0, count)) {
      devices.push(placeDevice(site, { server, stranger, name, clock, first: index === 0 }))
    }
  }
  const asking = hub === null ? devices : [...devices, hub.uplink]
  site.listeners.push((node, life) => asking.find((device) => device.node === node)?.onUp(life))
  const stores = servers.map((server, index): Store => {
    const { node } = server
    const own = devices.filter((device) => device.node.store === node.store)
    const nodes = own.map((device) => device.node)
    const base = { name: node.store, server, devices: own, agreement: createAgreement(world) }
    if (index > 0 || hub === null || cloud === undefined) {
      return { ...base, cloud: null, nodes: [node, ...nodes], alone: nodes }
    }
    return { ...base, cloud, nodes: [node, cloud.node, ...nodes], alone: [node, ...nodes] }
  })
  const { network, ledger, random, listeners } = site
  return { stores, network, ledger, random, listeners }
}

/** One machine with all stores on it: the server, or the cloud above a hub. */
function placeServers(site: Site, names: readonly string[], cloud: boolean): readonly Server[] {
  const dev = cloud ? 'cloud' : 'server'
  const places = names.map((store, index) => ({
    name: index === 0 ? dev : `${dev}-${index + 1}`,
    dev,
    store,
  }))
  return site.machine(places, RIGHT_CLOCK).map((node) => site.serverAt(node, cloud ? 'cloud' : 'store'))
}

interface HubPlace {
  readonly cloud: Server
  /** Another store's part of the cloud. */
  readonly next: Server | null
  readonly clock: ClockPlan
  readonly planted: Planted
}

/** The first store has a hub of its own, below the cloud: a server to its devices, a device to the cloud. */
function placeHub(site: Site, { cloud, next, clock, planted }: HubPlace): Hub {
  const [node = cloud.node] = site.machine(
    [{ name: 'server', dev: 'server', store: cloud.node.store }],
    clock,
  )
  const server = site.serverAt(node, 'store', (from) => {
    if (from !== cloud.node.name) uplink.soon(GATHER_MS)
  })
  const uplink: Device = site.askerAt(node, {
    server: cloud,
    stranger: next,
    ownOnly: planted.hubKeepsOthers === true,
    onEvents: (events) => server.broadcast(events, cloud.node.name),
  })
  return { uplink, server }
}

interface DevicePlace {
  readonly server: Server
  readonly stranger: Server | null
  readonly name: string
  readonly clock: ClockPlan
  readonly first: boolean
}

/** Device ids are a store's own: the second store has some of the first one's. */
function placeDevice(site: Site, { server, stranger, name, clock, first }: DevicePlace): Device {
  const place = { name: first ? name : `other-${name}`, dev: name, store: server.node.store }
  const [node = server.node] = site.machine([place], clock)
  return site.askerAt(node, { server, stranger })
}
