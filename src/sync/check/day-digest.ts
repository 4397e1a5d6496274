import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '#domain/event/canonical.ts'
import { EVENT_VERSIONS } from '#domain/event/event.ts'
import { FOLD_VERSION } from '#domain/event/fold.ts'
import type { Heads } from '#database/journal.ts'
import { SCHEMA_VERSION } from '#database/migrations.ts'
import { readDayRows } from '#database/queries/day-rows.ts'
import type { Db } from '#database/schema.ts'
import { fromWire, type ExchangeRequest } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'

/** Programs with the same mark make the same tables of the same events; others are not compared. */
export function programMark(): string {
  const known = { fold: FOLD_VERSION, schema: SCHEMA_VERSION, events: EVENT_VERSIONS }
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(known)))).slice(0, 16)
}

/** SHA-256 over everything the tables hold of one business date, in canonical form: the same on every engine. */
export async function digestDay(db: Db, store: string, businessDate: string): Promise<string> {
  const hash = sha256.create()
  for (const line of (await readDayRows(db, store, businessDate)).lines) hash.update(utf8ToBytes(`${line}\n`))
  return bytesToHex(hash.digest())
}

/**
 * The business dates among the asker's digests that look otherwise here; undefined when nothing can be said: the two
 * are not at the same heads, or not programs of the same mark. [SELF1]
 */
export async function compareDays(
  { db, store, heads: readHeads }: Pick<Replica, 'db' | 'store' | 'heads'>,
  ours: Heads,
  { digests, heads }: ExchangeRequest,
): Promise<readonly string[] | undefined> {
  if (digests === undefined || digests.by !== programMark()) return undefined
  if (!sameHeads(ours, fromWire(heads))) return undefined
  const differing: string[] = []
  for (const [date, digest] of Object.entries(digests.days)) {
    if ((await digestDay(db, store, date)) !== digest) differing.push(date)
  }
  // What came in while the tables were read may be in them already.
  return sameHeads(ours, await readHeads()) ? differing : undefined
}

export function sameHeads(a: Heads, b: Heads): boolean {
  if (a.size !== b.size) return false
  return [...a].every(([dev, head]) => b.get(dev)?.hash === head.hash && b.get(dev)?.seq === head.seq)
}
