import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { people } from '#demo/people.ts'
import { openProfile } from '../support/browser.ts'
import { openCafe } from '../support/cafe.ts'
import { Login } from '../e2e/screens/login.ts'
import { installProbe } from './probe.ts'
import { atMost, rowOf, targetRow, type Measured } from './rows.ts'
import { percentile } from './stats.ts'

const STARTS = 8
const SLOWDOWN = 4
const TARGET_MS = 1_500
const TARGET_KB = 350

const ASSETS = fileURLToPath(new URL('../../dist/app/assets', import.meta.url))
const STATIC_IMPORT = /(?:import|from)\s*["']\.\/([^"']+\.js)["']/g
/** What the entry starts by itself. */
const STARTED = /^(?:screens|worker)-/
/** What is read while somebody types a PIN: the screens behind the log-in, the line to the server, the check of PINs. */
const READ_BEHIND = /^(?:screens|worker|rest|driver|index\.esm)-/

/** A till switched on in the morning, from what it has cached, and what it must load before anybody can sell. */
export async function measureColdStart(): Promise<Measured> {
  const cafe = await openCafe({ printing: false })
  try {
    const first = await openProfile()
    await firstVisit(first.context, cafe.origin)
    await first.context.close()
    const took: number[] = []
    const kilobytes = sizeOf(STARTED)
    for (let n = 0; n < STARTS; n += 1) took.push(await start(first.directory, cafe.origin))
    const started = 'Cold start from cache to the log-in, CPU ÷ 4'
    const size = 'JavaScript of the app shell, gzipped'
    return {
      rows: [
        targetRow(`${started}, p50`, 'ms', percentile(took, 0.5), TARGET_MS),
        targetRow(`${started}, most`, 'ms', Math.max(...took), TARGET_MS),
        targetRow(size, 'KB', kilobytes, TARGET_KB),
        rowOf(
          'JavaScript until the first sale; of it before the log-in',
          'KB',
          sizeOf(READ_BEHIND),
          kilobytes,
        ),
      ],
      checks: [
        atMost(started, percentile(took, 0.5), TARGET_MS),
        {
          says: `${size}: ${Math.round(kilobytes)} KB, at most ${TARGET_KB} KB`,
          holds: kilobytes <= TARGET_KB,
        },
      ],
    }
  } finally {
    await cafe.close()
  }
}

/** Pairs, logs in and waits until everything is cached. */
async function firstVisit(context: BrowserContext, origin: string): Promise<void> {
  const page = await pageOf(context)
  await page.goto(origin)
  const [waiter] = people
  if (waiter === undefined) throw new Error('assertion failed: the demo has people')
  await new Login(page).as(waiter)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
}

/** Kilobytes, gzipped, of the page, the files that are named so, and all that they cannot begin without. */
function sizeOf(names: RegExp): number {
  const files = readdirSync(ASSETS).filter((file) => file.endsWith('.js'))
  const needed = new Set<string>()
  const need = (file: string): void => {
    if (needed.has(file)) return
    needed.add(file)
    const code = readFileSync(join(ASSETS, file), 'utf8')
    for (const [, other = ''] of code.matchAll(STATIC_IMPORT)) need(other)
  }
  const html = readFileSync(join(ASSETS, '../index.html'), 'utf8')
  files.filter((file) => html.includes(`src="/assets/${file}"`) || names.test(file)).forEach(need)
  const sizes = [...needed].map((file) => gzipSync(readFileSync(join(ASSETS, file))).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Milliseconds from the address to the painted question who works. */
async function start(directory: string, origin: string): Promise<number> {
  const { context } = await openProfile({ directory })
  try {
    // tsx wraps functions in this helper; pages do not have it.
    await context.addInitScript({ content: 'globalThis.__name ??= (of) => of' })
    await context.addInitScript(installProbe)
    await context.addInitScript(() => bench.expect('main li button'))
    const page = await pageOf(context)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(origin, { waitUntil: 'commit' })
    const paintedAt = await page.evaluate(() => bench.painted())
    return paintedAt - (await page.evaluate(() => performance.timeOrigin))
  } finally {
    await context.close()
  }
}

async function pageOf(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage())
}
