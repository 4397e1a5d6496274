import type Database from 'better-sqlite3-multiple-ciphers'
import type { Head } from '#database/journal.ts'
import { basesOf } from './invariants.ts'
import type { World } from './world.ts'

/** What each node has promised to keep, whatever happens to it next (I1). */
export interface Ledger {
  /** `txnId`: the action, where one event is promised and not all of a log. */
  promise(holder: string, dev: string, head: Head, why: string, txnId?: string): void
  /** Whether a node that has just started still holds what it promised. */
  check(holder: string, raw: Database.Database, store: string): void
  /** Whether one replica holds everything that any of these ever promised; `server`: what is set aside is there. */
  checkAll(holder: string, raws: Raws, store: string, all: readonly string[]): void
  /** Whether it has promised to keep all that this device wrote up to here. */
  keeps(holder: string, dev: string, seq: number): boolean
  /** Its disk is gone: others hold what it promised, or nobody does. */
  forget(holder: string): void
  /** Its disk is gone, and what only it knew is nobody's. What a server acknowledged is the server's promise. */
  drop(holder: string): void
  /** Disks with this device's log were copied: from now on it may fork. */
  copied(store: string, dev: string): void
  mayFork(store: string, dev: string): boolean
}

export interface Raws {
  readonly raw: Database.Database
  readonly server: Database.Database
}

interface Promised extends Head {
  readonly why: string
  readonly txnId: string | undefined
}

/** By device, in the order they were made. */
type Promises = Map<string, Promised[]>

export function createLedger(world: World): Ledger {
  const promises = new Map<string, Promises>()
  const lost: [string, Promises][] = []
  const forking = new Set<string>()

  function verify(holder: string, { raw, server }: Raws, store: string, promised: Promises): void {
    const bases = basesOf(raw, store)
    // Of what it let go of, its server tells.
    const told = bases.size > 0 ? server : raw
    const find = raw.prepare('select hash from journal where store = ? and dev = ? and seq = ?')
    for (const [dev, all] of promised) {
      const mayFork = forking.has(`${store} ${dev}`)
      // A log is a chain: its furthest event stands for all before it, unless it was taken back.
      for (const { seq, hash, why, txnId } of mayFork ? all : all.slice(-1)) {
        const row = find.get(store, dev, seq) as Row | undefined
        if (row?.hash === hash) continue
        // Let go of, behind the farthest store's promise.
        if (row === undefined && seq <= (bases.get(dev)?.seq ?? 0)) continue
        // Whether what it let go of was written again it cannot tell by itself.
        if (mayFork && bases.size > 0 && raw === server) continue
        const aside = { store, dev, seq, hash }
        if (txnId !== undefined && mayFork && (isBroughtAgain(told, txnId) || isAside(server, aside)))
          continue
        const found = row === undefined ? 'is lost' : 'has another hash'
        world.fail('I1', `at ${holder}, event ${dev}/${seq} (${why}) ${found}`)
      }
    }
  }

  return {
    promise(holder, dev, { seq, hash }, why, txnId) {
      const own = promises.get(holder) ?? new Map<string, Promised[]>()
      promises.set(holder, own)
      const all = own.get(dev) ?? []
      own.set(dev, all)
      if (seq > (all.at(-1)?.seq ?? 0)) all.push({ seq, hash, why, txnId })
    },
    check: (holder, raw, store) =>
      verify(holder, { raw, server: raw }, store, promises.get(holder) ?? new Map()),
    checkAll(holder, raws, store, all) {
      for (const [name, promised] of [...promises, ...lost]) {
        if (all.includes(name)) verify(holder, raws, store, promised)
      }
    },
    keeps: (holder, dev, seq) => (promises.get(holder)?.get(dev)?.at(-1)?.seq ?? 0) >= seq,
    forget(holder) {
      const own = promises.get(holder)
      if (own !== undefined) lost.push([holder, own])
      promises.delete(holder)
    },
    drop: (holder) => void promises.delete(holder),
    copied: (store, dev) => void forking.add(`${store} ${dev}`),
    mayFork: (store, dev) => forking.has(`${store} ${dev}`),
  }
}

/** After a fork the author wrote the same action again under its new id. */
function isBroughtAgain(raw: Database.Database, txnId: string): boolean {
  return raw.prepare('select 1 from journal where txn_id = ?').get(txnId) !== undefined
}

/** Whoever else had it set it aside, word for word. */
function isAside(raw: Database.Database, { store, dev, seq, hash }: Aside): boolean {
  const found = raw
    .prepare(
      `select 1 from quarantine where store = ? and dev = ? and seq = ? and reason = 'fork' and instr(body, ?) > 0`,
    )
    .get(store, dev, seq, hash)
  return found !== undefined
}

interface Aside {
  readonly store: string
  readonly dev: string
  readonly seq: number
  readonly hash: string
}

interface Row {
  readonly hash: string
}
