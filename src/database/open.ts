import { Kysely, sql } from 'kysely'
import { err, ok, type Result } from '#domain/result.ts'
import type { ConnectionSource, SqlDialect } from './connection.ts'
import { dialectOf } from './kysely-dialect.ts'
import { SCHEMA_VERSION, stepsFrom } from './migrations.ts'
import type { Db, Schema, Tx } from './schema.ts'

/** An open database of the newest schema. */
export interface Database {
  readonly db: Db
  readonly dialect: SqlDialect
  /** When it resolves, everything committed before the call survives a power cut. */
  flush(): Promise<void>
  close(): Promise<void>
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
  return ok({ db, dialect: source.dialect, flush: () => source.flush(), close: () => db.destroy() })
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
  return Math.max(found, 0)
}
