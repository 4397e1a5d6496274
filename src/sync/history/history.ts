import type { Envelope } from '#domain/event/envelope.ts'
import type { HistoryPage } from '#database/histories.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readOpenings, writeOpenings } from '#database/queries/stock.ts'
import type { Db, Tx } from '#database/schema.ts'
import { fromWire, type ExchangeReply, type HistoryAsk, type WireHeads } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'
import { DAYS_HELD, readLastDates } from './dates.ts'
import { allUnheld, unheldOf } from './unheld.ts'
import { createWanted, type Sought } from './wanted.ts'

/** What a replica that began without a past holds of it, and asks for. [SNAP1] */
export interface History {
  /** What to ask for with the next exchange; null: nothing. */
  next(): HistoryAsk | null
  /** The answer. Resolves to whether it was one. */
  heard(ask: HistoryAsk, reply: ExchangeReply, at: number): Promise<boolean>
  /** Events came in: what they belong to and is not here is asked for. */
  noticed(events: readonly Envelope[]): Promise<void>
  /** True until the store itself is here: before that there is nothing to follow on. */
  isStarting(): boolean
  /** Whether something is still on its way: figures of the last days are not whole. */
  isComing(): boolean
  /** Whether today is here, as numbers need it. */
  hasToday(): boolean
  /** Whether a business date is here. */
  holds(date: string): boolean
  /** Asks for a business date that is not. */
  wantDate(date: string): Promise<void>
  /** Asks for an order that is not here and that somebody wants to see. `unknown`: the server has none either. [SNAP5] */
  wantOrder(id: string): Sought
  /** Whether what is in stock follows from what is here. [SNAP8] */
  holdsStock(): boolean
  /** Whether a business date lies before those that are held, and nobody asked for it: what is here of it may go. */
  isBefore(date: string): boolean
  /** From now on just the dates from `since` on are held, and none before that was asked for once. [PRUNE3] */
  holdFrom(since: string): Promise<void>
}

/** Of a replica that takes every log whole. */
export const NO_HISTORY: History = {
  next: () => null,
  heard: async () => false,
  noticed: async () => {},
  isStarting: () => false,
  isComing: () => false,
  hasToday: () => true,
  holds: () => true,
  wantDate: async () => {},
  wantOrder: () => 'unknown',
  holdsStock: () => true,
  isBefore: () => false,
  holdFrom: async () => {},
}

/** What of the past to ask for with which exchange. */
export interface PastTurns {
  next(): HistoryAsk | null
  /** After an exchange that failed comes one without: nothing that is asked of the past may hold up the present. */
  failed(): void
}

export function createPastTurns(history: History): PastTurns {
  let rests = false
  return {
    next() {
      const asks = !rests || history.isStarting()
      rests = false
      return asks ? history.next() : null
    },
    failed() {
      rests = true
    },
  }
}

interface Kept {
  /** Of the server when the start began: what this replica stands for once it is here. */
  readonly base: WireHeads
  /** Still to be asked for, first things first. */
  readonly todo: readonly HistoryAsk[]
  /** The business date of the start: numbers need it whole. */
  readonly today: string
  /** From this business date on all are here; empty before the start. */
  readonly since: string
  /** Earlier ones that were asked for. */
  readonly dates: readonly string[]
  /** Whether it is known what was in stock when `since` began. [PRUNE8] */
  readonly stock?: boolean
}

const KEY = 'history'
/** Of a replica that began with everything. */
const WHOLE: Kept = { base: {}, todo: [], today: '', since: '', dates: [], stock: true }

