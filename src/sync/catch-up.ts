import { entityKey } from '#database/entities.ts'
import { markFolded, readDeferred, type Deferred } from '#database/deferred.ts'
import { lockAll } from '#database/locks.ts'
import { ofStore, type Database } from '#database/open.ts'
import { entityLock, readEvent } from './fold-entities.ts'
import type { Sabotage } from './ports.ts'
import { rebuildEntities } from './rebuild.ts'
import { readServers } from './servers.ts'

/** Events read, or folded in one transaction: few enough that a tablet stays quick, and a crash costs little. */
const EVENTS_A_BATCH = 200

/**
 * Folds what an older program kept for this one. Called when a store is opened, before anybody looks at it: each
 * entity such an event belongs to is folded anew from its whole history, in its own order, and its tables are
 * written. Ended half way it goes on at the next start; done again it changes nothing. What this program does not
 * know either stays for the next. Resolves to how many events were folded. [SYNC21]
 */
export async function catchUp(
  whole: Database,
  store: string,
  recordAuthor: string | null = null,
  sabotage: Sabotage = {},
): Promise<number> {
  const database = ofStore(whole, store)
  const servers = await readServers(database.db, store, recordAuthor)
  let folded = 0
  let afterN = 0
  for (;;) {
    const batch = await readDeferred(database.db, store, afterN, EVENTS_A_BATCH)
    const last = batch.at(-1)
    if (last === undefined) break
    afterN = last.n
    const known = batch.filter(
      ({ envelope }) => readEvent(envelope, servers, sabotage).reading.kind === 'event',
    )
    if (known.length > 0) await foldBatch(database, { store, recordAuthor, sabotage }, known)
    folded += known.length
  }
  if (folded > 0) await database.flush()
  return folded
}

async function foldBatch(
  database: Database,
  of: { readonly store: string; readonly recordAuthor: string | null; readonly sabotage: Sabotage },
  known: readonly Deferred[],
): Promise<void> {
  const refs = new Map(
    known.map(({ envelope: { entType: type, entId: id } }) => [entityKey(type, id), { type, id }]),
  )
  await database.db.transaction().execute(async (tx) => {
    await lockAll(
      tx,
      database.dialect,
      [...refs.values()].map((ref) => entityLock(of.store, ref)),
    )
    await rebuildEntities(tx, [...refs.values()], { ...of, eventless: 'keep' })
    await markFolded(
      tx,
      of.store,
      known.map(({ n }) => n),
    )
  })
}
