import type Database from 'better-sqlite3-multiple-ciphers'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Tx } from '#database/schema.ts'
import { UNKNOWN } from './older.ts'
import { sentKey } from './tamper.ts'
import type { World } from './world.ts'

/** What an older program must not overlook it does not change either: told from the journal alone. (I6) */
export async function checkReadable(
  world: World,
  name: string,
  tx: Tx,
  store: string,
  drafts: readonly Draft[],
): Promise<void> {
  for (const { ent, event } of drafts) {
    const unread = await tx
      .selectFrom('journal')
      .select('type')
      .where('store', '=', store)
      .where('ent_type', '=', ent.type)
      .where('ent_id', '=', ent.id)
      .where('crit', '=', 1)
      .where('type', 'in', [...UNKNOWN])
      .limit(1)
      .executeTakeFirst()
    if (unread !== undefined)
      world.fail(
        'I6',
        `${name}: an older program wrote ${event.type} on ${ent.id} and cannot read ${unread.type}`,
      )
  }
}

export interface Brought {
  readonly raw: Database.Database
  readonly store: string
  readonly events: readonly unknown[]
  /** Events that nobody wrote so, by `sentKey`. */
  readonly spoilt: readonly ReadonlySet<string>[]
  readonly mayFork: (dev: string) => boolean
}

/** Whatever follows and was brought whole is here now, known or not: nothing waits for an update. (I6) */
export function checkTakenIn(world: World, name: string, brought: Brought): void {
  const { raw, store, spoilt, mayFork } = brought
  if (!raw.open) return
  const events = brought.events as readonly Envelope[]
  const find = raw.prepare('select seq from heads where store = ? and dev = ?').pluck()
  for (const { dev, seq, txn, type } of events) {
    if (txn.i > 0 || mayFork(dev) || ((find.get(store, dev) as number | undefined) ?? 0) + 1 !== seq) continue
    const parts = events.filter((event) => event.dev === dev && event.txn.id === txn.id)
    const isWhole =
      parts.length === txn.n && parts.every((event) => !spoilt.some((set) => set.has(sentKey(event))))
    if (isWhole) world.fail('I6', `${name}: an older program was brought ${type} ${dev}/${seq} and left it`)
  }
}
