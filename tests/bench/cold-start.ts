import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { people } from '#demo/people.ts'
import { openProfile } from '../support/browser.ts'
import { openCafe } from '../support/cafe.ts'
import { Login } from '../e2e/screens/login.ts'
import { atMost, targetRow, type Measured } from './rows.ts'
import { percentile } from './stats.ts'

const STARTS = 8
const SLOWDOWN = 4
const TARGET_MS = 1_500
const TARGET_KB = 350

/** A till switched on in the morning, from what it has cached, and what it must load before anybody can sell. */
export async function measureColdStart(): Promise<Measured> {
  const cafe = await openCafe({ printing: false })
  try {
    const first = await openProfile()
    const kilobytes = await firstVisit(first.context, cafe.origin)
    await first.context.close()
    const took: number[] = []
    for (let n = 0; n < STARTS; n += 1) took.push(await start(first.directory, cafe.origin))
    const started = 'Cold start from cache to the log-in, CPU ÷ 4'
    const size = 'JavaScript until the floor is on the screen, gzipped'
    return {
      rows: [
        targetRow(`${started}, p50`, 'ms', percentile(took, 0.5), TARGET_MS),
        targetRow(`${started}, most`, 'ms', Math.max(...took), TARGET_MS),
        targetRow(size, 'KB', kilobytes, TARGET_KB),
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

/** Pairs, logs in and waits until everything is cached. Answers with the kilobytes of script it took. */
async function firstVisit(context: BrowserContext, origin: string): Promise<number> {
  const scripts: Promise<number>[] = []
  let selling = false
  context.on('response', (response) => {
    const wanted = !selling && new URL(response.url()).pathname.endsWith('.js')
    if (wanted && response.request().serviceWorker() === null && !response.url().endsWith('/sw.js'))
      scripts.push(response.body().then((body) => gzipSync(body).length))
  })
  const page = await pageOf(context)
  await page.goto(origin)
  const [waiter] = people
  if (waiter === undefined) throw new Error('assertion failed: the demo has people')
  await new Login(page).as(waiter)
  selling = true
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  const sizes = await Promise.all(scripts)
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Milliseconds from the address to the painted question who works. */
async function start(directory: string, origin: string): Promise<number> {
  const { context } = await openProfile({ directory })
  try {
    const page = await pageOf(context)
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await page.goto(origin, { waitUntil: 'commit' })
    await new Login(page).title.waitFor()
    return await page.evaluate(
      () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
    )
  } finally {
    await context.close()
  }
}

async function pageOf(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage())
}
