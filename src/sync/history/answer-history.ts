import { readHistories, type HistoryPage } from '#database/histories.ts'
import type { Heads } from '#database/journal.ts'
import { readBookRefs, readDateRefs, readFamily, readStartRefs } from '#database/queries/history-refs.ts'
import { readOpenings } from '#database/queries/stock.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import type { Db } from '#database/schema.ts'
import type { ExchangeRequest, HistoryAsk } from '#sync/protocol.ts'

/** A journal of fewer events is taken whole: it is soon there, and each copy can fill a lost server. [SNAP1] */
const WHOLE_UP_TO_EVENTS = 5_000

/** What a device asks for of the past; null: nothing, or this journal is small enough to be taken whole. */
export async function answerHistory(
  db: Db,
  store: string,
  heads: Heads,
  { history: ask, limit }: ExchangeRequest,
  wholeUpTo = WHOLE_UP_TO_EVENTS,
): Promise<HistoryPage | null> {
  if (ask === undefined) return null
  // Once begun it is gone on with, however the journal grows.
  if (ask.part === 'start' && ask.after === undefined && eventsOf(heads) <= wholeUpTo) return null
  if (ask.part === 'stock')
    return { events: [], next: null, openings: await openingsAt(db, store, ask.date ?? '') }
  const page = await readHistories(db, store, await readRefs(db, store, ask), ask.after ?? null, limit)
  // Without the log between them signatures prove nothing there, and no other bytes of a page shrink as little.
  return { ...page, events: page.events.map(({ sig: _sig, ...event }) => event) }
}

async function readRefs(db: Db, store: string, { part, date, refs }: HistoryAsk): Promise<readonly Ref[]> {
  switch (part) {
    case 'start':
      return readStartRefs(db, store)
    case 'day':
      return readDateRefs(db, store, date ?? '')
    case 'books':
      return readBookRefs(db, store)
    case 'stock':
      return []
    case 'entities': {
      const found: Ref[] = []
      for (const [type, id] of refs ?? []) found.push(...(await readFamily(db, store, { type, id })))
      return found
    }
  }
}

/** Levels, not events: the last count may lie months back, and every sale since with it. [PRUNE8] */
async function openingsAt(
  db: Db,
  store: string,
  date: string,
): Promise<NonNullable<HistoryPage['openings']>> {
  const openings = await readOpenings(db, store, date)
  return openings.map(({ id, level, counted_at: countedAt }) => [id, level, countedAt] as const)
}

function eventsOf(heads: Heads): number {
  let events = 0
  for (const { seq } of heads.values()) events += seq
  return events
}
