export type SqlDialect = 'sqlite' | 'postgres'
export type SqlValue = string | number | null
export type SqlRow = Record<string, unknown>

/** One session with a database. Statements run one after the other. */
export interface Connection {
  execute(
    sql: string,
    params: readonly SqlValue[],
  ): Promise<{ readonly rows: SqlRow[]; readonly changes: number }>
  /**
   * Runs one statement for each row, within a transaction. Absent where a longer text for many rows is quicker: a
   * database behind a line, or in WASM.
   */
  readonly runEach?: (sql: string, rows: readonly (readonly SqlValue[])[]) => Promise<void>
  /**
   * Within a transaction: resolves when the statement is on its way, to what tells its rows. Nobody need ask: should it
   * fail, whatever is executed next fails with its error, the commit at the latest. Absent where a database is in this
   * very process: there is nobody to wait for. `again`: the same text will be sent often.
   */
  readonly send?: (
    sql: string,
    params: readonly SqlValue[],
    again: boolean,
  ) => Promise<() => Promise<readonly SqlRow[]>>
}

/** Where sessions come from. SQLite has one and lends it in turn; PostgreSQL has a pool. */
export interface ConnectionSource {
  readonly dialect: SqlDialect
  acquire(): Promise<Connection>
  release(connection: Connection): Promise<void>
  /** When it resolves, everything committed before the call survives a power cut. */
  flush(): Promise<void>
  close(): Promise<void>
  /** See `Database`; absent where the database looks after its files by itself. */
  readonly shrink?: (pages: number) => Promise<boolean>
  /** The same sessions, for one store's rows alone; absent where a database has no second wall. */
  readonly ofStore?: (store: string) => ConnectionSource
}
