import Database from 'better-sqlite3-multiple-ciphers'
import type { Connection, ConnectionSource, SqlRow } from '#database/connection.ts'
import { createMutex } from '#database/mutex.ts'
import { CrashSignal } from './crash.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

export const CRASH_PLACES = [
  'in_txn',
  'before_commit',
  'after_commit',
  'before_flush',
  'in_flush',
  'after_flush',
] as const
export type CrashPlace = (typeof CRASH_PLACES)[number]

/** The power goes when this place is passed for the `countdown`-th time. */
export interface CrashPoint {
  readonly place: CrashPlace
  readonly countdown: number
}

/** What the platter held after a power cut; null is an empty disk. */
export type Image = Buffer | null

/** A SQLite database in memory that loses what was not flushed when its power goes. */
export interface Disk {
  readonly source: ConnectionSource
  /** To look at, between two steps of the simulation. */
  readonly raw: Database.Database
  /** How many committed transactions changed something: what it counts, the tables were at. */
  version(): number
  arm(point: CrashPoint | null): void
  crash(reason: string): void
}

export interface DiskOptions {
  readonly world: World
  readonly random: Random
  readonly image: Image
  /** How long a flush takes. */
  readonly flushMs: () => number
  readonly onCrash: (image: Image, reason: string) => void
}

interface Commit {
  readonly version: number
  readonly image: Image
}

// Without a flush (a planted bug) the list would grow for ever; the first one is the flushed one and stays.
const COMMITS_KEPT = 12

export function openDisk({ world, random, image, flushMs, onCrash }: DiskOptions): Disk {
  const raw = new Database(image ?? ':memory:')
  // Small pages, small images: one is taken with every commit.
  if (image === null) raw.pragma('page_size = 1024')
  let commits: Commit[] = [{ version: 0, image }]
  let version = 0
  let wrote = false
  let dead = false
  let armed: CrashPoint | null = null

  function crash(reason: string): void {
    if (dead) return
    dead = true
    const kept = survivor()
    raw.close()
    onCrash(kept, reason)
  }

  /** The flushed state, and after it none, some or all of the later transactions: always whole ones, in order. */
  function survivor(): Image {
    const flushed = commits[0]
    const last = commits.at(-1)
    if (commits.length === 1) return flushed?.image ?? null
    world.sometimes('crash with a committed, unflushed transaction')
    const drawn = random.next()
    const kept = drawn < 0.5 ? flushed : drawn < 0.7 ? last : random.pick(commits)
    world.sometimes(kept === last ? 'unflushed transactions kept' : 'unflushed transactions lost')
    return kept?.image ?? null
  }

  /** Whether the armed place is passed for the last time. */
  function isHit(place: CrashPlace): boolean {
    if (dead) throw new CrashSignal(place)
    if (armed?.place !== place) return false
    armed = armed.countdown > 1 ? { place, countdown: armed.countdown - 1 } : null
    if (armed === null) world.sometimes(`crash ${place.replace('_', ' ')}`)
    return armed === null
  }

  function pass(place: CrashPlace): void {
    if (!isHit(place)) return
    crash(place)
    throw new CrashSignal(place)
  }

  function committed(): void {
    if (!wrote) return
    version += 1
    commits.push({ version, image: raw.serialize() })
    if (commits.length > COMMITS_KEPT) commits.splice(1 + random.int(0, COMMITS_KEPT - 3), 1)
  }

  function flushed(mark: number): void {
    const first = commits.findLastIndex((commit) => commit.version <= mark)
    commits = commits.slice(Math.max(0, first))
  }

  async function flush(): Promise<void> {
    pass('before_flush')
    const mark = version
    const delay = flushMs()
    if (delay > 0 && isHit('in_flush')) world.at(random.int(0, delay - 1), () => crash('in_flush'))
    if (delay > 0) await new Promise<void>((resolve) => world.at(delay, resolve))
    if (dead) throw new CrashSignal('flush')
    flushed(mark)
    pass('after_flush')
  }

  const prepare = createStatements(raw)
  const connection: Connection = {
    async execute(sql, params) {
      if (dead) throw new CrashSignal('statement')
      const write = /^(insert|update|delete|create)/.test(sql)
      if (sql.startsWith('begin')) wrote = false
      if (sql === 'commit') pass('before_commit')
      else if (write) pass('in_txn')
      const statement = prepare(sql)
      if (statement.reader) return { rows: statement.all(...params) as SqlRow[], changes: 0 }
      const { changes } = statement.run(...params)
      if (write) wrote = true
      if (sql === 'commit') {
        committed()
        if (wrote) pass('after_commit')
      }
      return { rows: [], changes }
    },
  }
  const mutex = createMutex()
  const source: ConnectionSource = {
    dialect: 'sqlite',
    acquire: async () => {
      await mutex.lock()
      return connection
    },
    release: async () => mutex.unlock(),
    flush,
    close: async () => {},
  }
  return { source, raw, version: () => version, arm: (point) => (armed = point), crash }
}

function createStatements(raw: Database.Database): (sql: string) => Database.Statement {
  const known = new Map<string, Database.Statement>()
  return (sql) => {
    const found = known.get(sql)
    if (found !== undefined) return found
    const statement = raw.prepare(sql)
    known.set(sql, statement)
    return statement
  }
}
