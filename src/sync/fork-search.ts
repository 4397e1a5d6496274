import { readBases } from '#database/bases.ts'
import { readFirstSeq, readHashes } from '#database/log.ts'
import type { Db } from '#database/schema.ts'
import type { Common, Past } from './forks.ts'

/** Points asked about in one exchange: three exchanges find the place in any log. */
const POINTS_A_SEARCH = 64

/** Where this replica's copy of a device's log and the server's part. */
export interface ForkSearch {
  readonly dev: string
  /** Points to ask about, none once the place is known. */
  points(): Promise<Past>
  /** Whether the answer brought the place any nearer; an older server gives none. */
  heard(asked: Past, common: Common): boolean
  /** The last event both have, once it is known. */
  found(): number | null
}

/** Begins to look for the last event that the server has, too. `head` is the last one here. */
export async function startForkSearch(db: Db, store: string, dev: string, head: number): Promise<ForkSearch> {
  const base = (await readBases(db, store)).get(dev)
  // What is no longer kept here was acknowledged. A base is asked about, too: its own hash is known.
  let same = base === undefined ? ((await readFirstSeq(db, store, dev)) ?? 1) - 1 : base.seq - 1
  let other = head + 1

  return {
    dev,
    async points() {
      const width = other - same - 1
      const step = Math.max(1, Math.ceil(width / POINTS_A_SEARCH))
      const seqs: number[] = []
      for (let seq = other - 1; seq > same; seq -= step) seqs.push(seq)
      const known = new Map(await readHashes(db, store, dev, seqs))
      if (base !== undefined && same < base.seq) known.set(base.seq, base.hash)
      return { [dev]: [...known].sort(([a], [b]) => a - b) }
    },
    heard(asked, common) {
      const answer = common[dev]
      if (answer === undefined) return false
      const width = other - same
      same = Math.max(same, answer)
      const beyond = (asked[dev] ?? []).map(([seq]) => seq).filter((seq) => seq > same)
      other = Math.max(same + 1, Math.min(other, ...beyond))
      return other - same < width
    },
    found: () => (other === same + 1 ? same : null),
  }
}
