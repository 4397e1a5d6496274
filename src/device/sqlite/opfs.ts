import { Factory, SQLITE_FULL, SQLITE_ROW, SQLiteError } from '@journeyapps/wa-sqlite'
import SqliteModule from '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs'
import type { Connection, ConnectionSource, SqlRow, SqlValue } from '#database/connection.ts'
import { createMutex } from '#database/mutex.ts'
import { FullDiskVfs } from './full-disk-vfs.ts'

const FILE_NAME = 'comanda.db'

/**
 * The device's own database, in the origin's private files. Only one worker may hold it (see `owner.ts`).
 * Exclusive WAL with FULL: a commit is flushed when it returns (design §6 has the measurements).
 */
export async function openOpfs(directory: string): Promise<ConnectionSource> {
  const module: object = await SqliteModule()
  const sqlite = Factory(module)
  const vfs = await FullDiskVfs.create(directory, module)
  sqlite.vfs_register(vfs, true)
  const db = await sqlite.open_v2(FILE_NAME)
  for (const pragma of ['locking_mode = exclusive', 'journal_mode = wal', 'synchronous = full']) {
    await sqlite.exec(db, `pragma ${pragma}`)
  }
  const connection = connectionOf(sqlite, db)
  const mutex = createMutex()
  return {
    dialect: 'sqlite',
    acquire: async () => {
      await mutex.lock()
      return connection
    },
    release: async () => mutex.unlock(),
    flush: async () => {},
    close: async () => {
      await connection.finalize()
      await sqlite.close(db)
      await vfs.close()
    },
  }
}

const STATEMENTS_KEPT = 200

function connectionOf(sqlite: SQLiteAPI, db: number): Connection & { finalize(): Promise<void> } {
  const statements = new Map<string, number>()

  async function prepare(sql: string): Promise<number> {
    const known = statements.get(sql)
    if (known !== undefined) return known
    if (statements.size >= STATEMENTS_KEPT) await finalize()
    for await (const statement of sqlite.statements(db, sql, { unscoped: true })) {
      statements.set(sql, statement)
      return statement
    }
    throw new Error('assertion failed: a statement without words')
  }

  async function finalize(): Promise<void> {
    for (const statement of statements.values()) await sqlite.finalize(statement)
    statements.clear()
  }

  return {
    finalize,
    async execute(sql, params) {
      const statement = await prepare(sql)
      try {
        sqlite.bind_collection(statement, params.map(bindable))
        return { rows: await readRows(sqlite, statement), changes: sqlite.changes(db) }
      } finally {
        await sqlite.reset(statement)
      }
    },
  }
}

async function readRows(sqlite: SQLiteAPI, statement: number): Promise<SqlRow[]> {
  const rows: SqlRow[] = []
  let names: string[] | null = null
  while ((await sqlite.step(statement)) === SQLITE_ROW) {
    names ??= sqlite.column_names(statement)
    const values = sqlite.row(statement)
    rows.push(Object.fromEntries(names.map((name, i) => [name, values[i]])))
  }
  return rows
}

const INT32_MAX = 2 ** 31 - 1

/** The driver writes numbers beyond 32 bits as floats; ours are whole. */
function bindable(value: SqlValue): SQLiteCompatibleType {
  return typeof value === 'number' && Math.abs(value) > INT32_MAX ? BigInt(value) : value
}

/** Whether this device has no room left. */
export function isStorageFull(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'QuotaExceededError'
  return error instanceof SQLiteError && error.code === SQLITE_FULL
}
