import { canonicalJson } from '#domain/event/canonical.ts'
import { entityKey, writeEntities, type Entity } from '#database/entities.ts'
import { readWholeHistories } from '#database/histories.ts'
import { project } from '#database/projections/project.ts'
import { removeEntities } from '#database/projections/remove-entities.ts'
import type { Tx } from '#database/schema.ts'
import { foldHistory } from './fold-entities.ts'
import type { Sabotage } from './ports.ts'
import { readServers } from './servers.ts'

interface Rebuilding {
  readonly store: string
  /** See `readEvent`. */
  readonly recordAuthor: string | null
  /**
   * What becomes of an entity without an event here. Kept where its events were pruned: nothing could be made of it.
   * Removed where they were taken back.
   */
  readonly eventless: 'keep' | 'remove'
  readonly sabotage?: Sabotage
}

/**
 * Entities and their tables from the journal alone, whatever they were before. The caller holds the locks. Resolves
 * to the entities as they stand now, the removed ones empty.
 */
export async function rebuildEntities(
  tx: Tx,
  refs: readonly { readonly type: string; readonly id: string }[],
  { store, recordAuthor, eventless, sabotage = {} }: Rebuilding,
): Promise<readonly Entity[]> {
  const folded: Entity[] = []
  const servers = await readServers(tx, store, recordAuthor)
  const histories = await readWholeHistories(tx, store, refs)
  for (const { type, id } of refs) {
    folded.push(foldHistory(type, id, histories.get(entityKey(type, id)) ?? [], servers, sabotage))
  }
  const founded = folded.filter(({ last }) => last.seq > 0)
  const changed = eventless === 'keep' ? founded : folded
  // Rows are only ever added or replaced: what no longer follows from the history must go first.
  await removeEntities(tx, store, changed)
  await writeEntities(
    tx,
    store,
    founded.map((entity) => ({ entity, stateText: canonicalJson(entity.state) })),
  )
  await project(tx, store, founded, [])
  return changed
}
