import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '#database/queries/records.ts'
import { errors } from '../../src/i18n/errors.ts'
import { readConfig, type Config } from '../../src/server/config.ts'
import { encryptDatabase } from '../../src/server/database/encrypt.ts'
import { startServer } from '../../src/server/start.ts'
import { journalOf } from '../support/replicas.ts'

const KEY = '5e'.repeat(32)
const OTHER_KEY = 'a7'.repeat(32)
const DEMO = { printer: { host: '127.0.0.1', port: 1 } }

let folder = ''
let dataDir = ''
let path = ''
let keyFile = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-encryption-'))
  dataDir = join(folder, 'data')
  mkdirSync(dataDir)
  path = join(dataDir, 'comanda.db')
  keyFile = join(folder, 'comanda.key')
})

function configOf(env: Readonly<Record<string, string>>): Config {
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', PRINTING: 'off', DATA_DIR: dataDir, ...env })
  if (!config.ok) throw new Error(config.error.detail)
  return config.value
}

/** Starts the café, looks at what it holds, and stops it. */
async function visit(env: Readonly<Record<string, string>>) {
  const started = await startServer(configOf(env), DEMO)
  if (!started.ok) return started.error
  const { db, store } = started.value.hub.replica
  const seen = { journal: await journalOf(db), settings: await readSettings(db, store) }
  await started.value.close()
  return { code: null, detail: '', ...seen }
}

