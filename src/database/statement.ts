import { CompiledQuery, PostgresAdapter, type QueryResult } from 'kysely'
import type { SqlValue } from './connection.ts'
import type { Db, Tx } from './schema.ts'

/** A statement that is ready to run. */
interface Statement<T> {
  execute(db: Db | Tx): Promise<QueryResult<T>>
}

/**
 * A statement written out, with a `?` for each value. What runs with every tap and every event is written like this:
 * to build it word by word takes a cheap tablet longer than to run it.
 */
export function statement<T>(text: string, values: readonly SqlValue[]): Statement<T> {
  return {
    execute: (db) =>
      db.executeQuery<T>(CompiledQuery.raw(isPostgres(db) ? numbered(text) : text, [...values])),
  }
}

function isPostgres(db: Db | Tx): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

function numbered(text: string): string {
  let place = 0
  return text.replaceAll('?', () => `$${(place += 1)}`)
}

/** A list of places for `values`, to stand behind `in`; for none, one that nothing is in: PostgreSQL knows no `()`. */
export function places(values: readonly SqlValue[]): string {
  if (values.length === 0) return '(null)'
  return `(${values.map(() => '?').join(', ')})`
}

/**
 * SQLite reads a long text more slowly than it runs a short one again, which it has ready: rows go in by one of these
 * numbers. To PostgreSQL each statement is a journey.
 */
const ROWS_AT_ONCE = [32, 8, 1]

/** Inserts rows, each with its values in the order of `columns`, within a transaction. */
export function insertRows(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict = '',
): { execute(db: Tx): Promise<void> } {
  const into = `insert into "${table}" (${columns.map(quoted).join(', ')}) values `
  const row = places(columns)
  const texts = new Map<number, string>()
  const textOf = (count: number): string => {
    const known = texts.get(count) ?? `${into}${Array<string>(count).fill(row).join(', ')} ${onConflict}`
    texts.set(count, known)
    return known
  }
  const insert = async (db: Db | Tx, part: readonly (readonly SqlValue[])[]): Promise<void> =>
    void (await statement(textOf(part.length), part.flat()).execute(db))
  return {
    async execute(db) {
      if (isPostgres(db)) return insert(db, rows)
      for (let start = 0; start < rows.length;) {
        const count = ROWS_AT_ONCE.find((most) => most <= rows.length - start) ?? 1
        await insert(db, rows.slice(start, start + count))
        start += count
      }
    },
  }
}

/** Where a row with the same key is there already, it takes the new values. */
export function replaceOnConflict(columns: readonly string[], key: readonly string[]): string {
  const others = columns.filter((column) => !key.includes(column)).map(quoted)
  const changes = others.map((column) => `${column} = excluded.${column}`)
  return `on conflict (${key.map(quoted).join(', ')}) do update set ${changes.join(', ')}`
}

function quoted(column: string): string {
  return `"${column}"`
}
