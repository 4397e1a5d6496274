import { ofStore, type Database } from '#database/open.ts'
import { lockAll } from '#database/locks.ts'
import type { Entity } from '#database/entities.ts'
import { entityLock } from '#sync/fold-entities.ts'
import { rebuildEntities } from '#sync/rebuild.ts'
import { digestDay } from './day-digest.ts'
import { refsOfDay } from './day-refs.ts'

const ENTITIES_A_BATCH = 100

/** What came of checking a business date against the journal. */
export interface DayRebuilt {
  readonly businessDate: string
  readonly entities: number
  /** True when the tables were wrong here, and are right now. */
  readonly changed: boolean
}

/** Folds everything of a business date anew from the journal, in small transactions; a second time changes nothing. */
export async function rebuildDay(
  database: Database,
  store: string,
  businessDate: string,
  options: {
    readonly recordAuthor: string | null
    readonly onFolded?: (entities: readonly Entity[]) => void
  },
): Promise<DayRebuilt> {
  const { db, dialect } = ofStore(database, store)
  const before = await digestDay(db, store, businessDate)
  const refs = await refsOfDay(db, store, businessDate)
  for (let start = 0; start < refs.length; start += ENTITIES_A_BATCH) {
    const part = refs.slice(start, start + ENTITIES_A_BATCH)
    const entities = await db.transaction().execute(async (tx) => {
      await lockAll(
        tx,
        dialect,
        part.map((ref) => entityLock(store, ref)),
      )
      return rebuildEntities(tx, part, { store, recordAuthor: options.recordAuthor, eventless: 'keep' })
    })
    options.onFolded?.(entities)
  }
  await database.flush()
  const changed = (await digestDay(db, store, businessDate)) !== before
  return { businessDate, entities: refs.length, changed }
}
