import Database from 'better-sqlite3-multiple-ciphers'
import type { Connection, ConnectionSource, SqlRow } from '#database/connection.ts'
import { createMutex } from '#database/mutex.ts'
import { CrashSignal } from './crash.ts'
import { DiskFull } from './disk-full.ts'
import type { Planted } from './planted.ts'
import { createPlatter, type Image } from './platter.ts'
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

/** A SQLite database in memory that loses what was not flushed when its power goes. */
export interface Disk {
  readonly source: ConnectionSource
  /** To look at, between two steps of the simulation. */
  readonly raw: Database.Database
  /** How many committed transactions changed something: what it counts, the tables were at. */
  version(): number
  arm(point: CrashPoint | null): void
  /** From now on there is room for so many writes and no more; null: there is room again. */
  fill(room: number | null): void
  /** What a backup taken now would hold. */
  backup(): Image
  /** What a copy of the disk itself would hold, whatever is not flushed. */
  safe(): Image
  crash(reason: string): void
}

export interface DiskOptions {
  readonly world: World
  readonly random: Random
  readonly image: Image
  /** How long a flush takes. */
  readonly flushMs: () => number
  readonly onCrash: (image: Image, reason: string) => void
  readonly planted: Planted
}

export function openDisk(options: DiskOptions): Disk {
  const { world, random, image, flushMs, onCrash, planted } = options
  const raw = new Database(image ?? ':memory:')
  // Small pages, small images: one is taken with every commit.
  if (image === null) raw.pragma('page_size = 1024')
  const platter = createPlatter(world, random, image)
  let wrote = false
  let dead = false
  const room = createRoom(world)
  let armed: CrashPoint | null = null

  function crash(reason: string): void {
    if (dead) return
    dead = true
    const kept = platter.survivor()
    raw.close()
    onCrash(kept, reason)
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

  async function flush(): Promise<void> {
    pass('before_flush')
    const mark = platter.version()
    const delay = flushMs()
    if (delay > 0 && isHit('in_flush')) world.at(random.int(0, delay - 1), () => crash('in_flush'))
    if (delay > 0) await new Promise<void>((resolve) => world.at(delay, resolve))
    if (dead) throw new CrashSignal('flush')
    if (planted.flushLies !== true) platter.flushed(mark)
    pass('after_flush')
  }

  const prepare = createStatements(raw)
  const rewrite = planted.sql ?? ((text: string) => text)
  const connection: Connection = {
    async execute(asked, params) {
      const sql = planted.rollbackKeeps === true && asked === 'rollback' ? 'commit' : rewrite(asked)
      if (dead) throw new CrashSignal('statement')
      const write = /^(insert|update|delete|create)/.test(sql)
      if (sql.startsWith('begin')) wrote = false
      if (sql === 'commit') pass('before_commit')
      else if (write) pass('in_txn')
      if (write || (sql === 'commit' && wrote)) room.take(wrote)
      const statement = prepare(sql)
      if (statement.reader) return { rows: statement.all(...params) as SqlRow[], changes: 0 }
      const { changes } = statement.run(...params)
      if (write) wrote = true
      if (sql === 'commit' && wrote) {
        platter.committed(raw.serialize())
        pass('after_commit')
      }
      return { rows: [], changes }
    },
  }
  const arm = (point: CrashPoint | null) => (armed = point)
  const source = sourceOf(connection, flush, planted)
  const { version, latest: backup, safe } = platter
  return { source, raw, version, arm, fill: room.fill, backup, safe, crash }
}

/** A disk may become full in the middle of an action, and with its commit. */
function createRoom(world: World) {
  let room: number | null = null
  return {
    fill: (now: number | null): void => void (room = now),
    take(begun: boolean): void {
      if (room === null) return
      room -= 1
      if (room >= 0) return
      world.sometimes(begun ? 'disk full in the middle of an action' : 'disk full')
      throw new DiskFull()
    },
  }
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

/** One session, lent in turn. */
function sourceOf(
  connection: Connection,
  flush: () => Promise<void>,
  { noMutex = false }: Planted,
): ConnectionSource {
  const mutex = createMutex()
  return {
    dialect: 'sqlite',
    acquire: async () => {
      if (!noMutex) await mutex.lock()
      return connection
    },
    release: async () => {
      if (!noMutex) mutex.unlock()
    },
    flush,
    close: async () => {},
  }
}
