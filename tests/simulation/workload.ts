import type { Command } from '#domain/command/command.ts'
import type { Actor } from '#sync/run-command.ts'
import { createAsking, type Asked, type Post } from './asking.ts'
import { chooseCommand, type Agreed } from './choose.ts'
import { MANAGER, closeRestaurant } from './closing-time.ts'
import type { Doing } from './doings.ts'
import type { Meeting } from './meetings.ts'
import type { Node } from './node.ts'
import { somebody } from './people.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** The people: they ask for things all through the service, and again when a till died on them. */
export interface Workload {
  begin(): void
  /** From now on somebody does these at this machine, one after the other, to one order. */
  errand(node: Node, doings: readonly Doing[]): void
  /** The restaurant closes: somebody settles here whatever can be settled, but for so many orders. */
  closeUp(node: Node, left: number): void
  /** To be called with every start of a node. */
  onUp(node: Node): void
}

const OPENING_MS = 1_500

export function createWorkload(world: World, random: Random, plan: Plan, posts: readonly Post[]): Workload {
  const orders: string[] = []
  const asking = createAsking({ world, random, posts, onOrder: (id) => orders.push(id) })
  let count = 0

  async function act(usual: Post, agreed: Agreed | null): Promise<void> {
    const post = pickCopy(usual, random)
    const { node, office = false } = post
    const life = node.life()
    if (life === null) return world.log(node.name, 'off: nobody can work here')
    const actor = somebody(random)
    const now = node.clock.corrected()
    const looking = { office, replica: life.replica, plan, random, actor, now, recent: orders.slice(-5) }
    const command = await chooseCommand(looking, agreed)
    if (command === null) return
    count += 1
    const asked: Asked = {
      id: `txn-${count}`,
      actor: whoWould(command, actor, random),
      command,
      approval: null,
    }
    // A double tap: two of the same, at the same moment.
    if (random.chance(0.05)) world.start(node.name, asking.ask(post, asked, ' (double)'))
    await asking.ask(post, asked, '')
  }

  function begin(): void {
    for (let left = plan.commands; left > 0;) {
      const time = random.int(OPENING_MS, plan.serviceMs)
      if (random.chance(plan.meetingsShare)) left -= meet(random.pick(plan.meetings), time)
      else {
        left -= 1
        startAct(random.pick(posts), time, null)
      }
    }
  }

  /** Two people at one order, each on a machine of their own. Answers how many acts that will be. */
  function meet({ before, first, second }: Meeting, time: number): number {
    const on: Agreed['on'] = { orderId: null, otherId: null }
    const here = random.pick(posts)
    const elsewhere = posts.filter(({ node }) => node !== here.node)
    const there = elsewhere.length === 0 ? here : random.pick(elsewhere)
    const lead = random.int(500, 6_000)
    for (const [index, doing] of before.entries()) {
      startAct(here, Math.max(OPENING_MS, time - lead) + 150 * index, { doing, on, turned: false })
    }
    for (const [index, doing] of first.entries()) startAct(here, time + index, { doing, on, turned: false })
    const gap = random.pick([0, 0, random.int(1, 40), random.int(0, 2 * plan.flushMs)])
    for (const [index, doing] of second.entries()) {
      startAct(there, time + gap + index, { doing, on, turned: doing === 'merge' })
    }
    return before.length + first.length + second.length
  }

  function startAct(post: Post, delayMs: number, agreed: Agreed | null): void {
    world.at(delayMs, () => world.start(post.node.name, act(post, agreed)))
  }

  function errand(node: Node, doings: readonly Doing[]): void {
    const post = posts.find((one) => one.node === node)
    if (post === undefined) return
    const on: Agreed['on'] = { orderId: null, otherId: null }
    const alone = { ...post, copies: [] }
    for (const [index, doing] of doings.entries()) startAct(alone, 150 * index, { doing, on, turned: false })
  }

  function closeUp(node: Node, left: number): void {
    const post = posts.find((one) => one.node === node)
    if (post === undefined) return
    const id = () => `txn-${(count += 1)}`
    closeRestaurant({ world, plan, random, node, left }, (command) =>
      asking.ask(post, { id: id(), actor: MANAGER, command, approval: null }, ''),
    )
  }

  return { begin, errand, closeUp, onUp: asking.onUp }
}

/** The menu is a manager's; now and then somebody else tries. */
function whoWould(command: Command, actor: Actor, random: Random): Actor {
  if (command.type !== 'save_record' || random.chance(0.05)) return actor
  return MANAGER
}

/** Of machines with copies of one disk nobody knows which is which. */
function pickCopy(usual: Post, random: Random): Post {
  const { copies = [] } = usual
  return copies.length > 0 && random.chance(0.5) ? random.pick(copies) : usual
}
