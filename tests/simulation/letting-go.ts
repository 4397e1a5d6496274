import { businessDate } from '#domain/day/business-date.ts'
import { safeHeads } from '#device/pruning.ts'
import type { ExchangeReply, ExchangeRequest } from '#sync/protocol.ts'
import type { Heads } from '#database/journal.ts'
import { createPruner } from '#sync/prune/prune.ts'
import { DiskFull } from './disk-full.ts'
import type { Life, Node } from './node.ts'
import type { Plan } from './plan.ts'
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

/** One device's, from a start to the next power cut. */
export interface LettingGo {
  heard(reply: ExchangeReply, asked: ExchangeRequest): void
}

export interface LettingGoOptions {
  readonly world: World
  readonly random: Random
  readonly plan: Plan
  readonly planted: Planted
  /** Something is to be asked of the server at once. */
  readonly soon: () => void
}

/** As in the product between two steps. */
const PAUSE_MS = 30
const ZONE = 'Europe/Lisbon'
const CUTOVER_HOUR = 4
const DAY_MS = 86_400_000

export function startLettingGo(node: Node, life: Life, options: LettingGoOptions): LettingGo | null {
  const { world, random, plan, planted, soon } = options
  const { lettingGo } = plan
  if (lettingGo === null) return null
  const { days, everyMs, urgent, looksBack } = lettingGo
  const { database, history, disk } = life
  const pruner = createPruner({
    database,
    store: node.store,
    history,
    days,
    wholeUpTo: 0,
    sabotage: planted.product ?? {},
  })
  let safe: Heads | null = null
  let hasCloud = false
  const isOn = (): boolean => node.life() === life && world.now() < plan.serviceMs
  const orders = disk.raw.prepare('select count(*) from orders where store = ?').pluck()

  async function step(): Promise<boolean> {
    if (safe === null) return false
    const before = orders.get(node.store) as number
    const more = await pruner.step({ now: node.clock.corrected(), acknowledged: safe, urgent })
    if (!disk.raw.open) return false
    const gone = before - (orders.get(node.store) as number)
    if (gone > 0) {
      world.log(node.name, `lets go of ${gone} orders`)
      world.sometimes('old order let go')
    }
    return more
  }

  async function lookBack(): Promise<void> {
    const back = random.int(days, 3 * days) * DAY_MS
    const date = businessDate(node.clock.corrected() - back, ZONE, CUTOVER_HOUR)
    if (history.holds(date)) return
    world.log(node.name, `somebody looks at ${date}`)
    world.sometimes('earlier date asked for')
    await history.wantDate(date)
    soon()
  }

  async function turn(): Promise<void> {
    if (!isOn()) return
    if (random.chance(looksBack)) await lookBack()
    const more = await step().catch((error: unknown) => {
      if (error instanceof DiskFull) return false
      throw error
    })
    again(more ? PAUSE_MS : random.int(everyMs / 2, everyMs * 1.5))
  }

  function again(ms: number): void {
    if (isOn()) world.at(ms, () => world.start(node.name, turn()))
  }

  again(everyMs)
  return {
    heard(reply, asked) {
      hasCloud ||= reply.place === 'cloud' || reply.upstream !== undefined
      if (asked.short !== true) safe = safeHeads(reply, { hasCloud, isNearlyFull: urgent })
    },
  }
}
