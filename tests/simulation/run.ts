import { foldEntity } from '#domain/event/fold.ts'
import type { Post } from './asking.ts'
import { readBook } from './book.ts'
import { checkFacts } from './fact-rules.ts'
import { createCopies } from './copies.ts'
import { createFaults } from './faults.ts'
import { NO_HISTORY } from '#sync/history/history.ts'
import { formatDisk } from './format-disk.ts'
import { found } from './founding.ts'
import { checkFold, checkJournal, checkOnce, checkOwnStoreOnly, countPaths } from './invariants.ts'
import { billWrong } from './money-rules.ts'
import type { Life, Node } from './node.ts'
import { drawPlan, type Plan } from './plan.ts'
import { NONE, type Planted } from './planted.ts'
import { createRandom } from './random.ts'
import type { Server } from './server.ts'
import { buildTown, type Store, type Town } from './town.ts'
import { checkPart } from './part-rules.ts'
import { planNights } from './nights.ts'
import { createTrace } from './trace.ts'
import { checkViews, countReviews } from './view-rules.ts'
import { createTwins } from './twins.ts'
import { createWipes } from './wipes.ts'
import { createWorkload, type Workload } from './workload.ts'
import { createWorld, type Failure, type World } from './world.ts'

export interface RunOptions {
  readonly seed: number
  readonly planted?: Planted
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
const CHECK_EVERY_STEPS = 16
/** Money is looked at more rarely: it takes a whole replica to be read. */
const CHECK_MONEY_EVERY_STEPS = 160

export async function simulate({ seed, planted = NONE, keepTrace = false }: RunOptions): Promise<Outcome> {
  const random = createRandom(seed)
  const trace = createTrace(keepTrace)
  const world = createWorld(random, trace)
  const plan = drawPlan(random.fork())
  const town = buildTown(world, plan, planted, await formatDisk(world, random.fork()))
  await serve(world, plan, town, planted)
  await heal(world, town)
  for (const store of town.stores) if (world.failure() === null) await checkEnd(world, town, store, planted)
  const lives = new Set(town.stores.flatMap(({ nodes }) => nodes.map((node) => node.life()?.disk)))
  for (const disk of lives) disk?.raw.close()
  return {
    seed,
    failure: world.failure(),
    traceHash: trace.hash(),
    lines: trace.lines(),
    counts: world.counts(),
  }
}

/** The restaurant works while everything goes wrong. */
async function serve(world: World, plan: Plan, town: Town, planted: Planted): Promise<void> {
  const { stores, network, random } = town
  const workloads = stores.map((store) => employ(world, plan, town, store))
  const [first] = stores
  const [atFirst] = workloads
  if (first === undefined || atFirst === undefined) return
  const { server, devices, clone } = first
  const shared = { world, ledger: town.ledger, network, planted, server, devices }
  const faults = createFaults({
    world,
    random: random.fork(),
    plan,
    network,
    ledger: town.ledger,
    server: server.node,
    cloud: first.cloud?.node ?? null,
    devices: devices.map(({ node }) => node),
    copies: createCopies({ ...shared, random: random.fork(), clone }),
    twins: createTwins({ ...shared, random: random.fork(), clone, plan, errand: atFirst.errand }),
    wipes: createWipes({ ...shared, random: random.fork() }),
  })
  const { calendar } = town
  for (const [index, store] of stores.entries()) {
    const nodes = [store.server, ...store.devices].map(({ node }) => node)
    const workload = workloads[index]
    if (workload !== undefined) planNights({ world, plan, calendar, nodes, workload, first: index === 0 })
  }
  world.start('server', found(stores, plan))
  for (const node of stores.flatMap(({ nodes }) => nodes)) world.start(node.name, node.boot())
  world.at(1_000, () => faults.begin())
  let steps = 0
  await world.runUntil(plan.serviceMs, () => {
    steps += 1
    if (steps % CHECK_EVERY_STEPS === 0) for (const { agreement, nodes } of stores) agreement.check(nodes)
    if (steps % CHECK_MONEY_EVERY_STEPS === 0) {
      const nodes = stores.flatMap((store) => store.nodes)
      const node = nodes[(steps / CHECK_MONEY_EVERY_STEPS) % nodes.length]
      const life = node?.life() ?? null
      if (node !== undefined && life !== null && !node.isOlder()) checkBooks(world, node, life)
    }
  })
  faults.stop()
}

/** People at every post of a store. A server that will lose its disk writes nothing of its own. */
function employ(world: World, plan: Plan, town: Town, { server, cloud, devices, name }: Store): Workload {
  const atServer = {
    node: server.node,
    changed: (events: Parameters<typeof server.broadcast>[0]) => server.broadcast(events, null),
  }
  const first = town.stores[0]?.name === name
  // Below a cloud is only the first store's server: the other's is a part of it.
  const above = plan.hub !== null && !first
  const posts = [
    ...(plan.loss?.of === (above ? 'cloud' : 'server') ? [] : [atServer]),
    ...(cloud === null || plan.loss?.of === 'cloud' ? [] : [officeAt(cloud)]),
    ...devices.flatMap((one) => [one, one, one]),
  ]
  const work = first ? plan : { ...plan, commands: Math.ceil(plan.commands / 4) }
  const workload = createWorkload(world, town.random.fork(), work, posts)
  town.listeners.push((node) => workload.onUp(node))
  workload.begin()
  return workload
}

/** Whoever looks after the menu from afar. */
function officeAt(cloud: Server): Post {
  return { node: cloud.node, office: true, changed: (events) => cloud.broadcast(events, null) }
}

/** I4: with the faults over, all come to the same heads by themselves, in bounded time, and stay there. */
async function heal(world: World, { stores }: Town): Promise<void> {
  world.log('world', 'faults stop')
  const nodes = stores.flatMap((store) => store.nodes)
  for (const node of nodes) {
    node.update()
    world.start(node.name, node.boot())
  }
  const agree = () => stores.every(isAgreed)
  const from = world.now()
  await world.runUntil(from + HEALING_MS, () => {}, agree)
  if (world.failure() !== null) return
  if (!agree()) return world.fail('I4', `no agreement within ${HEALING_MS / 1000} s: ${describe(nodes)}`)
  world.log('world', `all agree after ${world.now() - from} ms`)
  await world.runUntil(world.now() + QUIET_MS, () => {})
  if (world.failure() === null && !agree()) world.fail('I4', `agreement was lost again: ${describe(nodes)}`)
}

function isAgreed({ nodes, agreement }: Store): boolean {
  const [first, ...others] = nodes.map((node) => agreement.heads(node))
  const isWhole = nodes.every((node) => node.life()?.history.isComing() === false)
  return first !== null && others.every((heads) => heads === first) && isWhole
}

function describe(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      const rows = node
        .life()
        ?.disk.raw.prepare(`select dev || ':' || seq from heads where store = ? order by dev`)
        .pluck()
        .all(node.store)
      const history = node.life()?.history
      const waits = history?.isComing() === true ? ` waits for ${JSON.stringify(history.next())}` : ''
      return `${node.name} ${rows?.join(' ') ?? 'off'}${waits}`
    })
    .join(' | ')
}

