import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseChecks } from '../contract/database-checks.ts'
import { openProfile, type Profile } from '../support/browser.ts'

/** The same list of checks as on native SQLite and PostgreSQL, on SQLite WASM over OPFS in a real browser. */
describe('the database contract in Chromium', () => {
  let server: PreviewServer
  let profile: Profile
  let page: Page

  beforeAll(async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'comanda-contract-'))
    const root = resolve(import.meta.dirname, '../contract')
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      worker: { format: 'es' },
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        rolldownOptions: { input: join(root, 'page.html') },
      },
    })
    server = await preview({
      root,
      configFile: false,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0 },
    })
    profile = await openProfile()
    page = await profile.context.newPage()
    await page.goto(`${server.resolvedUrls?.local[0] ?? ''}page.html`)
  })

  afterAll(async () => {
    await profile.context.close()
    await server.close()
  })

  it.each(databaseChecks.map((check, index) => [check.name, index] as const))('%s', async (_name, index) => {
    const result = await page.evaluate((i) => window.runDatabaseCheck(i), index)
    expect(result.error).toBeNull()
  })
})
