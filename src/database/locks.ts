import { sql } from 'kysely'
import type { SqlDialect } from './connection.ts'
import type { Database } from './open.ts'
import type { Tx } from './schema.ts'
import { statement } from './statement.ts'

/**
 * Holds the named things until the transaction ends, in sorted order so that two writers never wait in a circle.
 * Whatever this transaction is asked next is answered with them held. SQLite has one writer at a time and needs nothing.
 */
export async function lockAll(tx: Tx, dialect: SqlDialect, names: Iterable<string>): Promise<void> {
  if (dialect === 'sqlite') return
  const sorted = JSON.stringify([...new Set(names)].sort())
  await statement(LOCK, [sorted]).send(tx)
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended(name, 0))
  from (select name from json_array_elements_text(?::json) with ordinality as t(name, place)
        order by place) as sorted`

/** Does work that no other process with this database does meanwhile. A SQLite file has one process. */
export async function exclusively<T>(
  { db, dialect }: Pick<Database, 'db' | 'dialect'>,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (dialect === 'sqlite') return work()
  return db.transaction().execute(async (tx) => {
    await lockAll(tx, dialect, [name])
    // The work is done elsewhere: it must not begin before the lock is held.
    await sql`select 1`.execute(tx)
    return work()
  })
}
