import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cipherPragmas, databaseKeyOf } from '#database/cipher.ts'
import { copyDatabase } from '#database/copy.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import { open } from '../contract/cafe.ts'
import { databaseSuite } from '../contract/database-suite.ts'

const KEY = databaseKeyOf(new Uint8Array(32).fill(0x5e))
const OTHER_KEY = databaseKeyOf(new Uint8Array(32).fill(0xa7))
const CANARY = 'canary-in-the-hub-7421'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comanda-sealed-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

databaseSuite('an encrypted SQLite file', async () => {
  const source = openSqlite(join(folder, 'store.sqlite'), KEY)
  return { source, dispose: () => source.close() }
})

/** What lies on the disk while the database is open: its pages and its log. */
async function bytesOf(name: string, key: string | null): Promise<{ main: Buffer; log: Buffer }> {
  const path = join(folder, name)
  const first = await open(openSqlite(path, key))
  await writeLocal(first.db, '', 'text', CANARY)
  await first.close()
  const again = await open(openSqlite(path, key))
  await writeLocal(again.db, '', 'more', CANARY)
  const bytes = { main: readFileSync(path), log: readFileSync(`${path}-wal`) }
  await again.close()
  return bytes
}

describe('[CRYPT1] an encrypted file', () => {
  test('has a random salt, under one key', async () => {
    const salts = [await bytesOf('a', KEY), await bytesOf('b', KEY)].map(({ main }) =>
      main.subarray(0, 16).toString('hex'),
    )
    expect(new Set(salts).size).toBe(2)
    for (const salt of salts) expect(new Set(salt.match(/../g)).size).toBeGreaterThan(4)
  })

  test('shows nothing of what was written, and a plain one does', async () => {
    const sealed = await bytesOf('a', KEY)
    expect(sealed.main.length).toBeGreaterThan(4096)
    expect(sealed.log.length).toBeGreaterThan(4096)
    for (const bytes of [sealed.main, sealed.log]) {
      expect(bytes.includes(CANARY)).toBe(false)
      expect(bytes.includes('create table')).toBe(false)
    }
    const plain = await bytesOf('b', null)
    expect([plain.main.includes(CANARY), plain.log.includes(CANARY)]).toEqual([true, true])
  })

  test('[CRYPT2] does not open with another key or with none, and stays byte for byte', async () => {
    const path = join(folder, 'a')
    const first = await open(openSqlite(path, KEY))
    await writeLocal(first.db, '', 'text', CANARY)
    await first.close()
    const before = readFileSync(path)
    for (const key of [OTHER_KEY, null]) expect(() => openSqlite(path, key)).toThrow('file is not a database')
    expect(readFileSync(path).equals(before)).toBe(true)
    const again = await open(openSqlite(path, KEY))
    expect(await readLocal(again.db, '', 'text')).toBe(CANARY)
    await again.close()
  })

  test('[CRYPT2] that a crash left with its log is as safe from a wrong key', async () => {
    const path = join(folder, 'crashed')
    const running = await open(openSqlite(join(folder, 'running'), KEY))
    await writeLocal(running.db, '', 'text', CANARY)
    for (const end of ['', '-wal']) copyFileSync(join(folder, `running${end}`), path + end)
    await running.close()
    const before = ['', '-wal'].map((end) => readFileSync(path + end))
    expect(() => openSqlite(path, OTHER_KEY)).toThrow()
    expect(['', '-wal'].map((end) => readFileSync(path + end))).toEqual(before)
    const again = await open(openSqlite(path, KEY))
    expect(await readLocal(again.db, '', 'text')).toBe(CANARY)
    await again.close()
  })

  test('takes 32 random bytes for a key, and nothing else', () => {
    expect(KEY).toBe('5e'.repeat(32))
    expect(() => databaseKeyOf(new Uint8Array(16))).toThrow('assertion failed')
    for (const key of ['', 'secret', `${KEY}'; --`])
      expect(() => cipherPragmas(key)).toThrow('assertion failed')
  })
})

describe('[CRYPT4] a copy of a database', () => {
  test('has every row, index and trigger, and uses no number again', async () => {
    const plain = openSqlite(join(folder, 'plain'))
    const source = await plain.acquire()
    for (const sql of [
      'create table serial (n integer primary key autoincrement, text text) strict',
      'create table "odd name" (a text, b blob, c real)',
      'create index by_text on serial (text)',
      "create trigger noted after delete on serial begin insert into \"odd name\" values ('gone', x'00ff', 0.5); end",
      "insert into serial (text) values ('one'), ('two'), ('three')",
      "delete from serial where text = 'three'",
    ])
      await source.execute(sql, [])
    await plain.close()
    const sealed = openSqlite(join(folder, 'sealed'), KEY)
    const copy = await sealed.acquire()
    await copy.execute(`attach ? as plain key ''`, [join(folder, 'plain')])
    await copyDatabase(copy, 'plain')
    const names = await copy.execute('select name from main.sqlite_schema order by name', [])
    expect(names.rows.map(({ name }) => name)).toEqual([
      'by_text',
      'noted',
      'odd name',
      'serial',
      'sqlite_sequence',
    ])
    await copy.execute("insert into serial (text) values ('four')", [])
    expect((await copy.execute('select n, text from serial', [])).rows).toEqual([
      { n: 1, text: 'one' },
      { n: 2, text: 'two' },
      { n: 4, text: 'four' },
    ])
    expect((await copy.execute('select count(*) as n from "odd name"', [])).rows).toEqual([{ n: 1 }])
    await sealed.close()
  })

  test('is not made into a database that holds something', async () => {
    const plain = openSqlite(join(folder, 'plain'))
    await (await plain.acquire()).execute('create table t (a text) strict', [])
    await plain.close()
    const sealed = openSqlite(join(folder, 'sealed'), KEY)
    const copy = await sealed.acquire()
    await copy.execute('create table t (a text) strict', [])
    await copy.execute("insert into t values ('kept')", [])
    await copy.execute(`attach ? as plain key ''`, [join(folder, 'plain')])
    await expect(copyDatabase(copy, 'plain')).rejects.toThrow('already exists')
    expect((await copy.execute('select a from main.t', [])).rows).toEqual([{ a: 'kept' }])
    await sealed.close()
  })
})
