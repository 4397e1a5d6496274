import type { Heads } from '#database/journal.ts'
import { readHashes } from '#database/log.ts'
import type { Db } from '#database/schema.ts'

/** Some points of some devices' logs: their numbers and hashes there. */
export type Past = { readonly [dev: string]: readonly (readonly [number, string])[] }

/** How far two replicas agree on some devices' logs. */
export type Common = { readonly [dev: string]: number }

/**
 * The devices of whose log the other side, by its heads, tells another past than is here. Of a log that is longer
 * there its next event will tell. [FORK1]
 */
export async function findForks(
  db: Db,
  store: string,
  ours: Heads,
  theirs: Heads,
): Promise<readonly string[]> {
  const forks: string[] = []
  for (const [dev, { seq, hash }] of theirs) {
    const own = ours.get(dev)
    if (own === undefined || seq === 0 || seq > own.seq) continue
    const here = seq === own.seq ? own.hash : (await readHashes(db, store, dev, [seq])).get(seq)
    if (here !== undefined && here !== hash) forks.push(dev)
  }
  return forks
}

/** For each device that is asked about: the latest of its points that is the same here; 0 for none. */
export async function commonPast(db: Db, store: string, past: Past): Promise<Common> {
  const common: [string, number][] = []
  for (const [dev, points] of Object.entries(past)) {
    const known = await readHashes(
      db,
      store,
      dev,
      points.map(([seq]) => seq),
    )
    const same = points.filter(([seq, hash]) => known.get(seq) === hash).map(([seq]) => seq)
    common.push([dev, Math.max(0, ...same)])
  }
  return Object.fromEntries(common)
}

/** Heads without the devices that are named. */
export function without(heads: Heads, devices: Iterable<string>): Heads {
  const left = new Map(heads)
  for (const dev of devices) left.delete(dev)
  return left
}
