import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { runCommand, type Actor } from '#sync/run-command.ts'
import { chooseCommand } from './choose.ts'
import type { Node } from './node.ts'
import type { Doing, Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** A place where people act, and who is told of what they wrote. */
export interface Post {
  readonly node: Node
  readonly changed: (events: readonly Envelope[]) => void
}

/** The people: they ask for things all through the service, and again when a till died on them. */
export interface Workload {
  begin(): void
  /** To be called with every start of a node. */
  onUp(node: Node): void
}

interface Asked {
  readonly id: string
  readonly actor: Actor
  readonly command: Command
}

const OPENING_MS = 1_500
const MEETINGS = ['price', 'price', 'covers', 'qty', 'table'] as const satisfies readonly Doing[]

export function createWorkload(world: World, random: Random, plan: Plan, posts: readonly Post[]): Workload {
  const unresolved = new Map<string, Map<string, Asked>>(posts.map(({ node }) => [node.name, new Map()]))
  const orders: string[] = []
  let count = 0

  async function ask(post: Post, asked: Asked, again: string): Promise<void> {
    const { node } = post
    const life = node.life()
    if (life === null) return
    const waiting = unresolved.get(node.name) ?? new Map<string, Asked>()
    unresolved.set(node.name, waiting)
    waiting.set(asked.id, asked)
    const result = await runCommand(life.replica, { ...asked, now: node.clock.corrected() })
    waiting.delete(asked.id)
    const outcome = result.ok ? `${result.value.length} events` : `refused: ${result.error.code}`
    world.log(node.name, `${asked.id}${again} ${words(asked.command)} → ${outcome}`)
    if (!result.ok) return
    if (again !== '') world.sometimes(result.value.length > 0 ? 'retry had to do it' : 'retry found it done')
    if (asked.command.type === 'open_order') orders.push(asked.command.orderId)
    if (result.value.length > 0) post.changed(result.value)
  }

  async function act(post: Post, agreed: Doing | null = null): Promise<void> {
    const life = post.node.life()
    if (life === null) return world.log(post.node.name, 'off: nobody can work here')
    const command = await chooseCommand(life.replica, plan, random, orders.slice(-4), agreed)
    if (command === null) return
    count += 1
    const manages = command.type === 'save_record' || command.type === 'void_item'
    const role = manages && random.chance(0.95) ? 'manager' : 'waiter'
    const asked: Asked = { id: `txn-${count}`, actor: { id: `${role}-1`, role }, command }
    // A double tap: two of the same, at the same moment.
    if (random.chance(0.05)) world.start(post.node.name, ask(post, asked, ' (double)'))
    await ask(post, asked, '')
  }

  function begin(): void {
    for (let i = 0; i < plan.commands; i++) {
      const time = random.int(OPENING_MS, plan.serviceMs)
      if (random.chance(0.15)) meet(time)
      else world.at(time, () => startAct(random.pick(posts), null))
    }
  }

  /** Two people do the same at the same moment, the surest way to equal stamps. */
  function meet(time: number): void {
    const doing = random.pick(MEETINGS)
    const first = random.int(0, posts.length - 1)
    const second = first + random.int(1, posts.length - 1)
    for (const index of [first, second]) {
      const post = posts[index % posts.length]
      if (post !== undefined) world.at(time, () => startAct(post, doing))
    }
  }

  const startAct = (post: Post, doing: Doing | null) => world.start(post.node.name, act(post, doing))

  function onUp(node: Node): void {
    const post = posts.find((one) => one.node === node)
    const left = [...(unresolved.get(node.name)?.values() ?? [])]
    unresolved.get(node.name)?.clear()
    if (post === undefined) return
    for (const asked of left) {
      if (random.chance(0.2)) continue
      world.at(random.int(1, 3_000), () => world.start(node.name, ask(post, asked, ' (again)')))
    }
  }

  return { begin, onUp }
}

/** A command in one short line: its type, and the ids and values it names. */
function words({ type, ...rest }: Command): string {
  const values = Object.values(rest).map((value) =>
    typeof value === 'string' ? value : JSON.stringify(value),
  )
  return `${type} ${values.filter((value) => value !== '').join(' ')}`
}
