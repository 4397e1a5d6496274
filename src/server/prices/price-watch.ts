import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { readHeads } from '#database/journal.ts'
import { readPricedLines } from '#database/queries/priced-lines.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Hub } from '#server/hub.ts'
import type { Stores } from '#server/stores/stores.ts'
import { createCalm } from './calm.ts'
import { createCourt } from './judge.ts'
import { readProgress, writeProgress } from './progress.ts'
import { writeDown } from './write-down.ts'

export interface WatchTimes {
  /** Lines that are tapped one after the other are looked at together. */
  readonly lookMs: number
  /** While pieces of a menu arrive from elsewhere, as when a hub is filled again, nothing is held against it. */
  readonly calmMs: number
  /** A dish that is not here after so long is on no menu. */
  readonly unknownMs: number
}

const TIMES: WatchTimes = { lookMs: 1_000, calmMs: 10_000, unknownMs: 3_600_000 }
const AGAIN_MS = 60_000
/** Of a log, at once. */
const PLACES = 2_000
/** A hub that is filled again takes in years: what is older was looked at in its time. */
const OLDEST_LINE_MS = 30 * 86_400_000

/** Why a look may end early. */
interface Watch {
  readonly isOver: () => boolean
  readonly times: WatchTimes
}

/** What was looked at and could not be told yet. */
interface Waiting {
  readonly dev: string
  readonly seq: number
  readonly since: number
}

/**
 * Holds what devices of every store sold against its menu, behind everything else: nobody waits for it, and nothing is
 * refused. The journal itself is the queue, so that a stopped server forgets nothing. [REVIEW12]
 */
export function watchPrices(
  stores: Pick<Stores, 'onOpened'>,
  log: Logger,
  times = TIMES,
): { close(): Promise<void> } {
  let over = false
  const closing: (() => Promise<void>)[] = []
  stores.onOpened((hub) => {
    if (!over) closing.push(watchStore(hub, log, { times, isOver: () => over }))
  })
  return {
    async close() {
      over = true
      await Promise.all(closing.map((close) => close()))
    },
  }
}

function watchStore(hub: Hub, log: Logger, watch: Watch): () => Promise<void> {
  const { lookMs, calmMs } = watch.times
  const look = createLook(hub, watch)
  const calm = createCalm(calmMs)
  /** What waits may be told now: the menu changed, or it is time to ask again. */
  let again = true
  let working: Promise<void> = Promise.resolve()
  const soon = createAppointment(() => {
    const early = calm.leftMs(Date.now())
    if (early > 0) return soon.within(early)
    working = working.then(step)
  })
  const later = createAppointment(() => {
    again = true
    soon.within(0)
  })
  async function step(): Promise<void> {
    const anew = again
    again = false
    let waits = true
    try {
      waits = await look(anew)
    } catch (error) {
      log.error({ err: error }, 'prices were not looked at')
    }
    if (waits && !watch.isOver()) later.within(AGAIN_MS)
  }
  hub.onLive((events) => {
    if (watch.isOver()) return
    const menu = events.filter(({ type }) => type === 'record_changed')
    if (menu.length > 0) again = true
    if (menu.some(({ dev }) => dev !== hub.replica.dev)) calm.came(Date.now())
    soon.within(lookMs)
  })
  soon.within(lookMs)
  return () => {
    soon.cancel()
    later.cancel()
    return working
  }
}

/** A look through all that is new of one store; whether something waits for its dish. */
function createLook(hub: Hub, { isOver, times }: Watch): (again: boolean) => Promise<boolean> {
  const { db, store, dev: own } = hub.replica
  const waiting = new Map<string, Waiting>()
  let seen: Map<string, number> | null = null

  async function hold(court: ReturnType<typeof createCourt>, id: string, at: Waiting): Promise<void> {
    const verdict = await court.judge(id, Date.now() - at.since > times.unknownMs)
    if (verdict.kind === 'early') waiting.set(id, at)
    else waiting.delete(id)
    if (verdict.kind === 'doubtful') await writeDown(hub, verdict.item, at.dev, verdict.doubt)
    // Whoever waits for the server goes first.
    await setImmediate()
  }

  return async (again) => {
    seen ??= new Map(await readProgress(db, store))
    const before = settled(seen, waiting)
    const now = Date.now()
    const court = createCourt(db, store, now)
    for (const [id, at] of again ? waiting : []) {
      if (isOver()) return false
      await hold(court, id, at)
    }
    for (const [dev, { seq: head }] of await readHeads(db, store)) {
      if (dev === own) continue
      for (let from = seen.get(dev) ?? 0; from < head; from = seen.get(dev) ?? head) {
        const to = Math.min(from + PLACES, head)
        const part = { from, to, since: now - OLDEST_LINE_MS }
        for (const { id, seq } of await readPricedLines(db, store, dev, part)) {
          if (isOver()) return false
          await hold(court, id, { dev, seq, since: waiting.get(id)?.since ?? Date.now() })
        }
        seen.set(dev, to)
      }
    }
    const after = settled(seen, waiting)
    if (JSON.stringify([...after]) !== JSON.stringify([...before])) await writeProgress(db, store, after)
    return waiting.size > 0
  }
}

/** Up to where nothing waits: from there on it is looked at again after a restart. */
function settled(
  seen: ReadonlyMap<string, number>,
  waiting: ReadonlyMap<string, Waiting>,
): Map<string, number> {
  const upTo = new Map(seen)
  for (const { dev, seq } of waiting.values()) upTo.set(dev, Math.min(upTo.get(dev) ?? 0, seq - 1))
  return upTo
}
