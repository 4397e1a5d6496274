import { Kysely, sql } from 'kysely'
import { err, ok, type Result } from '#domain/result.ts'
import type { ConnectionSource, SqlDialect } from './connection.ts'
import { dialectOf } from './kysely-dialect.ts'
import { SCHEMA_VERSION, stepsFrom } from './migrations.ts'
import type { Db, Schema, Tx } from './schema.ts'
import { raiseWalls } from './walls.ts'

/** An open database of the newest schema. */
export interface Database {
  readonly db: Db
  readonly dialect: SqlDialect
  /** When it resolves, everything committed before the call survives a power cut. */
  flush(): Promise<void>
  close(): Promise<void>
  /** Gives so many pages that nothing is in back to the disk. Resolves to whether there are more. [PRUNE4] */
  readonly shrink?: (pages: number) => Promise<boolean>
  /** See `ofStore`. */
  readonly of?: (store: string) => Database
}

/**
 * The database as one store may see it; '' are the installation's own rows. Only PostgreSQL sees to it, as a second
 * wall: every query names its store all the same. [WALL1]
 */
export function ofStore<D extends Pick<Database, 'of'>>(database: D, store: string): D | Database {
  return database.of?.(store) ?? database
}

export interface DatabaseNewer {
  readonly code: 'database_newer'
  /** Schema version found and the newest this program knows. */
  readonly found: number
  readonly known: number
}

/** Opens and migrates. A database of a newer program is left exactly as it is. */
export async function openDatabase(source: ConnectionSource): Promise<Result<Database, DatabaseNewer>> {
  const db = new Kysely<Schema>({ dialect: dialectOf(source) })
  const found = await db.transaction().execute((tx) => migrate(tx, source.dialect))
  if (found > SCHEMA_VERSION) {
    await db.destroy()
    return err({ code: 'database_newer', found, known: SCHEMA_VERSION })
  }
  await source.flush()
  return ok({ ...opened(source, db), ...walled(source) })
}

function opened(source: ConnectionSource, db: Db): Database {
  return {
    db,
    dialect: source.dialect,
    flush: () => source.flush(),
    close: () => db.destroy(),
    ...(source.shrink !== undefined && { shrink: source.shrink }),
  }
}

function walled(source: ConnectionSource): Pick<Database, 'of'> {
  if (source.ofStore === undefined) return {}
  const { ofStore: sourceOf } = source
  const known = new Map<string, Database>()
  const of = (store: string): Database => {
    const database = known.get(store) ?? openOf(store)
    known.set(store, database)
    return database
  }
  const openOf = (store: string): Database => {
    const scoped = sourceOf(store)
    return {
      ...opened(source, new Kysely<Schema>({ dialect: dialectOf(scoped) })),
      close: () => source.close(),
      of,
    }
  }
  return { of }
}

async function migrate(tx: Tx, dialect: SqlDialect): Promise<number> {
  // Two servers may start at once on one PostgreSQL; the second waits and finds the work done.
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(726672)`.execute(tx)
  const strict = dialect === 'sqlite' ? sql` strict` : sql``
  await sql`create table if not exists meta (key text primary key, value text not null)${strict}`.execute(tx)
  const row = await tx
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'schema_version')
    .executeTakeFirst()
  const found = Number(row?.value ?? 0)
  for (const step of stepsFrom(found, dialect)) {
    for (const statement of step.sql) await sql.raw(statement).execute(tx)
    await tx
      .insertInto('meta')
      .values({ key: 'schema_version', value: String(step.version) })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: String(step.version) }))
      .execute()
  }
  if (dialect === 'postgres' && found <= SCHEMA_VERSION) await raiseWalls(tx)
  return Math.max(found, 0)
}
