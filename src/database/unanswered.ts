import type { CompiledQuery, QueryResult } from 'kysely'
import type { SqlRow } from './connection.ts'

/** A statement of a transaction that nobody waits for, where a database is far enough away to make one wait. */
interface Unanswered extends CompiledQuery {
  /** Whether its text is one of few that are sent over and over. */
  readonly again: boolean
}

export function unanswered(query: CompiledQuery, again = false): Unanswered {
  return { ...query, again }
}

export function isUnanswered(query: CompiledQuery): query is Unanswered {
  return 'again' in query
}

/** No rows yet, but the way to them. */
interface OnItsWay<R> extends QueryResult<R> {
  readonly answer: () => Promise<readonly R[]>
}

export function onItsWay<R>(answer: () => Promise<readonly SqlRow[]>): OnItsWay<R> {
  return { rows: [], answer: answer as () => Promise<readonly R[]> }
}

/** What was asked without waiting answers here. */
export function answerOf<R>(result: QueryResult<R>): () => Promise<readonly R[]> {
  return 'answer' in result ? (result as OnItsWay<R>).answer : async () => result.rows
}
