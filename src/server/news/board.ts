import pg from 'pg'
import { createAppointment } from '#link/appointment.ts'
import { retryDelayMs } from '#sync/urgency.ts'

/** One session with PostgreSQL on which the processes that share it hear each other. It comes back by itself. */
export interface Board {
  /** Said to all, this process among them; while there is no session, to nobody. */
  say(text: string): void
  /** Whether this process, and no other, has the duty of that name, until its session ends. */
  takeDuty(name: string): Promise<boolean>
  close(): Promise<void>
}

export interface BoardListeners {
  onText(text: string): void
  /** The session is gone, and with it every duty. */
  onLost(): void
  /** There is a session again: what was said meanwhile was heard by nobody here, and what was said here by nobody. */
  onBack(): void
}

const CHANNEL = 'comanda_news'
const AT_ONCE_MAX = 100
/** A session that does not answer for so long is dead, whatever TCP thinks of it. */
const ANSWER_MS = 5_000

/** Resolves once the session stands, or was not to be had: then it is tried again. */
export async function openBoard(url: string, listeners: BoardListeners): Promise<Board> {
  const board = new PostgresBoard(url, listeners)
  await board.open()
  return board
}

class PostgresBoard implements Board {
  readonly #url: string
  readonly #listeners: BoardListeners
  readonly #queue: string[] = []
  readonly #again = createAppointment(() => void this.#comeBack())
  #session: pg.Client | null = null
  #sending: Promise<void> | null = null
  #failures = 0
  #closed = false

  constructor(url: string, listeners: BoardListeners) {
    this.#url = url
    this.#listeners = listeners
  }

  async open(): Promise<void> {
    await this.#connect().catch(() => this.#retry())
  }

  say(text: string): void {
    if (this.#session === null) return
    this.#queue.push(text)
    this.#sending ??= this.#send(this.#session)
  }

  async takeDuty(name: string): Promise<boolean> {
    const client = this.#session
    if (client === null) return false
    try {
      const sql = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken'
      const { rows } = await client.query<{ taken: boolean }>(sql, [`duty ${name}`])
      return this.#session === client && rows[0]?.taken === true
    } catch {
      this.#lose(client)
      return false
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#again.cancel()
    await this.#sending
    const client = this.#session
    this.#session = null
    await client?.end().catch(() => {})
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    })
    client.on('error', () => this.#lose(client))
    client.on('end', () => this.#lose(client))
    client.on('notification', ({ payload = '' }) => this.#listeners.onText(payload))
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    this.#session = client
    this.#failures = 0
  }

  #lose(client: pg.Client): void {
    client.end().catch(() => {})
    if (this.#session !== client) return
    this.#session = null
    this.#queue.length = 0
    this.#listeners.onLost()
    this.#retry()
  }

  #retry(): void {
    if (!this.#closed) this.#again.within(retryDelayMs(this.#failures, Math.random()))
    this.#failures += 1
  }

  async #comeBack(): Promise<void> {
    try {
      await this.#connect()
    } catch {
      return this.#retry()
    }
    if (this.#closed) await this.close()
    else this.#listeners.onBack()
  }

  async #send(client: pg.Client): Promise<void> {
    const sql = 'select pg_notify($1, text) from unnest($2::text[]) as t(text)'
    try {
      while (this.#queue.length > 0) {
        await client.query(sql, [CHANNEL, this.#queue.splice(0, AT_ONCE_MAX)])
      }
    } catch {
      this.#lose(client)
    } finally {
      this.#sending = null
    }
  }
}
