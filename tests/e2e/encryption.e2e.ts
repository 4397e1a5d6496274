import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLocal } from '#database/queries/local-values.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { open } from '../contract/cafe.ts'
import type { Answer, DieAt, Order } from '../encryption/worker.ts'
import { openBuiltPage, type BuiltPage } from '../support/built-page.ts'

const KEY = '5e'.repeat(32)
const OTHER_KEY = 'a7'.repeat(32)
const CANARY = 'canary-in-the-till-7421'

let built: BuiltPage

beforeAll(async () => {
  built = await openBuiltPage(resolve(import.meta.dirname, '../encryption'))
})

afterAll(() => built.close())

function inWorker(order: Order): Promise<Answer> {
  return built.page.evaluate((asked) => window.inWorker(asked), order)
}

async function filesOf(directory: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = await built.page.evaluate((name) => window.readFiles(name), directory)
  return new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'latin1')]))
}

function everythingIn(files: ReadonlyMap<string, Buffer>): string {
  return [...files.values()].map((bytes) => bytes.toString('latin1')).join('')
}

describe('[CRYPT1] a database the browser encrypts', () => {
  beforeAll(async () => {
    for (const directory of ['first', 'second'])
      await inWorker({ do: 'write', directory, key: KEY, text: CANARY })
  })

  it('has a random salt of its own, under one key', async () => {
    const salts = await Promise.all(
      ['first', 'second'].map(async (name) =>
        (await filesOf(name)).get('comanda.db')?.subarray(0, 16).toString('hex'),
      ),
    )
    expect(new Set(salts).size).toBe(2)
    for (const salt of salts) {
      expect(salt).toMatch(/^[0-9a-f]{32}$/)
      expect(new Set(salt?.match(/../g)).size).toBeGreaterThan(4)
    }
  })

  it('shows nothing of what was written, in the file and in its log', async () => {
    const files = await filesOf('first')
    expect(files.get('comanda.db-wal')?.byteLength).toBeGreaterThan(4096)
    expect(everythingIn(files)).not.toContain(CANARY)
    expect(everythingIn(files)).not.toContain('create table')
    // The same on a plain one: the search can find it.
    await inWorker({ do: 'start', directory: 'plain', text: CANARY })
    expect(everythingIn(await filesOf('plain'))).toContain(CANARY)
  })

  it('opens in the native program with its key, its log included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comanda-sealed-'))
    for (const [name, bytes] of await filesOf('first')) writeFileSync(join(folder, name), bytes)
    const path = join(folder, 'comanda.db')
    expect(() => openSqlite(path, OTHER_KEY)).toThrow('file is not a database')
    const database = await open(openSqlite(path, KEY))
    expect(await readLocal(database.db, '', 'text')).toBe(CANARY)
    await database.close()
    rmSync(folder, { recursive: true })
  })

  it('[CRYPT2] is refused to a wrong key, staying as it is, and to none', async () => {
    const before = await filesOf('second')
    const read = (key: string | null) => inWorker({ do: 'read', directory: 'second', key })
    expect(await read(OTHER_KEY)).toMatchObject({ problem: 'database_key_wrong' })
    expect(await filesOf('second')).toEqual(before)
    expect(await read(null)).toMatchObject({ problem: 'database_key_wrong' })
    expect(await read(KEY)).toMatchObject({ text: CANARY })
  })
})

describe('[CRYPT5] a device that moves to an encrypted database', () => {
  it('has everything there and nothing plain left, and keeps its key wrapped [CRYPT6]', async () => {
    await inWorker({ do: 'start', directory: 'moved', text: CANARY })
    await inWorker({ do: 'seal', directory: 'moved', dieAt: null })
    expect(await inWorker({ do: 'start', directory: 'moved' })).toMatchObject({ sealed: true, text: CANARY })
    const files = await filesOf('moved')
    expect([...files.keys()]).not.toContain('comanda.db')
    expect(everythingIn(files)).not.toContain(CANARY)
    const { text: key, problem } = await inWorker({ do: 'look at the key' })
    expect({ key, problem }).toEqual({ key: expect.stringMatching(/^[0-9a-f]{64}$/), problem: null })
  })

  it.each<[DieAt, boolean]>([
    ['make', false],
    ['mark', false],
    ['marked', true],
  ])('and dies at "%s" has everything, and can move again', async (dieAt, sealed) => {
    const directory = `died-${dieAt}`
    await inWorker({ do: 'start', directory, text: 'before' })
    expect(await inWorker({ do: 'seal', directory, dieAt })).toMatchObject({ problem: 'died' })
    expect(await inWorker({ do: 'start', directory, text: CANARY })).toMatchObject({ sealed, text: CANARY })
    if (!sealed) await inWorker({ do: 'seal', directory, dieAt: null })
    expect(await inWorker({ do: 'start', directory })).toMatchObject({ sealed: true, text: CANARY })
    expect(everythingIn(await filesOf(directory))).not.toContain(CANARY)
  })

  it('[CRYPT2] and loses its key says so, and so does one with another key', async () => {
    await inWorker({ do: 'start', directory: 'keyless', text: CANARY })
    await inWorker({ do: 'seal', directory: 'keyless', dieAt: null })
    const sealed = await filesOf('keyless')
    await inWorker({ do: 'start', directory: 'other', text: 'other' })
    await inWorker({ do: 'seal', directory: 'other', dieAt: null })
    expect(await inWorker({ do: 'start', directory: 'keyless' })).toMatchObject({
      problem: 'database_key_wrong',
    })
    await built.page.evaluate(
      () =>
        new Promise((done) => {
          indexedDB.deleteDatabase('comanda-key').addEventListener('success', () => done(null))
        }),
    )
    expect(await inWorker({ do: 'start', directory: 'keyless' })).toMatchObject({
      problem: 'database_key_missing',
    })
    expect(await filesOf('keyless')).toEqual(sealed)
  })
})
