import Database from 'better-sqlite3-multiple-ciphers'
import { cipherPragmas } from '#database/cipher.ts'
import type { Connection, ConnectionSource, SqlRow, SqlValue } from '#database/connection.ts'
import { createMutex } from '#database/mutex.ts'

/** A native SQLite file (or `:memory:`) with one session that is lent in turn. `key` null: its pages are plain. */
export function openSqlite(path: string, key: string | null = null): ConnectionSource {
  const db = openFile(path, key)
  const connection = connectionOf(db)
  const mutex = createMutex()
  return {
    dialect: 'sqlite',
    acquire: async () => {
      await mutex.lock()
      return connection
    },
    release: async () => mutex.unlock(),
    flush: async () => {},
    shrink: async (pages) => {
      await mutex.lock()
      try {
        return giveBack(db, pages)
      } finally {
        mutex.unlock()
      }
    },
    close: async () => void db.close(),
  }
}

/** Resolves to whether there is more to give. */
function giveBack(db: Database.Database, pages: number): boolean {
  const before = Number(db.pragma('freelist_count', { simple: true }))
  if (before === 0) return false
  db.exec(`pragma incremental_vacuum(${pages})`)
  const left = Number(db.pragma('freelist_count', { simple: true }))
  return left > 0 && left < before
}

function openFile(path: string, key: string | null): Database.Database {
  const db = new Database(path)
  try {
    if (key !== null) for (const pragma of cipherPragmas(key)) db.pragma(pragma)
    // Before anything is in it: it lets the file become smaller again. [PRUNE4]
    db.pragma('auto_vacuum = INCREMENTAL')
    // WAL with FULL: a commit is on the disk when it returns, so that an acknowledgement is a promise kept.
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('busy_timeout = 5000')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

const STATEMENTS_KEPT = 200

function connectionOf(db: Database.Database): Connection {
  const statements = new Map<string, Database.Statement>()

  function prepare(sql: string): Database.Statement {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = db.prepare(sql)
    if (statements.size >= STATEMENTS_KEPT) statements.clear()
    statements.set(sql, statement)
    return statement
  }

  return {
    async execute(sql, params: readonly SqlValue[]) {
      const statement = prepare(sql)
      if (statement.reader) return { rows: statement.all(params) as SqlRow[], changes: 0 }
      return { rows: [], changes: statement.run(params).changes }
    },
    async runEach(sql, rows) {
      const statement = prepare(sql)
      for (const row of rows) statement.run(row)
    },
  }
}
