import type Database from 'better-sqlite3-multiple-ciphers'
import type { Head } from '#database/journal.ts'
import type { World } from './world.ts'

/** What each node has promised to keep, whatever happens to it next (I1). */
export interface Ledger {
  /** `txnId`: the action, where one event is promised and not all of a log. */
  promise(holder: string, dev: string, head: Head, why: string, txnId?: string): void
  /** Whether a node that has just started still holds what it promised. */
  check(holder: string, raw: Database.Database, store: string): void
  /** Whether one replica holds everything that any of these ever promised. */
  checkAll(holder: string, raw: Database.Database, store: string, all: readonly string[]): void
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

interface Promised extends Head {
  readonly why: string
  readonly txnId: string | undefined
}

/** A device's log is a chain, so its furthest promised event stands for all before it. */
export function createLedger(world: World): Ledger {
  const promises = new Map<string, Map<string, Promised>>()
  const lost: [string, ReadonlyMap<string, Promised>][] = []
  const forking = new Set<string>()

  function verify(
    holder: string,
    raw: Database.Database,
    store: string,
    promised: ReadonlyMap<string, Promised>,
  ): void {
    const find = raw.prepare('select hash from journal where store = ? and dev = ? and seq = ?')
    for (const [dev, { seq, hash, why, txnId }] of promised) {
      const row = find.get(store, dev, seq) as Row | undefined
      if (row?.hash === hash) continue
      if (txnId !== undefined && forking.has(`${store} ${dev}`) && isBroughtAgain(raw, dev, seq, txnId))
        continue
      const found = row === undefined ? 'is lost' : 'has another hash'
      world.fail('I1', `at ${holder}, event ${dev}/${seq} (${why}) ${found}`)
    }
  }

  return {
    promise(holder, dev, { seq, hash }, why, txnId) {
      const own = promises.get(holder) ?? new Map<string, Promised>()
      promises.set(holder, own)
      if (seq > (own.get(dev)?.seq ?? 0)) own.set(dev, { seq, hash, why, txnId })
    },
    check: (holder, raw, store) => verify(holder, raw, store, promises.get(holder) ?? new Map()),
    checkAll(holder, raw, store, all) {
      for (const [name, promised] of [...promises, ...lost]) {
        if (all.includes(name)) verify(holder, raw, store, promised)
      }
    },
    keeps: (holder, dev, seq) => (promises.get(holder)?.get(dev)?.seq ?? 0) >= seq,
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

/** After a fork the author wrote the same action again under its new id; whoever else had it set it aside. */
function isBroughtAgain(raw: Database.Database, dev: string, seq: number, txnId: string): boolean {
  const again = raw.prepare('select 1 from journal where txn_id = ?').get(txnId)
  const aside = raw
    .prepare(`select 1 from quarantine where dev = ? and seq = ? and reason = 'fork'`)
    .get(dev, seq)
  return again !== undefined || aside !== undefined
}

interface Row {
  readonly hash: string
}
