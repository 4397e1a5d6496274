// The long forms of proofs that `npm test` does in a short one:
//   npm run prove -- pairs [--times 50]      two tills pay in the same instant
//   npm run prove -- lines [--times 20]      devices on bad lines to a real server, by seed
//   npm run prove -- kills [--times 200]     a server on SQLite, one on PostgreSQL and a browser, killed in the middle of
//                                            writes, a third of the times each
//   npm run prove -- friday [--times 120]    a Friday evening of so many orders, through the screens
//   npm run prove -- power [--times 10000]   power cuts in what a hub writes
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

interface Proof {
  readonly files: readonly string[]
  readonly times: number
  /** What the times are shared by. */
  readonly parts?: number
}

const PROOFS: ReadonlyMap<string, Proof> = new Map([
  ['pairs', { files: ['tests/e2e/pairs.e2e.ts'], times: 50 }],
  ['lines', { files: ['tests/server/bad-lines.real.test.ts'], times: 20 }],
  ['kills', { files: ['tests/server/kills.real.test.ts', 'tests/e2e/kills.e2e.ts'], times: 200, parts: 3 }],
  ['friday', { files: ['tests/e2e/friday.e2e.ts'], times: 120 }],
  ['power', { files: ['tests/server/power-cut.real.test.ts'], times: 10_000 }],
])

const { values, positionals } = parseArgs({ options: { times: { type: 'string' } }, allowPositionals: true })
const proof = PROOFS.get(positionals[0] ?? '')
const times = Number(values.times ?? proof?.times)
if (proof === undefined || !Number.isSafeInteger(times) || times < 1) {
  console.error(`npm run prove -- ${[...PROOFS.keys()].join(' | ')} [--times N]`)
  process.exitCode = 1
} else {
  const env = { ...process.env, PROVE_TIMES: String(Math.ceil(times / (proof.parts ?? 1))) }
  const run = ['vitest', 'run', '--project', 'real', '--project', 'e2e', ...proof.files]
  process.exitCode = spawnSync('npx', run, { stdio: 'inherit', env }).status ?? 1
}
