import type { Envelope } from '#domain/event/envelope.ts'
import { readBases } from '#database/bases.ts'
import { readMissing } from '#database/pages.ts'
import { startForkSearch, type ForkSearch } from './fork-search.ts'
import type { Past } from './forks.ts'
import type { Sabotage } from './ports.ts'
import type { ExchangeReply } from './protocol.ts'
import type { Replica } from './replica.ts'

/**
 * This replica's own log forked: the server has another past of it after `common`. Takes on a new id. `asked`: the
 * server has given one, and the next exchange brings its record. `waiting`: nobody answers for now.
 */
export type OnOwnFork = (common: number) => Promise<Renewed>
export type Renewed = 'renewed' | 'asked' | 'waiting'

/**
 * Puts right what two logs of one device have set apart: the server's stands. Somebody else's events that are not part
 * of it are set aside here, for their author to bring again; this replica's own are written again under a new id.
 */
export interface ForkHealing {
  /** The devices concerned: nothing of them is sent. */
  devices(): readonly string[]
  /** What to ask with the next exchange. */
  past(): Promise<Past>
  /** What to bring, to be set aside there as well before it is taken back here; else nothing. [FORK8] */
  tail(eventsMax: number): Promise<readonly Envelope[]>
  /** After an exchange. Resolves to whether another is needed at once. */
  heard(forks: readonly string[], asked: Past, reply: ExchangeReply, at: number): Promise<boolean>
}

export function createForkHealing(
  replica: Replica,
  onOwnFork: OnOwnFork | null,
  sabotage?: Sabotage,
): ForkHealing {
  const searches = new Map<string, ForkSearch>()
  /** Whose rest went with the exchange that is under way, and whose the server has heard. */
  let bringing: string | null = null
  const brought = new Set<string>()

  async function begin(dev: string): Promise<void> {
    const head = (await replica.heads()).get(dev)?.seq ?? 0
    if (head === 0 || searches.has(dev)) return
    searches.set(dev, await startForkSearch(replica.db, replica.store, dev, head))
  }

  async function settle(dev: string, common: number, reply: ExchangeReply, at: number): Promise<Renewed> {
    const there = reply.heads[dev]?.[0] ?? 0
    // It only lacks what is here.
    if (there <= common) return 'renewed'
    const base = (await readBases(replica.db, replica.store)).get(dev)
    // They part where this log is here in part only: it is taken anew, from its beginning. [SNAP7]
    const kept = base !== undefined && common < base.seq ? 0 : common
    if (dev === replica.dev) return onOwnFork === null ? 'waiting' : onOwnFork(kept)
    await replica.rewind({ dev, common: kept, heir: null, at })
    return 'renewed'
  }

  return {
    devices: () => [...searches.keys()],
    async past() {
      const open = [...searches.values()].filter((search) => search.found() === null)
      const parts = await Promise.all(open.map((search) => search.points()))
      return Object.assign({}, ...parts) as Past
    },
    async tail(eventsMax) {
      bringing = null
      for (const [dev, search] of searches) {
        const common = search.found()
        // This replica's own is written again under its new id.
        if (common === null || dev === replica.dev || brought.has(dev)) continue
        bringing = dev
        return sabotage?.forkTailIgnored === true ? [] : readTail(replica, dev, common, eventsMax)
      }
      return []
    },
    async heard(forks, asked, reply, at) {
      let again = false
      const settled = new Set<string>()
      if (bringing !== null) brought.add(bringing)
      bringing = null
      for (const [dev, search] of searches) {
        const nearer = search.heard(asked, reply.common ?? {})
        const common = search.found()
        const still = nearer || !(dev in asked) ? 'asked' : 'waiting'
        const isKeptThere = dev === replica.dev || brought.has(dev)
        const now = common === null ? still : isKeptThere ? await settle(dev, common, reply, at) : 'asked'
        if (now === 'renewed') {
          searches.delete(dev)
          brought.delete(dev)
          settled.add(dev)
        }
        if (now !== 'waiting') again = true
      }
      for (const dev of new Set(forks)) {
        if (searches.has(dev) || settled.has(dev) || dev in asked) continue
        await begin(dev)
        again = true
      }
      return again
    },
  }
}

/** What follows `common` in somebody else's log, as much as one frame holds. */
async function readTail(
  { db, store, heads }: Replica,
  dev: string,
  common: number,
  eventsMax: number,
): Promise<readonly Envelope[]> {
  const head = (await heads()).get(dev)
  if (head === undefined || head.seq <= common) return []
  const there = new Map([[dev, { seq: common, hash: '' }]])
  return (await readMissing(db, store, new Map([[dev, head]]), there, eventsMax)).events
}
