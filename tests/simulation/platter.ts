import type { Random } from './random.ts'
import type { World } from './world.ts'

/** What a disk holds after a power cut; null is an empty disk. */
export type Image = Buffer | null

/** What is safely on the disk, and what was committed after it and may be lost. */
export interface Platter {
  /** How many transactions have changed something. */
  version(): number
  committed(image: Image): void
  /** Everything up to this version is safe from now on. */
  flushed(version: number): void
  /** What the newest transaction left, flushed or not. */
  latest(): Image
  /** What any power cut leaves. */
  safe(): Image
  /** What a power cut leaves. */
  survivor(): Image
}

interface Commit {
  readonly version: number
  readonly image: Image
}

// Without a flush (a planted bug) the list would grow for ever; the first one is the flushed one and stays.
const COMMITS_KEPT = 12

export function createPlatter(world: World, random: Random, image: Image): Platter {
  let commits: Commit[] = [{ version: 0, image }]
  let version = 0
  return {
    version: () => version,
    committed(after) {
      version += 1
      commits.push({ version, image: after })
      if (commits.length > COMMITS_KEPT) commits.splice(1 + random.int(0, COMMITS_KEPT - 3), 1)
    },
    flushed(mark) {
      const first = commits.findLastIndex((commit) => commit.version <= mark)
      commits = commits.slice(Math.max(0, first))
    },
    safe: () => commits[0]?.image ?? null,
    latest: () => commits.at(-1)?.image ?? null,
    /** The flushed state, then none, some or all of the later transactions: always whole ones, in order. */
    survivor() {
      const flushed = commits[0]
      const last = commits.at(-1)
      if (commits.length === 1) return flushed?.image ?? null
      world.sometimes('crash with a committed, unflushed transaction')
      const drawn = random.next()
      const kept = drawn < 0.5 ? flushed : drawn < 0.7 ? last : random.pick(commits)
      world.sometimes(kept === flushed ? 'unflushed transactions lost' : 'unflushed transactions kept')
      return kept?.image ?? null
    },
  }
}
