import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseChecks } from '../contract/database-checks.ts'
import { openBuiltPage, type BuiltPage } from '../support/built-page.ts'

/** The same list of checks as on native SQLite and PostgreSQL, on SQLite WASM over OPFS in a real browser. */
describe('the database contract in Chromium', () => {
  let built: BuiltPage

  beforeAll(async () => {
    built = await openBuiltPage(resolve(import.meta.dirname, '../contract'))
  })

  afterAll(() => built.close())

  it.each(databaseChecks.map((check, index) => [check.name, index] as const))('%s', async (_name, index) => {
    const result = await built.page.evaluate((i) => window.runDatabaseCheck(i), index)
    expect(result.error).toBeNull()
  })
})
