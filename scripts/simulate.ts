// Runs the simulator:
//   npm run simulate -- --seeds 200 [--from 1]      all of them; each must pass
//   npm run simulate -- --seed 17                   one of them, with everything that happens in it
//   npm run simulate -- --planted                   how many seeds it takes to find each bug planted in it
//     --only 1..12                                those of the list, to do it in pieces
// All take --bug "no flush": the first two plant it, the third hunts for it alone.
import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { NONE, type Planted } from '../tests/simulation/planted.ts'
import { PLANTED } from '../tests/simulation/planted-bugs.ts'
import { RARE_PATHS } from '../tests/simulation/rare-paths.ts'
import { simulate, type Outcome } from '../tests/simulation/run.ts'

const PROCESSES = 2
// A seed leaves much garbage and keeps little: with more room for it, it is collected in a fraction of the time.
const YOUNG_SPACE = '--max-semi-space-size=64'
// Every so many seeds one runs twice: the same seed must give the same trace (I13).
const TWICE_EVERY = 25
// In so many seeds every rare path must have been seen.
const SEEDS_FOR_ALL_PATHS = 1_000
// A planted bug must be found in so many seeds.
const SEEDS_A_BUG = 100

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    bug: { type: 'string' },
    planted: { type: 'boolean', default: false },
    only: { type: 'string' },
    part: { type: 'string' },
  },
})

/** What one process tells the other of a seed. */
interface Told extends Omit<Outcome, 'counts'> {
  readonly counts: readonly (readonly [string, number])[]
}

/** What one process tells the other of a bug; `seeds` null: not found. */
interface Hunted {
  readonly bug: string
  readonly seeds: number | null
  readonly found: string
}

const planted = readBug(values.bug)
if (values.seed !== undefined) await replay(readNumber(values.seed))
else if (values.planted) await (values.part === undefined ? huntAll() : huntPart(readNumber(values.part)))
else if (values.part !== undefined) await runPart(readNumber(values.part))
else await runAll()

function readNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 0) fail(`not a whole number: ${text}`)
  return number
}

function readBug(name: string | undefined): Planted {
  if (name === undefined) return NONE
  return PLANTED.get(name) ?? fail(`--bug is one of:\n${[...PLANTED.keys()].join('\n')}`)
}

function fail(message: string): never {
  console.error(message)
  process.exit(2)
}

async function replay(seed: number): Promise<void> {
  const { failure, lines, counts, traceHash } = await simulate({ seed, planted, keepTrace: true })
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
    const outcome = await simulate({ seed, planted })
    const checked = seed % TWICE_EVERY === 0 ? await compareTwice(outcome) : outcome
    process.send?.({ ...checked, counts: [...checked.counts] } satisfies Told)
  }
  process.disconnect?.()
}

async function compareTwice(outcome: Outcome): Promise<Outcome> {
  const { traceHash } = await simulate({ seed: outcome.seed, planted })
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

  await runParts((told) => take(told as Told))
  const missing = readNumber(values.seeds) - passed - failed
  if (missing > 0) fail(`${missing} seeds did not come to an end`)
  printCounts(counts)
  const unseen = RARE_PATHS.filter((path) => !counts.has(path))
  if (unseen.length > 0) console.log(`never seen: ${unseen.join(', ')}`)
  console.log(`took ${((performance.now() - started) / 1000).toFixed(1)} s`)
  console.log(`${passed} passed, ${failed} failed`)
  const allSeen = unseen.length === 0 || passed + failed < SEEDS_FOR_ALL_PATHS
  process.exitCode = failed === 0 && allSeen ? 0 : 1
}

/** What is hunted: all, those from one place in the list to another, or the one that is named. */
function hunted(): readonly string[] {
  if (values.bug !== undefined) return [values.bug]
  const all = [...PLANTED.keys()]
  if (values.only === undefined) return all
  const [first = '', last = first] = values.only.split('..')
  return all.slice(readNumber(first) - 1, readNumber(last))
}

/** In a process of its own: every PROCESSES-th bug. */
async function huntPart(part: number): Promise<void> {
  for (const bug of hunted().filter((_, index) => index % PROCESSES === part)) {
    process.send?.(await hunt(bug))
  }
  process.disconnect?.()
}

async function hunt(bug: string): Promise<Hunted> {
  const from = readNumber(values.from)
  for (let seed = from; seed < from + SEEDS_A_BUG; seed++) {
    const { failure } = await simulate({ seed, planted: PLANTED.get(bug) ?? NONE })
    if (failure === null) continue
    return { bug, seeds: seed - from + 1, found: `${failure.invariant} ${failure.message}` }
  }
  return { bug, seeds: null, found: '' }
}

async function huntAll(): Promise<void> {
  let caught = 0
  await runParts((told) => {
    const { bug, seeds, found } = told as Hunted
    if (seeds !== null) caught += 1
    console.log(`${(seeds ?? 'not').toString().padStart(4)}  ${bug.padEnd(38)} ${found.slice(0, 90)}`)
  })
  console.log(`caught ${caught} of ${hunted().length}`)
  process.exitCode = caught >= hunted().length * 0.95 ? 0 : 1
}

async function runParts(take: (told: unknown) => void): Promise<void> {
  const parts = Array.from({ length: Math.min(PROCESSES, availableParallelism()) }, (_, part) => part)
  await Promise.all(parts.map((part) => runInProcess(part, take)))
}

function runInProcess(part: number, take: (told: unknown) => void): Promise<void> {
  const script = process.argv[1] ?? fail('no script')
  return new Promise((resolve) => {
    const execArgv = [...process.execArgv, YOUNG_SPACE]
    const child = fork(script, [...process.argv.slice(2), '--part', String(part)], { execArgv })
    child.on('message', take)
    child.on('exit', () => resolve())
  })
}

function printCounts(counts: Iterable<readonly [string, number]>): void {
  for (const [path, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`${String(count).padStart(8)} × ${path}`)
  }
}
