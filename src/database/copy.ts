import type { Connection, SqlRow } from './connection.ts'

/**
 * Copies everything of the SQLite database attached as `from` into this session's own, empty one, in one transaction, and
 * compares every row. A copy that differs is a bug, and throws. [CRYPT4] [CRYPT5]
 */
export async function copyDatabase(connection: Connection, from: string): Promise<void> {
  const objects = await objectsOf(connection, from)
  const tables = objects.filter(({ type }) => type === 'table')
  await connection.execute('begin immediate', [])
  try {
    for (const { name, sql } of tables) {
      await connection.execute(sql, [])
      await connection.execute(`insert into main."${name}" select * from ${from}."${name}"`, [])
    }
    for (const { type, sql } of objects) if (type !== 'table') await connection.execute(sql, [])
    const counted = await copyCounters(connection, from)
    for (const name of [...tables.map((table) => table.name), ...counted])
      await compareTable(connection, from, name)
    await connection.execute('commit', [])
  } catch (error) {
    await connection.execute('rollback', []).catch(() => {})
    throw error
  }
  await checkIntegrity(connection)
}

/** Reads the whole file: every page decrypts and every index fits its table, or it throws. */
export async function checkIntegrity(connection: Connection): Promise<void> {
  const { rows } = await connection.execute('pragma main.integrity_check', [])
  const found = String(rows[0]?.['integrity_check'])
  if (found !== 'ok') throw new Error(`assertion failed: a copied database is whole: ${found}`)
}

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly sql: string
}

async function objectsOf(connection: Connection, from: string): Promise<readonly SchemaObject[]> {
  const { rows } = await connection.execute(
    `select type, name, sql from ${from}.sqlite_schema where sql is not null and name not like 'sqlite_%' order by rowid`,
    [],
  )
  return rows.map((row: SqlRow) => ({
    type: String(row['type']),
    name: String(row['name']),
    sql: String(row['sql']),
  }))
}

/** Numbers that rows since deleted have used are not used again. */
async function copyCounters(connection: Connection, from: string): Promise<readonly string[]> {
  const { rows } = await connection.execute(
    `select name from ${from}.sqlite_schema where name = 'sqlite_sequence'`,
    [],
  )
  if (rows.length === 0) return []
  await connection.execute('delete from main.sqlite_sequence', [])
  await connection.execute(`insert into main.sqlite_sequence select * from ${from}.sqlite_sequence`, [])
  return ['sqlite_sequence']
}

async function compareTable(connection: Connection, from: string, name: string): Promise<void> {
  const { rows } = await connection.execute(
    `select (select count(*) from main."${name}") = (select count(*) from ${from}."${name}")
       and not exists (select * from ${from}."${name}" except select * from main."${name}") as same`,
    [],
  )
  if (rows[0]?.['same'] !== 1) throw new Error(`assertion failed: the copy of ${name} is the same`)
}
