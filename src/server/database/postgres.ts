import pg from 'pg'
import { APP_ROLE } from '#database/walls.ts'
import type { Connection, ConnectionSource, SqlRow, SqlValue } from '#database/connection.ts'

const INT8_OID = 20

/** A pool of PostgreSQL sessions. Whole numbers come back as numbers; one that would not be exact is a bug. */
export function openPostgres(url: string): ConnectionSource & { ready(): Promise<void> } {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8_OID, exactInt)
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: 10,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  })
  // A session that breaks, idle or in use, is replaced; without a listener on each it would end the process.
  const broken = new WeakSet<pg.PoolClient>()
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => broken.add(client)))
  const clients = new Map<Connection, pg.PoolClient>()
  /** Whose rows a session sees; one that is not here sees as its user does. */
  const scopes = new WeakMap<pg.PoolClient, string>()

  /** Each session keeps what is named ready: it is read and planned once. */
  const names = new Map<string, string>()
  function nameOf(sql: string): string {
    const name = names.get(sql) ?? `s${names.size}`
    names.set(sql, name)
    return name
  }

  async function acquire(store: string | null): Promise<Connection> {
    const client = await pool.connect()
    if ((scopes.get(client) ?? null) !== store) await turnTo(client, store)
    const connection = connectionOf(client, nameOf, () => broken.add(client))
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

interface Failure {
  readonly error: unknown
}

/** A session for one task, which ends with a commit or a rollback where it was more than one statement. */
function connectionOf(
  client: pg.PoolClient,
  nameOf: (sql: string) => string,
  onBroken: () => void,
): Connection {
  /** Of what was sent: what came after it in the same transaction failed only because of it. */
  let failure: Failure | null = null
  let beginning: Promise<unknown> | null = null

  function ask(sql: string, params: readonly SqlValue[], name?: string): Promise<pg.QueryResult<SqlRow>> {
    const query = { text: sql, values: [...params], ...(name !== undefined && { name }) }
    return client.query<SqlRow>(query).catch((error: unknown) => {
      // A refused statement leaves the session good; a rollback that fails, or anything but a refusal, does not.
      if (sql === 'rollback' || !isRefusal(error)) onBroken()
      throw error
    })
  }

  /**
   * Should a transaction not begin, what follows would be written for good, piece by piece: until that is known,
   * nothing goes out but reads and locks.
   */
  async function begun(sql: string): Promise<void> {
    if (!sql.startsWith('select ')) await beginning
    if (failure !== null) throw failure.error
  }

  return {
    async execute(sql, params) {
      if (sql !== 'rollback') await begun(sql)
      try {
        const { rows, rowCount } = await ask(sql, params)
        // PostgreSQL says yes to the commit of what failed, and rolls it back.
        if (failure !== null && sql !== 'rollback') throw failure.error
        return { rows, changes: rowCount ?? 0 }
      } catch (error) {
        throw failure === null ? error : failure.error
      }
    },
    async send(sql, params, again) {
      await begun(sql)
      const sent = ask(sql, params, again ? nameOf(sql) : undefined).then(
        ({ rows }) => rows,
        (error: unknown) => {
          failure ??= { error }
          return []
        },
      )
      if (sql === 'begin') beginning = sent
      return async () => {
        const rows = await sent
        if (failure !== null) throw failure.error
        return rows
      }
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
