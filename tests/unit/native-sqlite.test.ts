import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '#server/database/sqlite.ts'
import { open, replicaOn, seed } from '../contract/cafe.ts'
import { databaseSuite } from '../contract/database-suite.ts'
import { journalOf } from '../support/replicas.ts'

databaseSuite('SQLite in memory', async () => {
  const source = openSqlite(':memory:')
  return { source, dispose: () => source.close() }
})

databaseSuite('a SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-contract-'))
  const source = openSqlite(join(folder, 'store.sqlite'))
  return {
    source,
    dispose: async () => {
      await source.close()
      rmSync(folder, { recursive: true })
    },
  }
})

describe('a SQLite file', () => {
  test('[SYNC17] opened again by another process has everything', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comanda-contract-'))
    const path = join(folder, 'store.sqlite')
    const first = await open(openSqlite(path))
    await seed(replicaOn(first, 'till'))
    const before = await journalOf(first.db)
    await first.close()
    const second = await open(openSqlite(path))
    expect(await journalOf(second.db)).toEqual(before)
    await second.close()
    rmSync(folder, { recursive: true })
  })
})

describe('the contract', () => {
  test('[SYNC18] has a check of every query there is', () => {
    const queries = fileURLToPath(new URL('../../src/database/queries/', import.meta.url))
    const checks = readdirSync(fileURLToPath(new URL('../contract/', import.meta.url)))
      .filter((file) => file.endsWith('-checks.ts'))
      .map((file) => readFileSync(new URL(`../contract/${file}`, import.meta.url), 'utf8'))
      .join('\n')
    const names = readdirSync(queries).flatMap((file) =>
      [...readFileSync(join(queries, file), 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(
        ([, name]) => name ?? '',
      ),
    )
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(checks, name).toMatch(new RegExp(`\\b${name}\\(`))
  })
})
