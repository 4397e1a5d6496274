import type { Database } from '#database/open.ts'
import { createAppointment, type Appointment } from '#link/appointment.ts'
import type { History } from '#sync/history/history.ts'
import { without } from '#sync/forks.ts'
import { fromWire, type ExchangeReply } from '#sync/protocol.ts'
import type { Heads } from '#database/journal.ts'
import { createPruner } from '#sync/prune/prune.ts'

/** A device lets go of what is old and safe elsewhere while nobody uses it. [PRUNE4] */
export interface Pruning {
  /** A server answered: how far it, or the place above it, has the logs. */
  heard(reply: Pick<ExchangeReply, 'place' | 'heads' | 'upstream' | 'forks'>): void
  /** Somebody did something here: what is old can wait. */
  busy(): void
  stop(): void
}

export interface PruningOptions {
  readonly database: Database
  readonly store: string
  readonly history: History
  /** Corrected time in milliseconds since 1970. */
  readonly now: () => number
  readonly isNearlyFull: () => boolean
  /** Whether a cloud ever answered, however far it is. */
  readonly hasCloud: () => boolean
  /** See `createPruner`. */
  readonly wholeUpTo?: number
}

/** As many business dates as a new device takes. [PRUNE1] */
const DAYS = 7
const FIRST_MS = 60_000
const IDLE_MS = 3_000
const PAUSE_MS = 30
const REST_MS = 3_600_000
const REST_NEARLY_FULL_MS = 5 * 60_000
/** Pages of the file given back at once. */
const PAGES_A_STEP = 16

export function startPruning(options: PruningOptions): Pruning {
  const { database, isNearlyFull, hasCloud } = options
  const pruner = createPruner({ ...options, days: DAYS })
  let safe: Heads | null = null
  let usedAt = -Infinity
  /** When the last round ended, or this device started. */
  let restsSince = performance.now()
  let restMs = FIRST_MS
  let stopped = false

  async function step(): Promise<boolean> {
    if (safe === null) return false
    const by = { now: options.now(), acknowledged: safe, urgent: isNearlyFull() }
    return (await pruner.step(by)) || ((await database.shrink?.(PAGES_A_STEP)) ?? false)
  }

  async function turn(): Promise<void> {
    const idleFor = performance.now() - usedAt
    if (idleFor < IDLE_MS && !isNearlyFull()) return next.within(IDLE_MS - idleFor)
    // A full disk, say: it is tried again, and selling goes on meanwhile.
    const hasMore = await step().catch(() => false)
    if (stopped) return
    if (hasMore) return next.within(PAUSE_MS)
    restsSince = performance.now()
    restMs = REST_MS
    next.within(restLeft())
  }

  function restLeft(): number {
    const rest = isNearlyFull() ? Math.min(restMs, REST_NEARLY_FULL_MS) : restMs
    return Math.max(0, restsSince + rest - performance.now())
  }

  const next: Appointment = createAppointment(() => void turn())

  return {
    heard(reply) {
      safe = safeHeads(reply, { hasCloud: hasCloud(), isNearlyFull: isNearlyFull() })
      if (safe !== null) next.within(restLeft())
    },
    busy() {
      usedAt = performance.now()
    },
    stop() {
      stopped = true
      next.cancel()
    },
  }
}

/**
 * How far the farthest store there is has the logs; null: nothing may go. Without a cloud the devices are what a hub that
 * lost its disk is filled from again: then only one without room lets go of anything. [PRUNE5] [PRUNE7]
 */
export function safeHeads(
  { place, heads, upstream, forks }: Pick<ExchangeReply, 'place' | 'heads' | 'upstream' | 'forks'>,
  { hasCloud, isNearlyFull }: { readonly hasCloud: boolean; readonly isNearlyFull: boolean },
): Heads | null {
  const isTop = place === 'cloud' || upstream !== undefined
  if (!isTop && (hasCloud || !isNearlyFull)) return null
  return without(fromWire(upstream ?? heads), forks)
}
