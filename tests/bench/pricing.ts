import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { openProfile } from '../support/browser.ts'
import { timeSteps, type StepTimes } from './pure-steps.ts'
import { rowOf, type Check, type Measured, type Row } from './rows.ts'
import { rounded } from './stats.ts'

declare global {
  /** Of the page below: the very code that is timed in Node. */
  var pureSteps: { timeSteps(): readonly StepTimes[] }
}

const SLOWDOWN = 4
const MOST_MICROSECONDS = 1_000

/** The two pure steps behind every tap: in Node, and on a page that is slowed down as a cheap tablet is. */
export async function measurePricing(): Promise<Measured> {
  const inNode = timeSteps()
  const { slow, fast } = await timeOnPage()
  return {
    rows: [...inNode.map(nodeRow), ...slow.map((step, at) => pageRow(step, fast[at]))],
    checks: slow.map(withinTarget),
  }
}

/** On the page's own thread, for that is the one the browser slows down. */
async function timeOnPage(): Promise<{
  readonly slow: readonly StepTimes[]
  readonly fast: readonly StepTimes[]
}> {
  const script = await bundled()
  const { context } = await openProfile()
  try {
    const page = await context.newPage()
    await page.addScriptTag({ content: script })
    const fast = await timedAt(page, 1)
    return { fast, slow: await timedAt(page, SLOWDOWN) }
  } finally {
    await context.close()
  }
}

async function timedAt(page: Page, rate: number): Promise<readonly StepTimes[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
  return page.evaluate(() => pureSteps.timeSteps())
}

/** As one script that leaves `pureSteps` behind. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: fileURLToPath(new URL('../..', import.meta.url)),
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('pure-steps.ts', import.meta.url)),
        formats: ['iife'],
        name: 'pureSteps',
      },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined
  if (chunk === undefined) throw new Error('assertion failed: the steps are bundled')
  return chunk.code
}

function nodeRow({ name, taken, copied }: StepTimes): Row {
  return rowOf(`${name}; copy them as JSON`, 'µs', taken, copied)
}

function pageRow({ name, taken }: StepTimes, fast: StepTimes | undefined): Row {
  return rowOf(`${name}, in Chromium, CPU ÷ ${SLOWDOWN}; at full speed`, 'µs', taken, fast?.taken ?? NaN)
}

function withinTarget({ name, taken }: StepTimes): Check {
  return {
    says: `${name}, CPU ÷ ${SLOWDOWN}: ${rounded(taken)} µs, at most ${MOST_MICROSECONDS} µs`,
    holds: taken <= MOST_MICROSECONDS,
  }
}
