import type { Database } from '#database/open.ts'
import type { History } from '#sync/history/history.ts'
import type { Replica } from '#sync/replica.ts'
import type { NodeClock } from './clock.ts'
import type { CrashPoint, Disk } from './disk.ts'
import type { Image } from './platter.ts'

/** One life of a node: from a start to the next power cut. */
export interface Life {
  readonly replica: Replica
  readonly database: Database
  /** What it holds of its past. */
  readonly history: History
  readonly disk: Disk
}

/** One store's replica on a machine. */
export interface Node {
  readonly name: string
  /** The id its first events are written under. */
  readonly dev: string
  /** Every id it ever had, or chose to have next: a copy of its disk has chosen the same. */
  readonly ids: Set<string>
  readonly store: string
  readonly clock: NodeClock
  life(): Life | null
  /** Does nothing if it is on. */
  boot(): Promise<void>
  crash(reason: string): void
  arm(point: CrashPoint | null): void
  /** Room for so many writes and no more, or room again. */
  fill(room: number | null): void
  keepBackup(): void
  /** Its disk dies; it starts again from the last backup, or with an empty disk. */
  loseDisk(empty: boolean): void
  /** What a copy of its disk holds; null while it is off. */
  copy(): Image
  /** Somebody puts an older copy of its disk in its place. */
  restore(image: Image): void
  /** Its data is wiped: it is nobody until it joins under an id. */
  wipe(): void
  join(dev: string): void
  /** Disks it has had, and pasts of one. */
  disks(): number
  /** Whether its program is an older one. */
  isOlder(): boolean
  /** It starts again with the newest program. */
  update(): void
}
