import type Database from 'better-sqlite3-multiple-ciphers'
import type { Head } from '#database/journal.ts'
import type { World } from './world.ts'

/** What each node has promised to keep, whatever happens to it next (I1). */
export interface Ledger {
  promise(holder: string, dev: string, head: Head, why: string, txnId?: string): void
  /** An older copy of its disk was put in its place: what only it had promised is gone with the newer one. */
  forget(holder: string): void
  /** Whether a node that has just started still holds what it promised. */
  check(holder: string, raw: Database.Database): void
  /** Whether one replica holds everything that anyone ever promised. */
  checkAll(holder: string, raw: Database.Database): void
}

interface Promised extends Head {
  readonly why: string
  /** The action, where an event is promised and not a head. */
  readonly txnId: string | undefined
}

/** A device's log is a chain, so its furthest promised event stands for all before it. */
export function createLedger(world: World): Ledger {
  const promises = new Map<string, Map<string, Promised>>()

  function verify(holder: string, raw: Database.Database, promised: ReadonlyMap<string, Promised>): void {
    for (const [dev, { seq, hash, why, txnId }] of promised) {
      const row = raw.prepare('select hash from journal where dev = ? and seq = ?').get(dev, seq) as
        | Row
        | undefined
      if (row?.hash === hash) continue
      if (txnId !== undefined && isBroughtAgain(raw, txnId)) continue
      if (!why.startsWith('own act') && isSetAside(raw, dev, seq)) continue
      const found = row === undefined ? 'is lost' : 'has another hash'
      world.fail('I1', `at ${holder}, event ${dev}/${seq} (${why}) ${found}`)
    }
  }

  return {
    forget: (holder) => void promises.delete(holder),
    promise(holder, dev, { seq, hash }, why, txnId) {
      const own = promises.get(holder) ?? new Map<string, Promised>()
      promises.set(holder, own)
      if (seq > (own.get(dev)?.seq ?? 0)) own.set(dev, { seq, hash, why, txnId })
    },
    check: (holder, raw) => verify(holder, raw, promises.get(holder) ?? new Map()),
    checkAll(holder, raw) {
      for (const promised of promises.values()) verify(holder, raw, promised)
    },
  }
}

/** After a fork the author wrote the same action again under its new id. */
function isBroughtAgain(raw: Database.Database, txnId: string): boolean {
  return raw.prepare('select 1 from journal where txn_id = ?').get(txnId) !== undefined
}

/** Whoever else had it keeps it apart, for the author to bring again. */
function isSetAside(raw: Database.Database, dev: string, seq: number): boolean {
  const aside = raw.prepare(`select 1 from quarantine where dev = ? and seq = ? and reason = 'fork'`)
  return aside.get(dev, seq) !== undefined
}

interface Row {
  readonly hash: string
}
