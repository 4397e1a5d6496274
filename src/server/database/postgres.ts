import pg from 'pg'
import { APP_ROLE } from '#database/walls.ts'
import type { Connection, ConnectionSource, SqlRow, SqlValue } from '#database/connection.ts'

const INT8_OID = 20

/** A pool of PostgreSQL sessions. Whole numbers come back as numbers; one that would not be exact is a bug. */
export function openPostgres(url: string): ConnectionSource & { ready(): Promise<void> } {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8_OID, exactInt)
  const pool = new pg.Pool({ connectionString: url, types, max: 10, connectionTimeoutMillis: 5_000 })
  // A session that breaks, idle or in use, is replaced; without a listener on each it would end the process.
  const broken = new WeakSet<pg.PoolClient>()
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => broken.add(client)))
  const clients = new Map<Connection, pg.PoolClient>()
  /** Whose rows a session sees; one that is not here sees as its user does. */
  const scopes = new WeakMap<pg.PoolClient, string>()

  async function acquire(store: string | null): Promise<Connection> {
    const client = await pool.connect()
    if ((scopes.get(client) ?? null) !== store) await turnTo(client, store)
    const connection = connectionOf(client, () => broken.add(client))
    clients.set(connection, client)
    return connection
  }

  async function turnTo(client: pg.PoolClient, store: string | null): Promise<void> {
    try {
      await client.query(store === null ? LEAVE : enter(store))
    } catch (error) {
      client.release(true)
      throw error
    }
    if (store === null) scopes.delete(client)
    else scopes.set(client, store)
  }

  const source = {
    dialect: 'postgres' as const,
    ready: async () => void (await pool.query('select 1')),
    acquire: () => acquire(null),
    release: async (connection: Connection) => {
      const client = clients.get(connection)
      clients.delete(connection)
      client?.release(broken.has(client))
    },
    // synchronous_commit is on by default: a commit is on the disk when it returns.
    flush: async () => {},
    close: () => pool.end(),
  }
  return { ...source, ofStore: (store) => ({ ...source, acquire: () => acquire(store) }) }
}

const LEAVE = `reset role; reset app.store`

/** One message, before anything else of this session: all that follows sees this store alone. */
function enter(store: string): string {
  return `set role ${APP_ROLE}; select set_config('app.store', ${pg.escapeLiteral(store)}, false)`
}

function connectionOf(client: pg.PoolClient, onBroken: () => void): Connection {
  return {
    async execute(sql: string, params: readonly SqlValue[]) {
      const result = await client.query<SqlRow>(sql, [...params]).catch((error: unknown) => {
        // A refused statement leaves the session good; a rollback that fails, or anything but a refusal, does not.
        if (sql === 'rollback' || !isRefusal(error)) onBroken()
        throw error
      })
      return { rows: result.rows, changes: result.rowCount ?? 0 }
    },
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR'
}

function exactInt(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`assertion failed: ${text} is not a safe integer`)
  return value
}
