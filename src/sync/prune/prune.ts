import type { Heads } from '#database/journal.ts'
import { ofStore, type Database } from '#database/open.ts'
import { lockAll } from '#database/locks.ts'
import {
  deleteBareTotals,
  hasMoreEvents,
  readOrdersBefore,
  type OrderPlace,
} from '#database/queries/prune.ts'
import { readClosedDates } from '#database/queries/late-books.ts'
import type { History } from '#sync/history/history.ts'
import { firstDateHeld } from '#sync/history/dates.ts'
import { entityLock } from '#sync/fold-entities.ts'
import type { Sabotage } from '#sync/ports.ts'
import { agreedHeads } from './agreed.ts'
import { letGoBeside, readBeside, type Beside } from './beside.ts'
import { letGoOfOrder, type Round } from './orders.ts'

/** What may go now. */
export interface PruneBy {
  /** Corrected time in milliseconds since 1970. */
  readonly now: number
  /** How far the farthest store has each device's log. */
  readonly acknowledged: Heads
  /** There is no room left. [PRUNE5] */
  readonly urgent: boolean
}

/** Lets go of what is old and safe elsewhere, a little at a time. [PRUNE4] */
export interface Pruner {
  /** One short transaction, or none. Resolves to whether there is more to do at once. */
  step(by: PruneBy): Promise<boolean>
}

export interface PrunerOptions {
  readonly database: Database
  readonly store: string
  readonly history: Pick<History, 'isComing' | 'isBefore' | 'holdFrom'>
  /** How many business dates stay, and as many days by the clock. */
  readonly days: number
  /** A journal of fewer events is left as it is. [PRUNE6] */
  readonly wholeUpTo?: number
  readonly sabotage?: Sabotage
}

const DAY_MS = 24 * 3_600_000
const WHOLE_UP_TO_EVENTS = 5_000
const START: OrderPlace = { date: '', id: '' }
/** As far back as a day looks for what came late. */
const BOOKS = 31

interface Walk extends Pick<Round, 'since' | 'booksSince' | 'acknowledged'> {
  /** The last order that was looked at; null: all were. */
  order: OrderPlace | null
  /** What comes after them. */
  beside: readonly Beside[]
}

export function createPruner(options: PrunerOptions): Pruner {
  const { store, history, days, sabotage = {} } = options
  const database = ofStore(options.database, store)
  const { db } = database
  let walk: Walk | null = null

  async function begin({ now, acknowledged }: PruneBy): Promise<Walk | null> {
    const since = await firstDateHeld(db, store, now, days)
    if (since === null || !(await hasMoreEvents(db, store, options.wholeUpTo ?? WHOLE_UP_TO_EVENTS)))
      return null
    const [order] = await readOrdersBefore(db, store, since, START, 1)
    const beside = await readBeside(db, store, since)
    if (order === undefined && beside.length === 0) return null
    const agreed = await agreedHeads(db, store, acknowledged)
    if (agreed.size === 0) return null
    // First it is known that earlier dates are not here: then they may go, however this ends. [PRUNE3]
    await history.holdFrom(since)
    const closed = await readClosedDates(db, store, '9999', BOOKS)
    return {
      since,
      booksSince: closed.length < BOOKS ? '' : (closed.at(-1) ?? ''),
      acknowledged: agreed,
      order: START,
      beside,
    }
  }

  async function step(by: PruneBy): Promise<boolean> {
    // What is being fetched must not be taken away meanwhile.
    if (history.isComing()) return false
    walk ??= await begin(by)
    if (walk === null) return false
    const round = { ...by, ...walk, before: by.now - days * DAY_MS, sabotage }
    if (walk.order !== null) walk.order = await stepOrder(walk.order, round)
    else walk.beside = await stepBeside(walk.beside, round)
    const isDone = walk.order === null && walk.beside.length === 0
    if (isDone) {
      await deleteBareTotals(db, store, walk.since)
      walk = null
    }
    return !isDone
  }

  async function stepOrder(after: OrderPlace, round: Round): Promise<OrderPlace | null> {
    const [next] = await readOrdersBefore(db, store, round.since, after, 1)
    if (next === undefined) return null
    await db.transaction().execute(async (tx) => {
      await lockAll(tx, database.dialect, [entityLock(store, { type: 'order', id: next.id })])
      await letGoOfOrder(tx, store, next.id, round, (date) => history.isBefore(date))
    })
    return next
  }

  async function stepBeside(left: readonly Beside[], round: Round): Promise<readonly Beside[]> {
    const [next, ...rest] = left
    if (next !== undefined && history.isBefore(next.date)) {
      await db.transaction().execute((tx) => letGoBeside(tx, store, next, round))
    }
    return rest
  }

  return { step }
}
