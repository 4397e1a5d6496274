import { CompiledQuery } from 'kysely'
import type { SqlValue } from './connection.ts'

/** One statement for each of many rows. */
export interface EachRow extends CompiledQuery {
  readonly rows: readonly (readonly SqlValue[])[]
  /** The same work in longer statements, for an engine that every statement is a journey to. */
  readonly parts: () => Iterable<Part>
}

interface Part {
  readonly sql: string
  readonly params: readonly SqlValue[]
}

export function eachRow(sql: string, rows: EachRow['rows'], parts: EachRow['parts']): EachRow {
  return { ...CompiledQuery.raw(sql), rows, parts }
}

export function isEachRow(query: CompiledQuery): query is EachRow {
  return 'rows' in query && 'parts' in query
}
