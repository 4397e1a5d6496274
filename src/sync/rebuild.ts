import { canonicalJson } from '#domain/event/canonical.ts'
import { writeEntities, type Entity } from '#database/entities.ts'
import { project } from '#database/projections/project.ts'
import { unproject } from '#database/projections/unproject.ts'
import type { Tx } from '#database/schema.ts'
import { foldAnew } from './fold-entities.ts'
import { readServers } from './servers.ts'

/**
 * Entities and their tables from the journal alone, whatever they were before. What has no event here is left as it
 * is: its events were pruned, and nothing could be made of it. The caller holds the locks. Resolves to the entities
 * as they stand now.
 */
export async function rebuildEntities(
  tx: Tx,
  store: string,
  refs: readonly { readonly type: string; readonly id: string }[],
  recordAuthor: string | null,
): Promise<readonly Entity[]> {
  const entities: Entity[] = []
  const servers = await readServers(tx, store, recordAuthor)
  for (const { type, id } of refs) {
    const entity = await foldAnew(tx, store, type, id, servers)
    if (entity.last.seq > 0) entities.push(entity)
  }
  await writeEntities(
    tx,
    store,
    entities.map((entity) => ({ entity, stateText: canonicalJson(entity.state) })),
  )
  await unproject(tx, store, entities)
  await project(tx, store, entities)
  return entities
}
