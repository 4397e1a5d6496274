import { readBases, writeBases } from '#database/bases.ts'
import { entityKey, readEntities, type Entity } from '#database/entities.ts'
import type { Head, Heads } from '#database/journal.ts'
import { removeEntities } from '#database/projections/remove-entities.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import { deleteHistories, readReach, type Reach } from '#database/queries/prune.ts'
import type { Tx } from '#database/schema.ts'
import type { Sabotage } from '#sync/ports.ts'

/** Behind what an event must lie to go. */
export interface Behind {
  /** How far the farthest store has each device's log. */
  readonly acknowledged: Heads
  /** In corrected milliseconds since 1970: what was written since stays. */
  readonly before: number
  readonly sabotage?: Sabotage
}

/**
 * Takes entities out of the journal and the tables at once, if every event of theirs is acknowledged, old and
 * understood; else nothing. Each log's base rises to the last of its events that went: what this replica holds then
 * is what it would hold had it joined later. [PRUNE1] [PRUNE3]
 */
export async function letGo(tx: Tx, store: string, refs: readonly Ref[], behind: Behind): Promise<boolean> {
  const reach = await readReach(tx, store, refs)
  if (!reach.every((one) => isBehind(one, behind))) return false
  await removeEntities(tx, store, refs)
  await deleteHistories(tx, store, refs)
  await raiseBases(tx, store, reach, behind.sabotage)
  return true
}

/** The entities that are here, if all of `refs` are, are known whole and may be written to. */
export async function readWritable(
  tx: Tx,
  store: string,
  refs: readonly Ref[],
): Promise<readonly Entity[] | null> {
  const found = await readEntities(tx, store, refs)
  const entities = refs.map(({ type, id }) => found.get(entityKey(type, id)))
  const sound = entities.filter((one) => one !== undefined && one.state !== null && !one.readOnly)
  return sound.length === refs.length ? (sound as readonly Entity[]) : null
}

function isBehind({ dev, seq, latest, folded }: Reach, { acknowledged, before, sabotage }: Behind): boolean {
  const reached = acknowledged.get(dev)?.seq ?? 0
  return folded && latest < before && (seq <= reached || sabotage?.pruneUnsafe === true)
}

async function raiseBases(
  tx: Tx,
  store: string,
  reach: readonly Reach[],
  sabotage: Sabotage = {},
): Promise<void> {
  if (sabotage.pruneNoBase === true) return
  const bases = await readBases(tx, store)
  const raised = reach.filter(({ dev, seq }) => seq > (bases.get(dev)?.seq ?? 0))
  await writeBases(
    tx,
    store,
    new Map(raised.map(({ dev, seq, hash }): [string, Head] => [dev, { seq, hash }])),
  )
}
