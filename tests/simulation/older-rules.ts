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
  /** How far each log was when they came: what lay before a gap may have come meanwhile, and they come once more. */
  readonly before: ReadonlyMap<string, number>
  readonly events: readonly unknown[]
  /** Events that nobody wrote so, by `sentKey`. */
  readonly spoilt: readonly ReadonlySet<string>[]
  readonly mayFork: (dev: string) => boolean
}

/** How far each log is. */
export function headsIn(raw: Database.Database, store: string): ReadonlyMap<string, number> {
  const rows = raw.prepare('select dev, seq from heads where store = ?').all(store)
  return new Map((rows as { readonly dev: string; readonly seq: number }[]).map(({ dev, seq }) => [dev, seq]))
}

/** Whatever follows and was brought whole is here now, known or not: nothing waits for an update. (I6) */
export function checkTakenIn(world: World, name: string, brought: Brought): void {
  const { raw, store, before, spoilt, mayFork } = brought
  if (!raw.open) return
  const events = brought.events as readonly Envelope[]
  const now = headsIn(raw, store)
  const waits = (dev: string, seq: number): boolean =>
    (before.get(dev) ?? 0) + 1 === seq && (now.get(dev) ?? 0) + 1 === seq
  for (const { dev, seq, txn, type } of events) {
    if (txn.i > 0 || mayFork(dev) || !waits(dev, seq)) continue
    const parts = events.filter((event) => event.dev === dev && event.txn.id === txn.id)
    const isWhole =
      parts.length === txn.n && parts.every((event) => !spoilt.some((set) => set.has(sentKey(event))))
    if (isWhole) world.fail('I6', `${name}: an older program was brought ${type} ${dev}/${seq} and left it`)
  }
}
