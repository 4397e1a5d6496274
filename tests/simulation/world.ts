import { CrashSignal } from './crash.ts'
import { DiskFull } from './disk-full.ts'
import type { Random } from './random.ts'
import type { Trace } from './trace.ts'

export interface Failure {
  readonly invariant: string
  readonly message: string
}

/** Virtual time, and everything that waits for it. */
export interface World {
  readonly random: Random
  /** Milliseconds since the simulation began. */
  now(): number
  at(delayMs: number, run: () => void): void
  /** Lets a promise run on its own. Whatever it throws, but for a simulated crash or a full disk, breaks I6. */
  start(actor: string, task: Promise<unknown>): void
  log(actor: string, text: string): void
  /** Counts a rare path, to see that simulations reach it. */
  sometimes(path: string): void
  fail(invariant: string, message: string): void
  failure(): Failure | null
  counts(): ReadonlyMap<string, number>
  /** Runs until a virtual time, or until `done`, or until something fails. */
  runUntil(time: number, afterEach: () => void, done?: () => boolean): Promise<void>
}

interface Waiting {
  readonly time: number
  readonly order: number
  readonly run: () => void
}

export function createWorld(random: Random, trace: Trace): World {
  const waiting: Waiting[] = []
  const counts = new Map<string, number>()
  let now = 0
  let order = 0
  let failure: Failure | null = null

  function log(actor: string, text: string): void {
    trace.add(now, actor, text)
  }

  function fail(invariant: string, message: string): void {
    if (failure !== null) return
    failure = { invariant, message }
    log('FAILED', `${invariant} ${message}`)
  }

  function at(delayMs: number, run: () => void): void {
    const time = now + Math.max(0, Math.round(delayMs))
    order += 1
    // Kept from last to first; among equal times, the one asked for first is nearer the end.
    let low = 0
    let high = waiting.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((waiting[middle]?.time ?? 0) > time) low = middle + 1
      else high = middle
    }
    waiting.splice(low, 0, { time, order, run })
  }

  async function runUntil(end: number, afterEach: () => void, done?: () => boolean): Promise<void> {
    while (failure === null && done?.() !== true) {
      const next = waiting.at(-1)
      if (next === undefined || next.time > end) break
      waiting.pop()
      now = next.time
      next.run()
      await settled()
      if (failure === null) afterEach()
    }
    if (done === undefined && failure === null) now = end
  }

  return {
    random,
    now: () => now,
    at,
    start(actor, task) {
      task.catch((error: unknown) => {
        if (error instanceof DiskFull) log(actor, 'no room left on the disk')
        else if (!(error instanceof CrashSignal)) fail('I6', `${actor}: ${describe(error)}`)
      })
    },
    log,
    sometimes: (path) => void counts.set(path, (counts.get(path) ?? 0) + 1),
    fail,
    failure: () => failure,
    counts: () => counts,
    runUntil,
  }
}

/**
 * Everything under test only ever waits for promises that are ready or for virtual time, so one turn of the event
 * loop runs all of it dry, in the order of the language. No clock of the machine takes part.
 */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const where =
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/src/'))
      ?.trim() ?? ''
  return `${error.name}: ${error.message} ${where}`
}
