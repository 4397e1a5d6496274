import { openDatabase } from '#database/open.ts'
import { catchUp } from '#sync/catch-up.ts'
import { NO_HISTORY, openHistory } from '#sync/history/history.ts'
import { createReplica } from '#sync/replica.ts'
import type { NodeClock } from './clock.ts'
import { openDisk, type Disk } from './disk.ts'
import { identify } from './identity.ts'
import { checkJournal } from './invariants.ts'
import type { Ledger } from './ledger.ts'
import type { Network } from './network.ts'
import type { Life, Node } from './node.ts'
import { UNKNOWN } from './older.ts'
import type { Planted } from './planted.ts'
import type { Image } from './platter.ts'
import type { Random } from './random.ts'
import { SIGNING } from './signing.ts'
import { watchReplica } from './watched-replica.ts'
import type { World } from './world.ts'

export interface MachineOptions {
  readonly world: World
  readonly ledger: Ledger
  readonly network: Network
  readonly random: Random
  readonly clock: NodeClock
  readonly planted: Planted
  /** What an empty disk holds. */
  readonly blank: Image
  /** What its disk holds before its first start, where that is not empty. */
  readonly image?: Image
  readonly flushMs: number
  readonly restartMs: number
  /** It begins with an older program. */
  readonly older: boolean
  /** It may let go of its past, or begin without one. */
  readonly inPart: boolean
  /** The ids that what is on its disk may name it by. */
  readonly ids: Iterable<string>
  /** The replicas it holds, in one database. */
  readonly places: readonly Pick<Node, 'name' | 'dev' | 'store'>[]
  readonly onUp: (node: Node, life: Life) => void
}

/** A machine as it stands: what is on its disk, and what runs on it. */
interface Rig {
  /** What its next start finds. */
  image: Image
  kept: Image
  disk: Disk | null
  disks: number
  older: boolean
  joinedAs: string | null
  /** Its data is gone, and it has not joined again. */
  isNobody: boolean
  lives: ReadonlyMap<string, Life>
  readonly ids: Set<string>
}

/** A machine: its memory dies with its power, its disk does not. Its nodes live and die together. */
export function createMachine(options: MachineOptions): readonly Node[] {
  const { world, random, planted, flushMs, restartMs, places, onUp } = options
  const machine = places[0]?.name ?? ''
  const rig: Rig = {
    image: options.image ?? options.blank,
    kept: null,
    disk: null,
    disks: 1,
    older: options.older,
    joinedAs: null,
    isNobody: false,
    lives: new Map(),
    ids: new Set([...options.ids, ...places.map(({ dev }) => dev)]),
  }

  function onCrash(left: Image, reason: string): void {
    world.log(machine, `power cut ${reason}`)
    Object.assign(rig, { image: left, disk: null, lives: new Map() } satisfies Partial<Rig>)
    world.at(random.int(restartMs / 2, restartMs), () => world.start(machine, boot()))
  }

  async function boot(): Promise<void> {
    if (rig.disk !== null || rig.isNobody) return
    const delayMs = () => random.int(0, flushMs)
    const disk = openDisk({ world, random, image: rig.image, flushMs: delayMs, onCrash, planted })
    rig.disk = disk
    const started = await startReplicas(options, rig, disk)
    if (started === null || rig.disk !== disk) return
    rig.lives = started
    world.log(machine, rig.older ? 'started, an older program' : 'started')
    for (const node of nodes) {
      const life = started.get(node.store)
      if (life !== undefined) onUp(node, life)
    }
  }

  const diskOf = createDiskChanges(options, rig, boot)
  const nodes = places.map((place): Node => ({
    ...place,
    ...diskOf,
    ids: rig.ids,
    clock: options.clock,
    life: () => rig.lives.get(place.store) ?? null,
    boot,
    crash: (reason) => rig.disk?.crash(reason),
    arm: (point) => rig.disk?.arm(point),
    fill: (room) => rig.disk?.fill(room),
    isOlder: () => rig.older,
    update() {
      if (!rig.older) return
      rig.older = false
      rig.disk?.crash('for its update')
    },
  }))
  return nodes
}

type DiskChanges = Pick<Node, 'keepBackup' | 'loseDisk' | 'copy' | 'restore' | 'wipe' | 'join' | 'disks'>

/** What becomes of a machine's disk besides being written. */
function createDiskChanges(
  { world, ledger, blank, places }: MachineOptions,
  rig: Rig,
  boot: () => Promise<void>,
): DiskChanges {
  const machine = places[0]?.name ?? ''

  /** The next start finds this on its disk. */
  function replace(reason: string, by: Image): void {
    rig.disk?.crash(reason)
    rig.image = by
    rig.disks += 1
  }

  return {
    keepBackup: () => {
      rig.kept = rig.disk?.backup() ?? rig.kept
    },
    loseDisk(empty) {
      if (rig.disk === null || (rig.kept === null && !empty)) return
      for (const { name } of places) ledger.forget(name)
      replace('and its disk is gone', empty ? blank : rig.kept)
      world.sometimes(`${machine} ${empty ? 'replaced by a new one' : 'restored from a backup'}`)
    },
    copy: () => (rig.lives.size > 0 ? (rig.disk?.safe() ?? null) : null),
    restore(older) {
      ledger.drop(machine)
      replace('and an older copy of its disk is put back', older)
    },
    wipe() {
      ledger.drop(machine)
      replace('and all its data is wiped', blank)
      rig.isNobody = true
    },
    join(dev) {
      rig.ids.add(dev)
      rig.joinedAs = dev
      rig.isNobody = false
      world.start(machine, boot())
    },
    disks: () => rig.disks,
  }
}

/** Opens what is on the disk, and what the program makes of it. */
async function startReplicas(
  { world, ledger, network, clock, planted, places, inPart }: MachineOptions,
  { joinedAs, older, ids }: Rig,
  disk: Disk,
): Promise<Map<string, Life> | null> {
  const machine = places[0]?.name ?? ''
  const lives = new Map<string, Life>()
  const opened = await openDatabase(disk.source)
  if (!opened.ok) {
    world.fail('I6', `${machine} cannot open its database: ${opened.error.code}`)
    return null
  }
  const database = opened.value
  const sabotage = { ...planted.product, ...(older && { unknown: UNKNOWN }) }
  for (const { name, dev: first, store } of places) {
    checkJournal(world, name, disk.raw, store)
    ledger.check(name, disk.raw, store)
    if (planted.noCatchUp !== true && (await catchUp(database, store, null, sabotage)) > 0)
      world.sometimes('folded after an update')
    const dev = await identify(database.db, store, joinedAs ?? first)
    ids.add(dev)
    const replica = createReplica({ store, dev, database, clock, signing: SIGNING, sabotage })
    const watching = { world, ledger, network, planted, name, raw: disk.raw, older, ids }
    const watched = watchReplica(replica, watching)
    const history = inPart ? await openHistory(watched, () => clock.corrected()) : NO_HISTORY
    lives.set(store, { disk, replica: watched, database, history })
  }
  return lives
}
