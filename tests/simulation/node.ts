import { openDatabase } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Sabotage } from '#sync/ports.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import type { NodeClock } from './clock.ts'
import { openDisk, type CrashPoint, type Disk } from './disk.ts'
import { checkJournal } from './invariants.ts'
import type { Ledger } from './ledger.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { watchReplica } from './watched-replica.ts'
import type { World } from './world.ts'

export const STORE = 'store-1'

/** One life of a node: from a start to the next power cut. */
export interface Life {
  readonly replica: Replica
  readonly disk: Disk
}

/** A machine with a replica: its memory dies with its power, its disk does not. */
export interface Node {
  readonly name: string
  readonly clock: NodeClock
  life(): Life | null
  /** Does nothing if it is on. */
  boot(): Promise<void>
  crash(reason: string): void
  arm(point: CrashPoint | null): void
  /** A copy of what is safely on its disk; null while it is off or has written nothing. */
  copy(): Image
  /** Somebody puts an older copy of its disk in its place. */
  restore(image: Image): void
}

export interface NodeOptions {
  readonly world: World
  readonly ledger: Ledger
  readonly random: Random
  readonly name: string
  readonly clock: NodeClock
  readonly sabotage: Sabotage
  readonly flushMs: number
  readonly restartMs: number
  readonly onUp: (life: Life) => void
  /** What is on its disk before its first start. */
  readonly image?: Image
}

export const DEV_KEY = 'dev'

export function createNode(options: NodeOptions): Node {
  const { world, ledger, random, name, clock, sabotage, flushMs, restartMs, onUp } = options
  let image: Image = options.image ?? null
  let disk: Disk | null = null
  let life: Life | null = null

  function onCrash(kept: Image, reason: string): void {
    world.log(name, `power cut ${reason}`)
    image = kept
    disk = null
    life = null
    world.at(random.int(restartMs / 2, restartMs), () => world.start(name, boot()))
  }

  async function boot(): Promise<void> {
    if (disk !== null) return
    const opening = openDisk({ world, random, image, flushMs: () => random.int(0, flushMs), onCrash })
    disk = opening
    const opened = await openDatabase(opening.source)
    if (!opened.ok) return world.fail('I6', `${name} cannot open its database: ${opened.error.code}`)
    checkJournal(world, name, opening.raw)
    ledger.check(name, opening.raw)
    const { db } = opened.value
    const kept = await readLocal(db, '', DEV_KEY)
    if (kept === null) await writeLocal(db, '', DEV_KEY, name)
    const dev = kept ?? name
    const replica = createReplica({ store: STORE, dev, database: opened.value, clock, sabotage })
    life = { disk: opening, replica: watchReplica(world, ledger, name, replica) }
    world.log(name, 'started')
    onUp(life)
  }

  return {
    name,
    clock,
    life: () => life,
    boot,
    crash: (reason) => disk?.crash(reason),
    arm: (point) => disk?.arm(point),
    copy: () => disk?.safe() ?? null,
    restore(older) {
      disk?.crash('and an older copy of its disk')
      image = older
      ledger.forget(name)
    },
  }
}
