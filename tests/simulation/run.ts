import type { Draft } from '#domain/event/event.ts'
import type { Sabotage } from '#sync/ports.ts'
import { createAgreement, type Agreement } from './agreement.ts'
import { longMenu, smallCafe } from './cafe.ts'
import { createClock, type ClockPlan } from './clock.ts'
import { createCopies } from './copies.ts'
import { createDevice, type Device } from './device.ts'
import { createFaults } from './faults.ts'
import { checkFold, checkJournal, checkOnce, countPaths } from './invariants.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNetwork, type Network } from './network.ts'
import { createNode, type Life, type Node } from './node.ts'
import { drawPlan, type Plan } from './plan.ts'
import type { Image } from './platter.ts'
import { createRandom, type Random } from './random.ts'
import { createServer, type Server } from './server.ts'
import { createTrace } from './trace.ts'
import { createWorkload } from './workload.ts'
import { createWorld, type Failure, type World } from './world.ts'

export interface RunOptions {
  readonly seed: number
  readonly sabotage?: Sabotage
  /** Keeps every line, not only the last ones. */
  readonly keepTrace?: boolean
}

export interface Outcome {
  readonly seed: number
  readonly failure: Failure | null
  readonly traceHash: string
  readonly lines: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

/** Longest time, in virtual milliseconds, in which all must agree once the faults have stopped. */
const HEALING_MS = 120_000
/** Then nothing may move any more, though late repeats still arrive. */
const QUIET_MS = 21_000
const CHECK_EVERY_STEPS = 8

export async function simulate({ seed, sabotage = {}, keepTrace = false }: RunOptions): Promise<Outcome> {
  const random = createRandom(seed)
  const trace = createTrace(keepTrace)
  const world = createWorld(random, trace)
  const plan = drawPlan(random.fork())
  const town = build(world, plan, sabotage)
  await serve(world, plan, town)
  await heal(world, town)
  if (world.failure() === null) checkEnd(world, town)
  for (const node of town.nodes) node.life()?.disk.raw.close()
  return {
    seed,
    failure: world.failure(),
    traceHash: trace.hash(),
    lines: trace.lines(),
    counts: world.counts(),
  }
}

interface Town {
  /** All that there ever was: the server first, and clones last. */
  readonly nodes: readonly Node[]
  readonly devices: readonly Device[]
  /** A second machine with a copy of this one's disk. */
  clone(of: Node, image: Image): Device
  readonly server: Server
  readonly network: Network
  readonly ledger: Ledger
  readonly agreement: Agreement
  readonly random: Random
  /** Whoever wants to know of every start of a node. */
  readonly listeners: ((node: Node, life: Life) => void)[]
}

function build(world: World, plan: Plan, sabotage: Sabotage): Town {
  const random = world.random.fork()
  const ledger = createLedger(world)
  const network = createNetwork(world, random.fork(), plan.line)
  const listeners: ((node: Node, life: Life) => void)[] = []

  function place(name: string, clock: ClockPlan, image: Image = null): Node {
    const node: Node = createNode({
      image,
      world,
      ledger,
      name,
      sabotage,
      random: random.fork(),
      clock: createClock(world, clock),
      flushMs: plan.flushMs,
      restartMs: plan.restartMs,
      onUp: (life) => listeners.forEach((listener) => listener(node, life)),
    })
    return node
  }

  const right = { skewMs: 0, driftPpm: 0, granularityMs: 1, corrected: false }
  const devices: Device[] = []
  const server = createServer(world, place('server', right), (text, except) => {
    for (const { node, live } of devices) {
      if (node.name !== except) network.send('server', node.name, 'live frame', () => live(text))
    }
  })
  const nodes = [server.node]
  function add(node: Node): Device {
    const options = { world, network, ledger, random: random.fork(), server, pollMs: plan.pollMs }
    const device = createDevice(node, options)
    devices.push(device)
    nodes.push(node)
    return device
  }
  for (const { name, clock } of plan.devices) add(place(name, clock))
  function clone(of: Node, image: Image): Device {
    const clock = plan.devices.find(({ name }) => name === of.name)?.clock ?? right
    return add(place(`${of.name}-${nodes.length}`, clock, image))
  }
  listeners.push((node, life) => devices.find((device) => device.node === node)?.onUp(life))
  const agreement = createAgreement(world)
  return { nodes, devices, clone, server, network, ledger, agreement, random, listeners }
}

/** The restaurant works while everything goes wrong. */
async function serve(world: World, plan: Plan, town: Town): Promise<void> {
  const { server, devices, network, random, nodes, agreement } = town
  const posts = [
    {
      node: server.node,
      changed: (events: Parameters<Device['changed']>[0]) => server.broadcast(events, null),
    },
    ...devices.flatMap((device) => [device, device, device]),
  ]
  const workload = createWorkload(world, random.fork(), plan, posts)
  town.listeners.push((node) => workload.onUp(node))
  const deviceNodes = devices.map(({ node }) => node)
  const faults = createFaults({
    world,
    random: random.fork(),
    plan,
    network,
    server: server.node,
    devices: deviceNodes,
    copies: createCopies({
      world,
      random: random.fork(),
      plan,
      devices: deviceNodes,
      clone(of, image) {
        const device = town.clone(of, image)
        posts.push(device, device)
        world.start(device.node.name, device.node.boot())
      },
    }),
  })
  world.start('server', found(server.node, plan))
  for (const { node } of devices) world.start(node.name, node.boot())
  workload.begin()
  world.at(1_000, () => faults.begin())
  let steps = 0
  await world.runUntil(plan.serviceMs, () => {
    steps += 1
    if (steps % CHECK_EVERY_STEPS === 0) agreement.check(nodes)
  })
  faults.stop()
}

/** The owner sets the restaurant up on the server before anything can break. */
async function found(server: Node, plan: Plan): Promise<void> {
  await server.boot()
  const batches: (readonly Draft[])[] = [smallCafe(plan.devices.map(({ name }) => name))]
  for (let from = 0; from < plan.extraRecords; from += 270) batches.push(longMenu(from, 270))
  for (const [index, drafts] of batches.entries()) {
    await server.life()?.replica.act({
      txnId: `founding-${index}`,
      actor: 'server',
      decide: async () => ({ ok: true as const, value: drafts }),
    })
  }
}

/** I4: with the faults over, all come to the same heads by themselves, in bounded time, and stay there. */
async function heal(world: World, { nodes, agreement }: Town): Promise<void> {
  world.log('world', 'faults stop')
  for (const node of nodes) world.start(node.name, node.boot())
  const agree = () => {
    const [first, ...others] = nodes.map((node) => agreement.heads(node))
    return first !== null && others.every((heads) => heads === first)
  }
  const from = world.now()
  await world.runUntil(from + HEALING_MS, () => {}, agree)
  if (world.failure() !== null) return
  if (!agree()) return world.fail('I4', `no agreement within ${HEALING_MS / 1000} s: ${describe(nodes)}`)
  world.log('world', `all agree after ${world.now() - from} ms`)
  await world.runUntil(world.now() + QUIET_MS, () => {})
  if (world.failure() === null && !agree()) world.fail('I4', `agreement was lost again: ${describe(nodes)}`)
}

function describe(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      const rows = node
        .life()
        ?.disk.raw.prepare(`select dev || ':' || seq from heads order by dev`)
        .pluck()
        .all()
      return `${node.name} ${rows?.join(' ') ?? 'off'}`
    })
    .join(' | ')
}

function checkEnd(world: World, { nodes, ledger, agreement }: Town): void {
  agreement.check(nodes)
  for (const node of nodes) {
    const life = node.life()
    if (life === null) return world.fail('I4', `${node.name} is off at the end`)
    const { raw } = life.disk
    checkJournal(world, node.name, raw)
    ledger.checkAll(node.name, raw)
    checkOnce(world, node.name, raw)
    checkFold(world, node.name, raw)
    countPaths(world, raw)
  }
  world.log('world', `heads ${agreement.heads(nodes[0] as Node) ?? ''}`)
}
