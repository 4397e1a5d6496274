import { sql } from 'kysely'
import type { SqlDialect } from './connection.ts'
import type { Tx } from './schema.ts'

/**
 * Holds the named things until the transaction ends, in sorted order so that two writers never wait in a circle.
 * SQLite has one writer at a time and needs nothing.
 */
export async function lockAll(tx: Tx, dialect: SqlDialect, names: Iterable<string>): Promise<void> {
  if (dialect === 'sqlite') return
  const sorted = JSON.stringify([...new Set(names)].sort())
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0))
    from (select name from json_array_elements_text(${sorted}::json) with ordinality as t(name, place)
          order by place) as sorted`.execute(tx)
}
