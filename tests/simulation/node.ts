import { openDatabase } from '#database/open.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import type { NodeClock } from './clock.ts'
import { openDisk, type CrashPoint, type Disk } from './disk.ts'
import { checkJournal } from './invariants.ts'
import type { Ledger } from './ledger.ts'
import type { Network } from './network.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { watchReplica } from './watched-replica.ts'
import type { World } from './world.ts'

/** One life of a node: from a start to the next power cut. */
export interface Life {
  readonly replica: Replica
  readonly disk: Disk
}

/** One store's replica on a machine. */
export interface Node {
  readonly name: string
  /** The id its events are written under. */
  readonly dev: string
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
}

export interface MachineOptions {
  readonly world: World
  readonly ledger: Ledger
  readonly network: Network
  readonly random: Random
  readonly clock: NodeClock
  readonly planted: Planted
  /** What its disk holds before its first start. */
  readonly blank: Image
  readonly flushMs: number
  readonly restartMs: number
  /** The replicas it holds, in one database. */
  readonly places: readonly Pick<Node, 'name' | 'dev' | 'store'>[]
  readonly onUp: (node: Node, life: Life) => void
}

/** A machine: its memory dies with its power, its disk does not. Its nodes live and die together. */
export function createMachine(options: MachineOptions): readonly Node[] {
  const { world, ledger, network, random, clock, planted, blank, flushMs, restartMs, places, onUp } = options
  const machine = places[0]?.name ?? ''
  let image: Image = blank
  let kept: Image = null
  let disk: Disk | null = null
  let lives = new Map<string, Life>()

  function onCrash(left: Image, reason: string): void {
    world.log(machine, `power cut ${reason}`)
    image = left
    disk = null
    lives = new Map()
    world.at(random.int(restartMs / 2, restartMs), () => world.start(machine, boot()))
  }

  async function boot(): Promise<void> {
    if (disk !== null) return
    const opening = openDisk({
      world,
      random,
      image,
      flushMs: () => random.int(0, flushMs),
      onCrash,
      planted,
    })
    disk = opening
    const opened = await openDatabase(opening.source)
    if (!opened.ok) return world.fail('I6', `${machine} cannot open its database: ${opened.error.code}`)
    const sabotage = planted.product ?? {}
    for (const { name, dev, store } of places) {
      checkJournal(world, name, opening.raw, store)
      ledger.check(name, opening.raw, store)
      const replica = createReplica({ store, dev, database: opened.value, clock, sabotage })
      const watching = { world, ledger, network, planted, name, raw: opening.raw }
      lives.set(store, { disk: opening, replica: watchReplica(replica, watching) })
    }
    world.log(machine, 'started')
    for (const node of nodes) {
      const life = lives.get(node.store)
      if (life !== undefined) onUp(node, life)
    }
  }

  function loseDisk(empty: boolean): void {
    if (disk === null || (kept === null && !empty)) return
    for (const { name } of places) ledger.forget(name)
    disk.crash('and its disk is gone')
    image = empty ? blank : kept
    world.sometimes(`${machine} ${empty ? 'replaced by a new one' : 'restored from a backup'}`)
  }

  const nodes = places.map((place): Node => ({
    ...place,
    clock,
    life: () => lives.get(place.store) ?? null,
    boot,
    crash: (reason) => disk?.crash(reason),
    arm: (point) => disk?.arm(point),
    fill: (room) => disk?.fill(room),
    keepBackup: () => {
      kept = disk?.backup() ?? kept
    },
    loseDisk,
  }))
  return nodes
}
