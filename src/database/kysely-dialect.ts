import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Connection, ConnectionSource, SqlValue } from './connection.ts'
import { isEachRow, type EachRow } from './each-row.ts'
import { isUnanswered, onItsWay, unanswered } from './unanswered.ts'

/** Kysely over our Connection port, so that the same queries run on every engine. */
export function dialectOf(source: ConnectionSource): Dialect {
  const sqlite = source.dialect === 'sqlite'
  return {
    createDriver: () => createDriver(source),
    createAdapter: () => (sqlite ? new SqliteAdapter() : new PostgresAdapter()),
    createQueryCompiler: () => (sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()),
    createIntrospector: (db) => (sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db)),
  }
}

function nothing(): void {}

interface Session extends DatabaseConnection {
  readonly connection: Connection
}

function createDriver(source: ConnectionSource): Driver {
  // A SQLite reader that later writes would meet a busy database half way; taking the lock first cannot.
  const begin = source.dialect === 'sqlite' ? 'begin immediate' : 'begin'
  return {
    init: async () => {},
    acquireConnection: async () => createSession(await source.acquire()),
    beginTransaction: async (session) =>
      void (await session.executeQuery(unanswered(CompiledQuery.raw(begin)))),
    commitTransaction: async (session) => void (await session.executeQuery(CompiledQuery.raw('commit'))),
    // An engine that ran out of room has rolled back by itself and says so here; the error that led to it counts.
    rollbackTransaction: (session) =>
      session.executeQuery(CompiledQuery.raw('rollback')).then(nothing, nothing),
    releaseConnection: (session) => source.release((session as Session).connection),
    destroy: () => source.close(),
  }
}

async function runRows(
  connection: Connection,
  { sql, rows, parts }: EachRow,
): Promise<{ readonly rows: [] }> {
  if (connection.runEach !== undefined) await connection.runEach(sql, rows)
  else for (const part of parts()) await connection.execute(part.sql, part.params)
  return { rows: [] }
}

function createSession(connection: Connection): Session {
  return {
    connection,
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      if (isEachRow(query)) return runRows(connection, query)
      const params = query.parameters as readonly SqlValue[]
      if (connection.send !== undefined && isUnanswered(query))
        return onItsWay(await connection.send(query.sql, params, query.again))
      const { rows, changes } = await connection.execute(query.sql, params)
      return { rows: rows as R[], numAffectedRows: BigInt(changes) }
    },
    // eslint-disable-next-line require-yield
    async *streamQuery(): AsyncIterableIterator<never> {
      throw new Error('assertion failed: streaming is not supported; read in pages')
    },
  }
}