describe('a hub with a key', () => {
  it('[CRYPT1] keeps its data encrypted, and has it again at the next start', async () => {
    const first = await visit({ DATABASE_KEY: KEY })
    expect(first.code).toBeNull()
    expect(readFileSync(path).includes('Café')).toBe(false)
    expect(await visit({ DATABASE_KEY: KEY })).toEqual(first)
  })

  it.each([
    ['another key', { DATABASE_KEY: OTHER_KEY }, 'database_key_wrong'],
    ['no key', {}, 'database_key_missing'],
    ['a key file that is not there', { DATABASE_KEY_FILE: 'gone' }, 'database_key_missing'],
  ])('[CRYPT2] refuses %s by name, and touches nothing', async (_name, env, code) => {
    await visit({ DATABASE_KEY: KEY })
    const before = readFileSync(path)
    const settings = 'DATABASE_KEY_FILE' in env ? { DATABASE_KEY_FILE: join(folder, 'gone') } : env
    const problem = await visit(settings)
    expect(problem).toMatchObject({ code })
    expect(problem.detail).not.toContain(OTHER_KEY)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(existsSync(join(folder, 'gone'))).toBe(false)
  })

  it('[CRYPT2] refuses to go on with data that is not encrypted, and says what to run', async () => {
    await visit({})
    const before = readFileSync(path)
    expect(await visit({ DATABASE_KEY: KEY })).toMatchObject({ code: 'database_not_encrypted' })
    expect(errors.database_not_encrypted.remedy).toContain('scripts/encrypt.ts')
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

describe('[CRYPT3] a key file', () => {
  it('is made for new data, for its owner alone, and used from then on', async () => {
    const first = await visit({ DATABASE_KEY_FILE: keyFile })
    expect(first.code).toBeNull()
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const key = readFileSync(keyFile, 'utf8')
    expect(key).toMatch(/^[0-9a-f]{64}\n$/)
    expect(await visit({ DATABASE_KEY_FILE: keyFile })).toEqual(first)
    expect(await visit({ DATABASE_KEY: key.trim() })).toEqual(first)
    expect(readFileSync(keyFile, 'utf8')).toBe(key)
  })

  it('is refused where others may read it, where it holds no key, and inside the data folder', async () => {
    writeFileSync(keyFile, KEY, { mode: 0o600 })
    chmodSync(keyFile, 0o640)
    expect(await visit({ DATABASE_KEY_FILE: keyFile })).toMatchObject({ code: 'database_key_refused' })
    chmodSync(keyFile, 0o600)
    writeFileSync(keyFile, KEY.slice(1))
    const short = await visit({ DATABASE_KEY_FILE: keyFile })
    expect(short).toMatchObject({ code: 'database_key_refused' })
    expect(short.detail).not.toContain(KEY.slice(1))
    const inside = join(dataDir, 'comanda.key')
    expect(await visit({ DATABASE_KEY_FILE: inside })).toMatchObject({ code: 'database_key_refused' })
    expect([existsSync(path), existsSync(inside)]).toEqual([false, false])
  })

  it.each([
    [{ DATABASE_KEY: 'secret-password' }],
    [{ DATABASE_KEY: KEY, DATABASE_KEY_FILE: '/a/key' }],
    [{ DATABASE_KEY: KEY, DATABASE_URL: 'postgres://till@localhost/cafe' }],
  ])('settings that make no sense are refused without a word of the key: %o', (env) => {
    const config = readConfig(env)
    expect(config).toMatchObject({ ok: false, error: { code: 'bad_setting' } })
    expect(JSON.stringify(config)).not.toContain(env.DATABASE_KEY)
  })
})

describe('[CRYPT4] encrypting the data of a hub', () => {
  const encrypt = (key = KEY) => encryptDatabase(configOf({ DATABASE_KEY: key }))

  it('keeps every event and leaves nothing plain', async () => {
    const before = await visit({})
    expect(await encrypt()).toEqual({ ok: true, value: 'now' })
    expect(await visit({ DATABASE_KEY: KEY })).toEqual(before)
    for (const end of ['.plain', '.encrypting', '-wal']) expect(existsSync(path + end)).toBe(false)
    expect(readFileSync(path).includes('Café')).toBe(false)
    expect(await encrypt()).toEqual({ ok: true, value: 'already' })
    expect(await encrypt(OTHER_KEY)).toMatchObject({ ok: false, error: { code: 'database_key_wrong' } })
  })

  it('makes the key file where it is asked to', async () => {
    const before = await visit({})
    const env = { DATABASE_KEY_FILE: keyFile }
    expect(await encryptDatabase(configOf(env))).toEqual({ ok: true, value: 'now' })
    expect(await visit(env)).toEqual(before)
  })

  it('stopped while it copied, begins anew', async () => {
    const before = await visit({})
    writeFileSync(`${path}.encrypting`, 'half a copy')
    writeFileSync(`${path}.encrypting-wal`, 'and its log')
    expect(await encrypt()).toEqual({ ok: true, value: 'now' })
    expect(await visit({ DATABASE_KEY: KEY })).toEqual(before)
  })

  it('stopped before the name was taken, begins anew, and the plain file still counts', async () => {
    const before = await visit({})
    linkSync(path, `${path}.plain`)
    expect(await visit({})).toEqual(before)
    expect(await encrypt()).toEqual({ ok: true, value: 'now' })
    expect(await visit({ DATABASE_KEY: KEY })).toEqual(before)
    expect(existsSync(`${path}.plain`)).toBe(false)
  })

  it('stopped before the plain file was gone, takes it away once the encrypted one is read', async () => {
    const before = await visit({})
    const plain = readFileSync(path)
    await encrypt()
    writeFileSync(`${path}.plain`, plain)
    expect(await encrypt(OTHER_KEY)).toMatchObject({ ok: false, error: { code: 'database_key_wrong' } })
    expect(existsSync(`${path}.plain`)).toBe(true)
    expect(await encrypt()).toEqual({ ok: true, value: 'already' })
    expect(existsSync(`${path}.plain`)).toBe(false)
    expect(await visit({ DATABASE_KEY: KEY })).toEqual(before)
  })

  it('is refused while a server runs on it', async () => {
    const started = await startServer(configOf({}), DEMO)
    if (!started.ok) throw new Error(started.error.code)
    expect(await encrypt()).toMatchObject({ ok: false, error: { code: 'server_running' } })
    await started.value.close()
    expect((await visit({})).code).toBeNull()
  })

  it('needs a key and something to encrypt', async () => {
    expect(await encrypt()).toMatchObject({ ok: false, error: { code: 'database_failed' } })
    await visit({})
    expect(await encryptDatabase(configOf({}))).toMatchObject({ ok: false, error: { code: 'bad_setting' } })
  })
})

describe('[CRYPT5] what the server is told about its devices', () => {
  it('is in the store’s settings, once, until it is told otherwise', async () => {
    const encryptOf = async (env: Readonly<Record<string, string>>) => {
      const seen = await visit(env)
      if (seen.code !== null) throw new Error(seen.code)
      return { encrypt: seen.settings?.encryptDevices, events: seen.journal.length }
    }
    const first = await encryptOf({})
    expect(first.encrypt).toBeUndefined()
    const events = first.events + 1
    expect(await encryptOf({ ENCRYPT_DEVICES: 'on' })).toEqual({ encrypt: true, events })
    expect(await encryptOf({ ENCRYPT_DEVICES: 'on' })).toEqual({ encrypt: true, events })
    expect(await encryptOf({})).toEqual({ encrypt: true, events })
    expect(await encryptOf({ ENCRYPT_DEVICES: 'off' })).toEqual({ encrypt: false, events: events + 1 })
  })
})

it('has words for every refusal', () => {
  const codes = [
    'database_key_wrong',
    'database_key_missing',
    'database_key_refused',
    'database_not_encrypted',
    'server_running',
  ] as const
  for (const code of codes) expect(errors[code].remedy.length).toBeGreaterThan(10)
})
