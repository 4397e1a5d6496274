import type { Envelope } from '#domain/event/envelope.ts'
import { readBases } from '#database/bases.ts'
import { readHeads, type Head, type Heads } from '#database/journal.ts'
import { readFirstSeq, readHashes, readLog } from '#database/log.ts'
import { ofStore, type Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Db } from '#database/schema.ts'
import { CHAIN_START, hashEvent } from '#sync/chain.ts'
import { fromWire, toWire, type WireHeads } from '#sync/protocol.ts'

/** The first event of a device's log that is not what it was when it came. */
export interface BrokenChain {
  readonly dev: string
  readonly seq: number
  readonly why: 'missing' | 'not_following' | 'changed' | 'not_the_head'
}

export interface ChainsChecked {
  readonly events: number
  /** False where the bound was reached first: the rest is the next call's. */
  readonly complete: boolean
  readonly broken: readonly BrokenChain[]
}

const EVENTS_A_PAGE = 500
const BEGINNING: Head = { seq: 0, hash: CHAIN_START }
const VERIFIED_KEY = 'chains_verified'
const BROKEN_KEY = 'chains_broken'

/**
 * Whether every log on this disk is still the one that was taken in: from where the last check ended, and at most
 * `limit` events, so that a start never waits long. What is broken is told and written down, and nothing stops for
 * it: selling goes on, and so do the other logs. [SELF3]
 */
export async function checkChains(database: Database, store: string, limit: number): Promise<ChainsChecked> {
  const { db } = ofStore(database, store)
  const verified = new Map(await readVerified(db, store))
  const bases = await readBases(db, store)
  const broken: BrokenChain[] = []
  let left = limit
  for (const [dev, head] of await readHeads(db, store)) {
    const from = await stillThere(db, store, dev, {
      mark: verified.get(dev) ?? BEGINNING,
      head,
      base: bases.get(dev) ?? BEGINNING,
    })
    const log = await checkLog(db, store, dev, { from, head, limit: left })
    left -= log.events
    verified.set(dev, log.reached)
    if (log.broken !== null) broken.push({ dev, ...log.broken })
    if (left <= 0) break
  }
  await writeLocal(db, store, VERIFIED_KEY, JSON.stringify(toWire(verified)))
  await writeLocal(db, store, BROKEN_KEY, JSON.stringify(broken))
  return { events: limit - left, complete: left > 0, broken }
}

/**
 * Where to read on. A log that forked is taken back and goes on otherwise: what was read of it counts no more, and it
 * is read from its beginning. An event that is gone with all before it was pruned: its mark counts.
 */
async function stillThere(
  db: Db,
  store: string,
  dev: string,
  { mark, head, base }: { readonly mark: Head; readonly head: Head; readonly base: Head },
): Promise<Head> {
  if (mark.seq > head.seq) return base
  // Before its base a log is here in part: only what follows is a chain. [SNAP3]
  if (mark.seq < base.seq) return base
  const hash = (await readHashes(db, store, dev, [mark.seq])).get(mark.seq)
  return hash === undefined || hash === mark.hash ? mark : base
}

interface LogChecked {
  readonly events: number
  readonly reached: Head
  readonly broken: Omit<BrokenChain, 'dev'> | null
}

async function checkLog(
  db: Db,
  store: string,
  dev: string,
  { from, head, limit }: { readonly from: Head; readonly head: Head; readonly limit: number },
): Promise<LogChecked> {
  let reached = from
  let events = 0
  while (reached.seq < head.seq && events < limit) {
    const page = await readLog(db, store, dev, reached.seq, Math.min(EVENTS_A_PAGE, limit - events))
    for (const event of page) {
      const pruned =
        reached === from && event.seq > from.seq + 1 && event.seq === (await readFirstSeq(db, store, dev))
      const why = pruned ? faultOf(event, { seq: event.seq - 1, hash: event.prev }) : faultOf(event, reached)
      if (why !== null) return { events, reached, broken: { seq: reached.seq + 1, why } }
      reached = { seq: event.seq, hash: event.hash }
      events += 1
    }
    if (page.length === 0) return { events, reached, broken: { seq: reached.seq + 1, why: 'missing' } }
  }
  const wrongHead = reached.seq === head.seq && reached.hash !== head.hash
  return { events, reached, broken: wrongHead ? { seq: head.seq, why: 'not_the_head' } : null }
}

function faultOf(event: Envelope, before: Head): BrokenChain['why'] | null {
  if (event.seq !== before.seq + 1) return 'missing'
  if (event.prev !== before.hash) return 'not_following'
  return hashEvent(event) === event.hash ? null : 'changed'
}

async function readVerified(db: Db, store: string): Promise<Heads> {
  const text = await readLocal(db, store, VERIFIED_KEY)
  return text === null ? new Map() : fromWire(JSON.parse(text) as WireHeads)
}

/** What the last check found broken. */
export async function readBroken(db: Db, store: string): Promise<readonly BrokenChain[]> {
  const text = await readLocal(db, store, BROKEN_KEY)
  return text === null ? [] : (JSON.parse(text) as readonly BrokenChain[])
}
