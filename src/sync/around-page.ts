import type { SqlDialect } from '#database/connection.ts'
import { askEntities, type Entity } from '#database/entities.ts'
import { askHeadsOf, askKnownTxns, type Heads } from '#database/journal.ts'
import { lockAll } from '#database/locks.ts'
import type { Tx } from '#database/schema.ts'
import type { Asked } from '#database/statement.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { entityLock } from './fold-entities.ts'
import type { Quarantined } from '#database/quarantine.ts'
import { isGuarded } from './servers.ts'

interface Place {
  readonly store: string
  readonly dialect: SqlDialect
}

/** What is here of what a page speaks of, locked, and told when it is wanted. */
export interface AroundPage {
  readonly heads: Asked<Heads>
  /** Which of its actions are in the journal. */
  readonly txns: Asked<ReadonlySet<string>>
  readonly entities: Asked<ReadonlyMap<string, Entity>>
}

/** Asks for all of it at once: between a cloud and its PostgreSQL each question on its own is a journey. */
export async function askAround(
  tx: Tx,
  { store, dialect }: Place,
  events: readonly Envelope[],
  refused: readonly Quarantined[],
): Promise<AroundPage> {
  const devs = new Set(events.map(({ dev }) => dev))
  await lockAll(
    tx,
    dialect,
    [...devs, ...refused.map(({ dev }) => dev)].map((dev) => headLock(store, dev)),
  )
  const heads = await askHeadsOf(tx, store, [...devs])
  const firsts = events.filter(({ txn }) => txn.i === 0)
  const txns = await askKnownTxns(
    tx,
    store,
    firsts.map(({ txn }) => txn.id),
  )
  await lockPage(tx, { store, dialect }, events)
  const refs = events.map(({ entType: type, entId: id }) => ({ type, id }))
  return { heads, txns, entities: await askEntities(tx, store, refs) }
}

/** Whoever writes events holds what they change. */
export async function lockPage(
  tx: Tx,
  { store, dialect }: Place,
  events: readonly Envelope[],
): Promise<void> {
  // Rare, and one after the other: whom a store trusts must not change while another page asks.
  if (events.some(isGuarded)) await lockAll(tx, dialect, [`servers ${store}`])
  await lockAll(
    tx,
    dialect,
    events.map(({ entType: type, entId: id }) => entityLock(store, { type, id })),
  )
}

/** The name of the lock that whoever writes a device's log holds. */
export function headLock(store: string, dev: string): string {
  return `head ${store} ${dev}`
}
