import {
  Factory,
  SQLITE_FULL,
  SQLITE_NOTADB,
  SQLITE_OK,
  SQLITE_ROW,
  SQLiteError,
} from '@journeyapps/wa-sqlite'
import SqliteModule from '@journeyapps/wa-sqlite/dist/mc-wa-sqlite.mjs'
import { cipherPragmas } from '#database/cipher.ts'
import type { Connection, ConnectionSource, SqlRow, SqlValue } from '#database/connection.ts'
import { createMutex } from '#database/mutex.ts'
import { FullDiskVfs } from './full-disk-vfs.ts'

const FILE_NAME = 'comanda.db'

/** The SQLite files of one OPFS directory. Only one worker may hold them (see `tabs.ts`). */
export interface OpfsPool {
  has(file: string): boolean
  /** With what belongs to it; gone at once. */
  remove(file: string): void
  /** `key` null: its pages are plain. */
  open(file: string, key: string | null): Promise<ConnectionSource>
  close(): Promise<void>
}

/** A device database of its own directory; closing it lets go of the directory. */
export async function openOpfs(directory: string, key: string | null = null): Promise<ConnectionSource> {
  const pool = await openPool(directory)
  return withPool(pool, await pool.open(FILE_NAME, key))
}

/** The same database, but closing it closes its pool, too. */
export function withPool(pool: OpfsPool, source: ConnectionSource): ConnectionSource {
  return {
    ...source,
    close: async () => {
      await source.close()
      await pool.close()
    },
  }
}

export async function openPool(directory: string): Promise<OpfsPool> {
  const module = (await SqliteModule()) as CipherModule
  const sqlite = Factory(module)
  const vfs = await FullDiskVfs.create(directory, module)
  sqlite.vfs_register(vfs, true)
  const made = module.ccall('sqlite3mc_vfs_create', 'number', ['string', 'number'], [directory, 0])
  if (made !== SQLITE_OK) throw new SQLiteError('sqlite3mc_vfs_create', made)
  return {
    has: (file) => vfs.has(file),
    remove: (file) => {
      for (const end of ['-journal', '-wal', '']) vfs.jDelete(file + end, 0)
    },
    open: (file, key) => openFile(sqlite, directory, file, key),
    close: () => vfs.close(),
  }
}

interface CipherModule {
  ccall(name: string, result: 'number', types: readonly string[], values: readonly unknown[]): number
}

/** `vfs`: the name it is registered by. Exclusive WAL with FULL: a commit is flushed when it returns (design §6 has the measurements). */
export async function openFile(
  sqlite: SQLiteAPI,
  vfs: string,
  file: string,
  key: string | null,
): Promise<ConnectionSource> {
  const db = await sqlite.open_v2(file, undefined, key === null ? vfs : `multipleciphers-${vfs}`)
  const run = async (pragmas: readonly string[]): Promise<void> => {
    for (const pragma of pragmas) await sqlite.exec(db, `pragma ${pragma}`)
  }
  try {
    // Without the exclusive lock a file with a WAL cannot even be looked into: there is no shared memory here.
    await run([...(key === null ? [] : cipherPragmas(key)), 'locking_mode = exclusive'])
    // Lets the file become smaller again; said before anything is in it, and never after: it would write each time,
    // and a full disk could not be opened. [PRUNE4]
    if (await isEmpty(sqlite, db)) await run(['auto_vacuum = incremental'])
    await run(['journal_mode = wal', 'synchronous = full'])
  } catch (error) {
    await sqlite.close(db)
    throw error
  }
  const connection = connectionOf(sqlite, db)
  const mutex = createMutex()

  async function shrink(pages: number): Promise<boolean> {
    await mutex.lock()
    try {
      const before = await countFree(connection)
      if (before === 0) return false
      await sqlite.exec(db, `pragma incremental_vacuum(${pages})`)
      const left = await countFree(connection)
      return left > 0 && left < before
    } finally {
      mutex.unlock()
    }
  }

  return {
    dialect: 'sqlite',
    acquire: async () => {
      await mutex.lock()
      return connection
    },
    release: async () => mutex.unlock(),
    flush: async () => {},
    shrink,
    close: async () => {
      await connection.finalize()
      await sqlite.close(db)
    },
  }
}

async function isEmpty(sqlite: SQLiteAPI, db: number): Promise<boolean> {
  let pages: unknown = null
  await sqlite.exec(db, 'pragma page_count', ([count]) => {
    pages = count
  })
  return pages === 0
}

async function countFree(connection: Connection): Promise<number> {
  const { rows } = await connection.execute('pragma freelist_count', [])
  return Number(rows[0]?.['freelist_count'] ?? 0)
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

/** Whether a file cannot be read with this key. */
export function isWrongKey(error: unknown): boolean {
  return error instanceof SQLiteError && error.code === SQLITE_NOTADB
}
