// Runs the simulator: npm run simulate -- --seeds 200 [--from 1] | --seed 17   [--sabotage noFlush]
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import type { Sabotage } from '#sync/ports.ts'
import { simulate, type Outcome } from '../tests/simulation/run.ts'

const SABOTAGES = ['noDedup', 'noFlush', 'noTieBreak'] as const satisfies readonly (keyof Sabotage)[]
const PROCESSES = 2
// Every so many seeds one runs twice: the same seed must give the same trace (I13).
const TWICE_EVERY = 25

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    sabotage: { type: 'string' },
    part: { type: 'string' },
  },
})

/** What one process tells the other of a seed. */
interface Told extends Omit<Outcome, 'counts'> {
  readonly counts: readonly (readonly [string, number])[]
}

const sabotage = readSabotage(values.sabotage)
if (values.seed !== undefined) await replay(readNumber(values.seed))
else if (values.part !== undefined) await runPart(readNumber(values.part))
else await runAll()

function readNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) fail(`not a whole number: ${text}`)
  return number
}

function readSabotage(name: string | undefined): Sabotage {
  if (name === undefined) return {}
  const found = SABOTAGES.find((one) => one === name)
  return found === undefined ? fail(`--sabotage is one of ${SABOTAGES.join(', ')}`) : { [found]: true }
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

async function replay(seed: number): Promise<void> {
  const { failure, lines, counts, traceHash } = await simulate({ seed, sabotage, keepTrace: true })
  for (const line of lines) console.log(line)
  printCounts(counts)
  console.log(`trace ${traceHash}`)
  if (failure !== null) console.log(`seed ${seed} failed ${failure.invariant}: ${failure.message}`)
  console.log(failure === null ? '1 passed, 0 failed' : '0 passed, 1 failed')
  process.exitCode = failure === null ? 0 : 1
}

/** In a process of its own: every PROCESSES-th seed. */
async function runPart(part: number): Promise<void> {
  const from = readNumber(values.from)
  for (let seed = from + part; seed < from + readNumber(values.seeds); seed += PROCESSES) {
    const outcome = await simulate({ seed, sabotage })
    const checked = seed % TWICE_EVERY === 0 ? await compareTwice(outcome) : outcome
    process.send?.({ ...checked, counts: [...checked.counts] } satisfies Told)
  }
  process.disconnect?.()
}

async function compareTwice(outcome: Outcome): Promise<Outcome> {
  const { traceHash } = await simulate({ seed: outcome.seed, sabotage })
  if (traceHash === outcome.traceHash || outcome.failure !== null) return outcome
  return {
    ...outcome,
    failure: { invariant: 'I13', message: `traces ${outcome.traceHash} and ${traceHash}` },
  }
}

async function runAll(): Promise<void> {
  const started = performance.now()
  const counts = new Map<string, number>()
  let passed = 0
  let failed = 0

  function take(told: Told): void {
    for (const [path, count] of told.counts) counts.set(path, (counts.get(path) ?? 0) + count)
    if (told.failure === null) passed += 1
    else {
      failed += 1
      console.log(`seed ${told.seed} failed ${told.failure.invariant}: ${told.failure.message}`)
    }
  }

  const parts = Array.from({ length: Math.min(PROCESSES, availableParallelism()) }, (_, part) => part)
  await Promise.all(parts.map((part) => runInProcess(part, take)))
  const missing = readNumber(values.seeds) - passed - failed
  if (missing > 0) fail(`${missing} seeds did not come to an end`)
  printCounts(counts)
  console.log(`took ${((performance.now() - started) / 1000).toFixed(1)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

function runInProcess(part: number, take: (told: Told) => void): Promise<void> {
  const script = process.argv[1] ?? fail('no script')
  return new Promise((resolve) => {
    const child = fork(script, [...process.argv.slice(2), '--part', String(part)])
    child.on('message', (told) => take(told as Told))
    child.on('exit', () => resolve())
  })
}

function printCounts(counts: Iterable<readonly [string, number]>): void {
  for (const [path, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${String(count).padStart(8)} × ${path}`)
  }
}
