import { createAgreement, type Agreement } from './agreement.ts'
import type { ClockPlan } from './clock.ts'
import type { Device } from './device.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Server } from './server.ts'
import { createSite, type Site } from './site.ts'
import type { WireHeads } from '#sync/protocol.ts'
import type { World } from './world.ts'

/** One store: its part of the server, and its devices. */
export interface Store {
  readonly name: string
  readonly server: Server
  /** Above its server, where that is a hub. */
  readonly cloud: Server | null
  /** Without the machines that were made with a copy of a disk. */
  readonly devices: readonly Device[]
  /** All of them, the server's first. */
  readonly nodes: readonly Node[]
  /** Those that hold this store and no other. */
  readonly alone: readonly Node[]
  /** A second machine with a copy of this one's disk. */
  clone(of: Device, image: Image): Device
  readonly agreement: Agreement
}

/** Everything that takes part: up to three stores on one server, or the first of them on a hub below it. */
export interface Town extends Pick<Site, 'network' | 'ledger' | 'random' | 'listeners' | 'calendar'> {
  readonly stores: readonly Store[]
}

interface Hub {
  readonly server: Server
  readonly uplink: Device
}

/** Of two organisations: the second one's is `store-south`. No digits: a frame changed on the way might name another's. */
const STORES = ['store-north', 'store-south', 'store-east'] as const
/** What comes to a hub within this time goes up together. */
const GATHER_MS = 250
const RIGHT_CLOCK = { skewMs: 0, driftPpm: 0, granularityMs: 1, corrected: false }

/** `blank` is what every disk holds before the first start. */
export function buildTown(world: World, plan: Plan, planted: Planted, blank: Image): Town {
  const site = createSite(world, plan, planted, blank)
  const names = STORES.slice(0, 1 + plan.others.length)
  const above = placeServers(site, names, plan)
  const [cloud, next = null] = above
  const hub =
    plan.hub === null || cloud === undefined
      ? null
      : placeHub(site, { cloud, next, clock: plan.hub, older: plan.older.server, planted })
  const servers = hub === null ? above : [hub.server, ...above.slice(1)]
  const devices: Device[] = []
  const inPart = plan.lettingGo !== null
  for (const [index, count] of [plan.devices.length, ...plan.others].entries()) {
    const server = servers[index]
    const next = servers[(index + 1) % servers.length]
    if (server === undefined) continue
    const stranger = next === undefined || next === server ? null : next
    const prefix = PREFIXES[index] ?? ''
    for (const [at, { name, clock }] of plan.devices.slice(0, count).entries()) {
      const older = index === 0 && plan.older.devices.includes(at)
      devices.push(placeDevice(site, { server, stranger, name, clock, older, prefix, inPart }))
    }
  }
  const asking = hub === null ? [...devices] : [...devices, hub.uplink]
  site.listeners.push((node, life) => asking.find((device) => device.node === node)?.onUp(life))
  const stores = servers.map((server, index): Store => {
    const { node } = server
    const own = devices.filter((device) => device.node.store === node.store)
    const below = own.map((device) => device.node)
    const isHub = index === 0 && hub !== null && cloud !== undefined
    const nodes = isHub ? [node, cloud.node, ...below] : [node, ...below]
    const alone = isHub ? [node, ...below] : below
    const clone: Store['clone'] = (of, image) => {
      const copy = placeClone(site, server, of, {
        image,
        clock: plan.devices[0]?.clock ?? RIGHT_CLOCK,
        inPart,
      })
      asking.push(copy)
      nodes.push(copy.node)
      alone.push(copy.node)
      of.copies.push(copy)
      return copy
    }
    const agreement = createAgreement(world)
    return {
      name: node.store,
      server,
      devices: own,
      agreement,
      cloud: isHub ? cloud : null,
      nodes,
      alone,
      clone,
    }
  })
  const { network, ledger, random, listeners, calendar } = site
  return { stores, network, ledger, random, listeners, calendar }
}

/** One machine with all stores on it: the server, or the cloud above a hub. */
function placeServers(
  site: Site,
  names: readonly string[],
  { hub, older, lettingGo }: Plan,
): readonly Server[] {
  const cloud = hub !== null
  const dev = cloud ? 'cloud' : 'server'
  const places = names.map((store, index) => ({
    name: index === 0 ? dev : `${dev}-${index + 1}`,
    dev,
    store,
  }))
  return site
    .machine(places, { clock: RIGHT_CLOCK, older: cloud ? older.cloud : older.server })
    .map((node) => site.serverAt(node, cloud || lettingGo?.cloud === true ? 'cloud' : 'store'))
}

interface HubPlace {
  readonly cloud: Server
  /** Another store's part of the cloud. */
  readonly next: Server | null
  readonly clock: ClockPlan
  readonly older: boolean
  readonly planted: Planted
}

/** The first store has a hub of its own, below the cloud: a server to its devices, a device to the cloud. */
function placeHub(site: Site, { cloud, next, clock, older, planted }: HubPlace): Hub {
  const [node = cloud.node] = site.machine([{ name: 'server', dev: 'server', store: cloud.node.store }], {
    clock,
    older,
  })
  const reached = { disk: 0, heads: {} as WireHeads }
  const server = site.serverAt(node, 'store', {
    onLive(from) {
      if (from !== cloud.node.name) uplink.soon(GATHER_MS)
    },
    // What it was told is on its disk.
    upstream: () => (reached.disk === node.disks() ? reached.heads : {}),
  })
  const uplink: Device = site.askerAt(node, {
    server: cloud,
    stranger: next,
    renews: false,
    ownOnly: planted.hubKeepsOthers === true,
    onAnswer: ({ heads }) => Object.assign(reached, { disk: node.disks(), heads }),
    onEvents: (events) => server.broadcast(events, cloud.node.name),
  })
  return { uplink, server }
}

interface DevicePlace {
  readonly server: Server
  readonly stranger: Server | null
  readonly name: string
  readonly clock: ClockPlan
  readonly older: boolean
  readonly prefix: string
  readonly inPart: boolean
}

const PREFIXES = ['', 'other-', 'third-'] as const

/** Device ids are a store's own: the second store has some of the first one's. */
function placeDevice(
  site: Site,
  { server, stranger, name, clock, older, prefix, inPart }: DevicePlace,
): Device {
  const place = { name: `${prefix}${name}`, dev: name, store: server.node.store }
  const [node = server.node] = site.machine([place], { clock, older, inPart })
  return site.askerAt(node, { server, stranger, renews: true })
}

/** Nobody knows that there are two of it. */
function placeClone(
  site: Site,
  server: Server,
  { node: { name, dev, store, ids, isOlder }, copies }: Device,
  { image, clock, inPart }: { readonly image: Image; readonly clock: ClockPlan; readonly inPart: boolean },
): Device {
  const place = { name: `${name}-copy${copies.length + 1}`, dev, store }
  const [node = server.node] = site.machine([place], { clock, older: isOlder(), image, ids, inPart })
  return site.askerAt(node, { server, stranger: null, renews: true })
}
