import type { EntityState } from '#domain/event/fold.ts'
import { HLC_ZERO, type Hlc } from '#domain/event/hlc.ts'
import type { EventKey } from '#domain/event/envelope.ts'
import type { Db, EntityRow, Tx } from './schema.ts'
import { insertRows, places, replaceOnConflict, statement } from './statement.ts'

/** The fold of an entity as of its last event. */
export interface Entity {
  readonly type: string
  readonly id: string
  readonly last: EventKey
  readonly readOnly: boolean
  readonly state: EntityState | null
}

export const NO_KEY: EventKey = { hlc: HLC_ZERO, dev: '', seq: 0 }

export function entityKey(type: string, id: string): string {
  return `${type}:${id}`
}

const IDS_A_STATEMENT = 400

/** The entities among `refs` that exist, by `entityKey`. */
export async function readEntities(
  db: Db | Tx,
  store: string,
  refs: readonly { readonly type: string; readonly id: string }[],
): Promise<Map<string, Entity>> {
  const found = new Map<string, Entity>()
  for (const [type, ids] of groupIds(refs)) {
    for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
      const part = ids.slice(start, start + IDS_A_STATEMENT)
      const text = `select * from entities where store = ? and type = ? and id in ${places(part)}`
      const { rows } = await statement<EntityRow>(text, [store, type, ...part]).execute(db)
      for (const row of rows) found.set(entityKey(row.type, row.id), entityOf(row))
    }
  }
  return found
}

/** All entities of one type, by id. */
export async function readEntitiesOf(db: Db | Tx, store: string, type: string): Promise<readonly Entity[]> {
  const rows = await db
    .selectFrom('entities')
    .selectAll()
    .where('store', '=', store)
    .where('type', '=', type)
    .orderBy('id')
    .execute()
  return rows.map(entityOf)
}

const COLUMNS = ['store', 'type', 'id', 'hlc', 'dev', 'seq', 'read_only', 'state']

export async function writeEntities(
  tx: Tx,
  store: string,
  entities: readonly { readonly entity: Entity; readonly stateText: string }[],
): Promise<void> {
  for (let start = 0; start < entities.length; start += IDS_A_STATEMENT) {
    const rows = entities
      .slice(start, start + IDS_A_STATEMENT)
      .map(({ entity: { type, id, last, readOnly }, stateText }) => [
        store,
        type,
        id,
        last.hlc,
        last.dev,
        last.seq,
        readOnly ? 1 : 0,
        stateText,
      ])
    await insertRows('entities', COLUMNS, rows, replaceOnConflict(COLUMNS, COLUMNS.slice(0, 3))).execute(tx)
  }
}

/** A row as what it says. */
export function entityOf(row: EntityRow): Entity {
  return {
    type: row.type,
    id: row.id,
    last: { hlc: row.hlc as Hlc, dev: row.dev, seq: row.seq },
    readOnly: row.read_only === 1,
    state: JSON.parse(row.state) as EntityState | null,
  }
}

function groupIds(refs: readonly { readonly type: string; readonly id: string }[]): Map<string, string[]> {
  const groups = new Map<string, Set<string>>()
  for (const { type, id } of refs) {
    const ids = groups.get(type) ?? new Set()
    groups.set(type, ids.add(id))
  }
  return new Map([...groups].map(([type, ids]) => [type, [...ids].sort()]))
}
