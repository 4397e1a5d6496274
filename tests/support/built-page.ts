import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { build, preview } from 'vite'
import { openProfile } from './browser.ts'

/** `page.html` of a folder of tests, built as the screens are and open in a browser profile of its own. */
export interface BuiltPage {
  readonly page: Page
  close(): Promise<void>
}

export async function openBuiltPage(root: string): Promise<BuiltPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'comanda-page-'))
  const shared = { root, configFile: false, logLevel: 'error' } as const
  await build({
    ...shared,
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: join(root, 'page.html') },
    },
  })
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } })
  const profile = await openProfile()
  const page = await profile.context.newPage()
  await page.goto(`${server.resolvedUrls?.local[0] ?? ''}page.html`)
  return {
    page,
    async close() {
      await profile.context.close()
      await server.close()
      rmSync(profile.directory, { recursive: true, force: true })
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
