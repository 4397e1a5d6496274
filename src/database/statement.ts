import { CompiledQuery, PostgresAdapter, type QueryResult } from 'kysely'
import type { SqlValue } from './connection.ts'
import type { Db, Tx } from './schema.ts'
import { eachRow } from './each-row.ts'
import { answerOf, unanswered } from './unanswered.ts'

/** The answer to what was asked. To be fetched before anything is written that would change it. */
export type Asked<T> = () => Promise<T>

/** All rows of what was asked piece by piece. */
export async function allOf<T>(asked: readonly Asked<readonly T[]>[]): Promise<readonly T[]> {
  const all: T[] = []
  for (const rows of asked) all.push(...(await rows()))
  return all
}

/** A statement that is ready to run. */
export interface Statement<T> {
  execute(db: Db | Tx): Promise<QueryResult<T>>
  /**
   * Asks now, to be answered later: what else this transaction is asked meanwhile need not wait. A database in this very
   * process is asked when somebody wants to know.
   */
  ask(tx: Tx): Promise<Asked<readonly T[]>>
  /**
   * For whoever needs no answer: what follows in this transaction follows on it, or fails with it. For few texts, of
   * which a database keeps each ready.
   */
  send(tx: Tx): Promise<void>
}

/**
 * A statement written out, with a `?` for each value. What runs with every tap and every event is written like this:
 * to build it word by word takes a cheap tablet longer than to run it.
 */
export function statement<T>(text: string, values: readonly SqlValue[]): Statement<T> {
  const queryFor = (db: Db | Tx): CompiledQuery =>
    isPostgres(db) ? numbered(text, values) : CompiledQuery.raw(text, [...values])
  return {
    execute: (db) => db.executeQuery<T>(queryFor(db)),
    send: async (tx) => void (await tx.executeQuery(unanswered(queryFor(tx), true))),
    async ask(tx) {
      if (!isPostgres(tx)) return async () => (await tx.executeQuery<T>(queryFor(tx))).rows
      return answerOf(await tx.executeQuery<T>(unanswered(queryFor(tx))))
    },
  }
}

function isPostgres(db: Db | Tx): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/** A `?`, or a list of many. */
const PLACES = /(?<!\bnot )\bin \(\?(?:, \?){7,}\)|\?/g

/** With the places numbered, and a long list as one value: PostgreSQL reads each place anew with every statement. */
function numbered(text: string, values: readonly SqlValue[]): CompiledQuery {
  const sent: SqlValue[] = []
  let taken = 0
  const numberedText = text.replaceAll(PLACES, (found) => {
    if (found === '?') {
      sent.push(values[taken] ?? null)
      taken += 1
      return `$${sent.length}`
    }
    const count = found.split('?').length - 1
    sent.push(arrayText(values.slice(taken, taken + count)))
    taken += count
    return `= any($${sent.length})`
  })
  return CompiledQuery.raw(numberedText, sent)
}

/** As PostgreSQL writes an array; what its values are, it knows from the column beside it. */
function arrayText(values: readonly SqlValue[]): string {
  const quotedValues = values.map((value) =>
    value === null ? 'null' : `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  )
  return `{${quotedValues.join(',')}}`
}

/** A list of places for `values`, to stand behind `in`; for none, one that nothing is in: PostgreSQL knows no `()`. */
export function places(values: readonly SqlValue[]): string {
  if (values.length === 0) return '(null)'
  return `(${values.map(() => '?').join(', ')})`
}

/**
 * SQLite reads a long text more slowly than it runs a short one again, which it has ready: where it is in WASM, rows go
 * in by one of these numbers.
 */
const ROWS_AT_ONCE = [32, 8, 1]

function* inParts(
  rows: readonly (readonly SqlValue[])[],
  textOf: (count: number) => string,
): Iterable<{ readonly sql: string; readonly params: readonly SqlValue[] }> {
  for (let start = 0; start < rows.length;) {
    const count = ROWS_AT_ONCE.find((most) => most <= rows.length - start) ?? 1
    yield { sql: textOf(count), params: rows.slice(start, start + count).flat() }
    start += count
  }
}

/** Inserts rows, each with its values in the order of `columns`, within a transaction. */
export function insertRows(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  onConflict = '',
): { execute(db: Tx): Promise<void> } {
  const into = `insert into "${table}" (${columns.map(quoted).join(', ')})`
  const row = places(columns)
  const texts = new Map<number, string>()
  const textOf = (count: number): string => {
    const known =
      texts.get(count) ?? `${into} values ${Array<string>(count).fill(row).join(', ')} ${onConflict}`
    texts.set(count, known)
    return known
  }
  return {
    async execute(db) {
      if (isPostgres(db)) {
        await insertDocument(db, table, columns, rows, `${into} select * from given ${onConflict}`)
        return
      }
      if (rows.length > 0) await db.executeQuery(eachRow(textOf(1), rows, () => inParts(rows, textOf)))
    },
  }
}

/**
 * To PostgreSQL each statement is a journey, and a place for each value of many rows takes it longer to read than the
 * rows take to write: they go as one document, read by the table's own types.
 */
async function insertDocument(
  db: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  insert: string,
): Promise<void> {
  const document = JSON.stringify(rows.map((row) => memberOf(columns, row)))
  const read = `select ${columns.map(quoted).join(', ')} from json_populate_recordset(null::"${table}", ?::json)`
  await statement(`with given as (${read}) ${insert}`, [document]).send(db)
}

function memberOf(columns: readonly string[], row: readonly SqlValue[]): { [column: string]: SqlValue } {
  const member: { [column: string]: SqlValue } = {}
  // One by one, and by number: this runs for every row that a cloud writes.
  for (let i = 0; i < columns.length; i += 1) {
    const value = row[i] ?? null
    // Where a member is missing, PostgreSQL reads null.
    if (value === null) continue
    // Half a surrogate pair is no text to PostgreSQL, and would take the whole page with it.
    member[columns[i] ?? ''] = typeof value === 'string' ? value.toWellFormed() : value
  }
  return member
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
