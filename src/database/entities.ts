import type { EntityState } from '#domain/event/fold.ts'
import { HLC_ZERO, type Hlc } from '#domain/event/hlc.ts'
import type { EventKey } from '#domain/event/envelope.ts'
import type { Db, EntityRow, Tx } from './schema.ts'
import {
  allOf,
  insertRows,
  places,
  replaceOnConflict,
  statement,
  type Asked,
  type Statement,
} from './statement.ts'

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

interface Ref {
  readonly type: string
  readonly id: string
}

/** The entities among `refs` that exist, by `entityKey`. */
export async function readEntities(
  db: Db | Tx,
  store: string,
  refs: readonly Ref[],
): Promise<Map<string, Entity>> {
  const found: EntityRow[] = []
  for (const part of partsOf(refs)) found.push(...(await someOf(store, part).execute(db)).rows)
  return amongThese(refs, found)
}

export async function askEntities(
  tx: Tx,
  store: string,
  refs: readonly Ref[],
): Promise<Asked<Map<string, Entity>>> {
  const asked: Asked<readonly EntityRow[]>[] = []
  for (const part of partsOf(refs)) asked.push(await someOf(store, part).ask(tx))
  return async () => amongThese(refs, await allOf(asked))
}

function partsOf(refs: readonly Ref[]): readonly (readonly Ref[])[] {
  const all = [...new Map(refs.map((ref) => [entityKey(ref.type, ref.id), ref])).values()]
  const parts = Math.ceil(all.length / IDS_A_STATEMENT)
  return Array.from({ length: parts }, (_, n) => all.slice(n * IDS_A_STATEMENT, (n + 1) * IDS_A_STATEMENT))
}

/** More than were asked for, where two types share an id. */
function someOf(store: string, refs: readonly Ref[]): Statement<EntityRow> {
  const types = [...new Set(refs.map(({ type }) => type))].sort()
  const ids = [...new Set(refs.map(({ id }) => id))].sort()
  const text = `select * from entities where store = ? and type in ${places(types)} and id in ${places(ids)}`
  return statement(text, [store, ...types, ...ids])
}

function amongThese(refs: readonly Ref[], rows: readonly EntityRow[]): Map<string, Entity> {
  const wanted = new Set(refs.map(({ type, id }) => entityKey(type, id)))
  const keyed = rows.map((row) => [entityKey(row.type, row.id), row] as const)
  return new Map(keyed.filter(([key]) => wanted.has(key)).map(([key, row]) => [key, entityOf(row)]))
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
