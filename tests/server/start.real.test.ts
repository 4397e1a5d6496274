import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it } from 'vitest'
import { errors } from '../../src/i18n/errors.ts'
import { readConfig, type Config } from '../../src/server/config.ts'
import { startServer } from '../../src/server/start.ts'
import { openCafe } from '../support/cafe.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'comanda-start-'))

function configOf(changes: Partial<Config>): Config {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' })
  if (!config.ok) throw new Error(config.error.detail)
  return { ...config.value, dataDir: folder(), ...changes }
}

async function problemOf(config: Config) {
  const started = await startServer(config, null)
  if (started.ok) await started.value.close()
  return started.ok ? null : started.error
}

describe('[START1] a server that cannot start says why and changes nothing', () => {
  it('a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    expect(await problemOf(configOf({ port }))).toMatchObject({
      code: 'port_busy',
      detail: expect.stringContaining(String(port)),
    })
    other.close()
  })

  it('a PostgreSQL that does not answer, without a word of its password', async () => {
    const problem = await problemOf(configOf({ databaseUrl: 'postgres://till:secret@127.0.0.1:1/cafe' }))
    expect(problem).toMatchObject({
      code: 'database_unreachable',
      detail: expect.stringContaining('127.0.0.1:1'),
    })
    expect(problem?.detail).not.toContain('secret')
  })

  it('a database of a newer version, left byte for byte', async () => {
    const config = configOf({})
    const path = join(config.dataDir, 'comanda.db')
    const db = new Database(path)
    db.exec(`create table meta (key text primary key, value text not null) strict;
             insert into meta values ('schema_version', '999')`)
    db.close()
    const before = readFileSync(path)
    expect(await problemOf(config)).toMatchObject({
      code: 'database_newer',
      detail: expect.stringContaining('999'),
    })
    const after = new Database(path, { readonly: true })
    expect(after.prepare('select * from meta').all()).toEqual([{ key: 'schema_version', value: '999' }])
    after.close()
    expect(before.length).toBeGreaterThan(0)
  })

  it('a file that is no database', async () => {
    const config = configOf({})
    writeFileSync(join(config.dataDir, 'comanda.db'), 'not a database, but long enough to look at'.repeat(50))
    expect(await problemOf(config)).toMatchObject({ code: 'database_failed' })
  })

  it('a data folder that is a file', async () => {
    const path = join(folder(), 'data')
    writeFileSync(path, '')
    expect(await problemOf(configOf({ dataDir: path }))).toMatchObject({ code: 'data_dir_failed' })
  })

  it('[ENROL4] an empty hub whose cloud does not answer, or that has no code for it', async () => {
    const upstreamUrl = 'http://127.0.0.1:1'
    const config = configOf({ upstreamUrl, upstreamCode: 'AAAA-AAAA' })
    expect(await problemOf(config)).toMatchObject({
      code: 'upstream_unreachable',
      detail: expect.stringContaining(upstreamUrl),
    })
    expect(await problemOf(configOf({ upstreamUrl }))).toMatchObject({ code: 'upstream_refused' })
    // No store was made meanwhile; and one that is there opens whatever the cloud does.
    const started = await startServer({ ...config, upstreamUrl: null }, null)
    if (!started.ok) throw new Error(started.error.code)
    await started.value.close()
    expect(await problemOf(config)).toBe(null)
  })

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ UPSTREAM_URL: 'cloud.example' }, 'UPSTREAM_URL'],
    [{ UPSTREAM_URL: 'ftp://cloud.example' }, 'UPSTREAM_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  ])('a setting %o', (env, name) => {
    const config = readConfig(env)
    expect(config).toMatchObject({
      ok: false,
      error: { code: 'bad_setting', detail: expect.stringContaining(name) },
    })
  })

  it('has words and a remedy for every code', () => {
    const codes = [
      'bad_setting',
      'port_busy',
      'database_unreachable',
      'database_newer',
      'database_failed',
      'data_dir_failed',
      'storage_full',
      'upstream_unreachable',
      'upstream_refused',
    ] as const
    for (const code of codes) expect(errors[code].remedy).not.toBe('')
  })
})

describe('[START2] the demo café', () => {
  it('moves into an empty folder only, and once', async () => {
    const cafe = await openCafe()
    const { replica } = cafe.server().hub
    const heads = await replica.heads()
    await cafe.stopServer()
    await cafe.startServer()
    expect(await cafe.server().hub.replica.heads()).toEqual(heads)
    await cafe.close()
  })

  it('never moves in in production', async () => {
    const started = await startServer(configOf({ production: true }), {
      printer: { host: '127.0.0.1', port: 1 },
    })
    if (!started.ok) throw new Error(started.error.code)
    const { demo, hub } = started.value
    const people = await hub.replica.db.selectFrom('users').selectAll().execute()
    await started.value.close()
    expect({ demo, people }).toEqual({ demo: false, people: [] })
  })
})