/** I7: money and what was said, on one replica as it stands. */
function checkBooks(world: World, { name, store }: Node, { disk }: Life): void {
  const book = readBook(disk.raw, store)
  for (const bill of book.bills) {
    const wrong = billWrong(bill)
    if (wrong !== null) world.fail('I7', `${name}: order ${bill.order.id}: ${wrong}`)
  }
  checkFacts(book, (message) => world.fail('I7', `${name}: ${message}`))
}

async function checkEnd(
  world: World,
  { ledger, stores }: Town,
  store: Store,
  planted: Planted,
): Promise<void> {
  const { nodes, alone, agreement, server } = store
  agreement.check(nodes)
  const names = nodes.map(({ name }) => name)
  const others = stores.map(({ name }) => name).filter((name) => name !== store.name)
  const atServer = server.node.life()
  for (const node of nodes) {
    const life = node.life()
    if (life === null || atServer === null) return world.fail('I4', `${node.name} is off at the end`)
    const { raw } = life.disk
    checkJournal(world, node.name, raw, store.name)
    ledger.checkAll(node.name, { raw, server: atServer.disk.raw }, store.name, names)
    if (node.life()?.history !== NO_HISTORY) await checkPart(world, node, life, atServer)
    if (alone.includes(node)) checkOwnStoreOnly(world, node.name, raw, { store: store.name, others })
    countPaths(world, raw, store.name)
  }
  await checkLast(world, server.node, planted)
  world.log('world', `heads ${agreement.heads(server.node) ?? ''}`)
}

/**
 * Every chain was verified, and equal heads were found to be equal tables, so that what is slow to look at is looked at
 * once.
 */
async function checkLast(world: World, node: Node, planted: Planted): Promise<void> {
  const life = node.life()
  if (life === null || world.failure() !== null) return
  const { raw } = life.disk
  checkOnce(world, node.name, raw, node.store)
  checkFold(world, node.name, raw, node.store, planted.product?.fold ?? foldEntity)
  checkBooks(world, node, life)
  const book = readBook(life.disk.raw, node.store)
  await checkViews(world, node.name, life.replica, book)
  countReviews(world, book)
}
