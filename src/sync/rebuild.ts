import { canonicalJson } from '#domain/event/canonical.ts'
import { writeEntities, type Entity } from '#database/entities.ts'
import { project } from '#database/projections/project.ts'
import type { Tx } from '#database/schema.ts'
import { foldAnew } from './fold-entities.ts'

/**
 * Entities and their tables from the journal alone, whatever they were before. The caller holds their locks.
 * Resolves to the entities as they stand now.
 */
export async function rebuildEntities(
  tx: Tx,
  store: string,
  refs: readonly { readonly type: string; readonly id: string }[],
  recordAuthor: string | null,
): Promise<readonly Entity[]> {
  const entities: Entity[] = []
  for (const { type, id } of refs) entities.push(await foldAnew(tx, store, type, id, recordAuthor))
  await writeEntities(
    tx,
    store,
    entities.map((entity) => ({ entity, stateText: canonicalJson(entity.state) })),
  )
  await project(tx, store, entities)
  return entities
}
