import { sql, type RawBuilder } from 'kysely'
import type { SqlValue } from './connection.ts'

/**
 * A statement written out, with a `?` for each value. What runs with every tap and every event is written like this:
 * to build it word by word takes a cheap tablet longer than to run it.
 */
export function statement<T>(text: string, values: readonly SqlValue[]): RawBuilder<T> {
  const parts = text.split('?')
  return sql<T>(Object.assign(parts, { raw: parts }), ...values)
}

/** A list of places for `values`, to stand behind `in`; for none, one that nothing is in: PostgreSQL knows no `()`. */
export function places(values: readonly SqlValue[]): string {
  if (values.length === 0) return '(null)'
  return `(${values.map(() => '?').join(', ')})`
}

/** Inserts rows, each with its values in the order of `columns`. */
export function insertRows(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict = '',
): RawBuilder<unknown> {
  const text = `insert into "${table}" (${columns.map(quoted).join(', ')}) values ${rows.map(places).join(', ')}`
  return statement(`${text} ${onConflict}`, rows.flat())
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
