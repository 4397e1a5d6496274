import type { Command } from '#domain/command/command.ts'
import type { Actor } from '#sync/run-command.ts'
import { createAsking, type Asked, type Post } from './asking.ts'
import { chooseCommand, type Agreed } from './choose.ts'
import type { Doing } from './doings.ts'
import type { Node } from './node.ts'
import { somebody } from './people.ts'
import type { Plan } from './plan.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** The people: they ask for things all through the service, and again when a till died on them. */
export interface Workload {
  begin(): void
  /** To be called with every start of a node. */
  onUp(node: Node): void
}

const OPENING_MS = 1_500
/** What two people do to one order at one moment. */
const MEETINGS = [
  ['price', 'price'],
  ['covers', 'covers'],
  ['table', 'table'],
  ['qty', 'qty'],
  ['qty', 'send'],
  ['qty', 'remove'],
  ['void', 'void'],
  ['void', 'move'],
  ['move', 'move'],
  ['pay_all', 'pay_all'],
  ['pay_all', 'pay_all'],
  ['pay_all', 'covers'],
  ['pay_all', 'add'],
  ['pay_all', 'void'],
  ['pay_all', 'discount'],
  ['merge', 'merge'],
  ['refund', 'refund'],
  ['refund', 'void_payment'],
  ['answer', 'answer'],
  ['answer', 'decline'],
  ['tip', 'void_payment'],
  ['reopen', 'reopen'],
  ['count', 'cash_move'],
  ['shift_close', 'cash_move'],
  ['shift_close', 'pay_part'],
  ['day_close', 'day_close'],
] as const satisfies readonly (readonly [Doing, Doing])[]

export function createWorkload(world: World, random: Random, plan: Plan, posts: readonly Post[]): Workload {
  const orders: string[] = []
  const asking = createAsking({ world, random, posts, onOrder: (id) => orders.push(id) })
  let count = 0

  async function act(post: Post, agreed: Agreed | null): Promise<void> {
    const { node } = post
    const life = node.life()
    if (life === null) return world.log(node.name, 'off: nobody can work here')
    const actor = somebody(random)
    const { replica } = life
    const looking = { replica, plan, random, actor, now: node.clock.corrected(), recent: orders.slice(-5) }
    const command = await chooseCommand(looking, agreed)
    if (command === null) return
    count += 1
    const asked: Asked = { id: `txn-${count}`, actor: whoWould(command, actor), command, approval: null }
    // A double tap: two of the same, at the same moment.
    if (random.chance(0.05)) world.start(node.name, asking.ask(post, asked, ' (double)'))
    await asking.ask(post, asked, '')
  }

  /** The menu is a manager's; now and then somebody else tries. */
  function whoWould(command: Command, actor: Actor): Actor {
    if (command.type !== 'save_record' || random.chance(0.05)) return actor
    return { id: 'manager-1', role: 'manager' }
  }

  function begin(): void {
    for (let i = 0; i < plan.commands; i++) {
      const time = random.int(OPENING_MS, plan.serviceMs)
      if (random.chance(0.15)) meet(time)
      else world.at(time, () => startAct(random.pick(posts), null))
    }
  }

  /** Two people at the same moment on the same order: the surest way to equal stamps, and to conflicts. */
  function meet(time: number): void {
    const doings = random.pick(MEETINGS)
    const aim = random.int(0, 5)
    const first = random.int(0, posts.length - 1)
    const second = first + random.int(1, posts.length - 1)
    for (const [index, doing] of [[first, doings[0]] as const, [second, doings[1]] as const]) {
      const post = posts[index % posts.length]
      if (post !== undefined) {
        // Each merges the order the other one merges into.
        const own = doing === 'merge' && index === second ? aim + 1 : aim
        world.at(time, () => startAct(post, { doing, aim: own }))
      }
    }
  }

  const startAct = (post: Post, agreed: Agreed | null) => world.start(post.node.name, act(post, agreed))

  return { begin, onUp: asking.onUp }
}
