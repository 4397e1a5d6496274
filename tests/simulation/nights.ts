import type { Calendar } from './clock.ts'
import type { Doing } from './doings.ts'
import type { Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Workload } from './workload.ts'
import type { World } from './world.ts'

export interface NightsOptions {
  readonly world: World
  readonly plan: Plan
  readonly calendar: Calendar
  /** The server's first. */
  readonly nodes: readonly Node[]
  readonly workload: Workload
  /** Days pass for all stores at once. */
  readonly first: boolean
}

const LAST_ORDERS_MS = 4_000
const CLOSING_MS = 2_500
const LAST_ORDERS: readonly Doing[] = ['open', 'add', 'add', 'pay_all']

/** The restaurant closes for the night, and opens some days later: what was sold before is old then. */
export function planNights({ world, plan, calendar, nodes, workload, first }: NightsOptions): void {
  for (const { atMs, days, left } of plan.lettingGo?.nights ?? []) {
    const [server, ...devices] = nodes
    world.at(atMs - LAST_ORDERS_MS, () => devices.forEach((node) => workload.errand(node, LAST_ORDERS)))
    world.at(atMs - CLOSING_MS, () => {
      for (const node of [server, devices[0]]) if (node !== undefined) workload.closeUp(node, left)
    })
    if (!first) continue
    world.at(atMs, () => {
      world.log('world', `${days} days pass`)
      calendar.pass(days)
    })
  }
}
