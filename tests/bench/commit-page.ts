import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from 'playwright-core'
import { build } from 'vite'
import type { CommitAsk, CommitTimes } from './commit-worker.ts'

/** A page with nothing but a worker that commits: the device's database without the device. */
export interface CommitPage {
  /** The `n`th commit, and plain writes of as many bytes as it took and of `bytes`. */
  measure(n: number, bytes: number): Promise<CommitTimes>
  close(): Promise<void>
}

declare global {
  /** Of the bare page below. */
  var commits: { ask(ask: CommitAsk): Promise<CommitTimes | null> }
}

const PAGE = `<!doctype html><script type="module">
  const worker = new Worker('/commit-worker.js', { type: 'module' })
  globalThis.commits = {
    ask: (ask) => new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (typeof data === 'string' ? reject(new Error(data)) : resolve(data))
      worker.postMessage(ask)
    }),
  }
</script>`

const TYPES: { readonly [extension: string]: string } = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}

export async function openCommitPage(context: BrowserContext): Promise<CommitPage> {
  const outDir = mkdtempSync(join(tmpdir(), 'comanda-commit-'))
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    build: {
      outDir,
      target: 'es2022',
      rollupOptions: {
        input: fileURLToPath(new URL('commit-worker.ts', import.meta.url)),
        output: { entryFileNames: 'commit-worker.js' },
      },
    },
  })
  const http = createServer(({ url = '/' }, response) => {
    const type = TYPES[extname(url)]
    if (type === undefined) response.setHeader('content-type', 'text/html').end(PAGE)
    else response.setHeader('content-type', type).end(readFileSync(join(outDir, url)))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const page = await context.newPage()
  await page.goto(`http://localhost:${(http.address() as AddressInfo).port}`)
  await page.evaluate(() => commits.ask({ kind: 'open' }))
  return {
    async measure(n, bytes) {
      const times = await page.evaluate((ask) => commits.ask(ask), { kind: 'measure', n, bytes } as const)
      if (times === null) throw new Error('assertion failed: a measurement answers with times')
      return times
    },
    close: async () => {
      await page.close()
      http.closeAllConnections()
      http.close()
    },
  }
}