/** `now`: corrected time in milliseconds since 1970. */
export async function openHistory(replica: Replica, now: () => number): Promise<History> {
  const { db, store } = replica
  let kept = await readKept(db, store)
  let isNew = kept === null && (await replica.heads()).size === 0
  const unheld = createWanted()
  /** This server answers nothing of the kind: what is to come waits for the next start. */
  let isDeclined = false
  if (kept !== null) unheld.want(await allUnheld(db, store))

  async function take(ask: HistoryAsk, reply: ExchangeReply, page: HistoryPage, at: number): Promise<void> {
    const base = kept?.base ?? reply.heads
    const before: Kept = kept ?? { base, todo: [ask], today: '', since: '', dates: [] }
    const settle = ask.part === 'start' && page.next === null
    const upTo = ask.part === 'start' ? fromWire(base) : await replica.heads()
    const held = kept
    const within = async (tx: Tx): Promise<void> => {
      const plan = settle ? await planFor(tx, store, now()) : null
      // As it is by now, and at once: what is asked for or let go of meanwhile stands beside it.
      const current = kept ?? before
      kept = plan === null ? afterPage(current, ask, page) : { ...current, ...plan }
      if (ask.part === 'stock') await keepOpenings(tx, store, ask.date ?? '', page)
      await writeLocal(tx, store, KEY, JSON.stringify(kept))
    }
    await replica.takeHistory({ events: page.events, upTo, settle, at }, within).catch((error: unknown) => {
      kept = held
      throw error
    })
    isNew = false
  }

  const isStarting = (): boolean => isNew || kept?.todo[0]?.part === 'start'

  return {
    next() {
      if (isNew) return { part: 'start' }
      return isDeclined ? null : (kept?.todo[0] ?? unheld.ask())
    },
    async heard(ask, reply, at) {
      const { history: page } = reply
      if (page === undefined) {
        // An older server, or a store small enough to be taken whole: that one answers whatever is asked of it later.
        isDeclined = !isStarting()
        isNew = false
        return false
      }
      await take(ask, reply, page, at)
      if (ask.part === 'entities') unheld.heard(ask, page)
      return true
    },
    async noticed(events) {
      if (kept !== null && !isStarting()) unheld.want(await unheldOf(db, store, events))
    },
    isStarting,
    isComing: () => isNew || (kept !== null && (kept.todo.length > 0 || unheld.ask() !== null)),
    hasToday: () => !isStarting() && (kept === null || !isToCome(kept, kept.today)),
    holds: (date) => !isStarting() && !isToCome(kept, date) && !isBefore(kept, date),
    async wantDate(date) {
      if (kept === null || isStarting() || isToCome(kept, date)) return
      kept = { ...kept, todo: [...kept.todo, { part: 'day', date }] }
      await writeLocal(db, store, KEY, JSON.stringify(kept))
    },
    wantOrder: (id) => unheld.seek({ type: 'order', id }, !isStarting() && (kept === null || isDeclined)),
    holdsStock: () => !isStarting() && (kept === null || kept.stock === true),
    isBefore: (date) => !isStarting() && isBefore(kept, date) && !isToCome(kept, date),
    async holdFrom(since) {
      const before = kept ?? WHOLE
      if (since <= before.since) return
      const [held, from] = [kept, { ...before, since, dates: [] }]
      kept = from
      await writeHeldFrom(db, store, from).catch((error: unknown) => {
        // Not on the disk, which may be full: then nothing may go yet, and the next round writes it.
        kept = kept === from ? held : { ...(kept ?? from), since: before.since, dates: before.dates }
        throw error
      })
    },
  }
}

/** Null: every log is here whole, or nothing is yet. */
async function readKept(db: Db, store: string): Promise<Kept | null> {
  const text = await readLocal(db, store, KEY)
  return text === null ? null : (JSON.parse(text) as Kept)
}

/** Whether a business date was asked for and has not come. */
function isToCome(kept: Kept | null, date: string): boolean {
  return kept !== null && kept.todo.some((ask) => ask.part === 'day' && ask.date === date)
}

/** Whether it lies before the dates that are held, and was not fetched. */
function isBefore(kept: Kept | null, date: string): boolean {
  return kept !== null && date < kept.since && !kept.dates.includes(date)
}

/** What follows once the store itself is here: its last days, newest first, and what days before them add up to. */
async function planFor(tx: Tx, store: string, now: number): Promise<Pick<Kept, 'todo' | 'today' | 'since'>> {
  const dates = await readLastDates(tx, store, now, DAYS_HELD)
  const days = dates.map((date): HistoryAsk => ({ part: 'day', date }))
  const since = dates.at(-1) ?? ''
  return { todo: [...days, { part: 'books' }, { part: 'stock', date: since }], today: dates[0] ?? '', since }
}

/** With what was in stock when the first date began that is held from now on. [PRUNE8] */
function writeHeldFrom(db: Db, store: string, kept: Kept): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if (kept.stock === true)
      await writeOpenings(tx, store, kept.since, await readOpenings(tx, store, kept.since))
    await writeLocal(tx, store, KEY, JSON.stringify(kept))
  })
}

async function keepOpenings(
  tx: Tx,
  store: string,
  date: string,
  { openings = [] }: HistoryPage,
): Promise<void> {
  const rows = openings.map(([id, level, countedAt]) => ({ id, level, counted_at: countedAt }))
  await writeOpenings(tx, store, date, rows)
}

function afterPage(before: Kept, ask: HistoryAsk, { next }: HistoryPage): Kept {
  if (ask.part === 'entities') return before
  if (ask.part === 'stock') return { ...before, todo: before.todo.slice(1), stock: true }
  // What was asked for meanwhile stands behind it.
  const rest = before.todo.slice(1)
  if (next !== null) return { ...before, todo: [{ ...ask, after: next }, ...rest] }
  const isEarlier = ask.date !== undefined && ask.date < before.since
  return { ...before, todo: rest, dates: isEarlier ? [...before.dates, ask.date] : before.dates }
}
