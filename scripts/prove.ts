// The long forms of proofs that `npm test` does in a short one:
//   npm run prove -- pairs [--times 50]     two tills pay in the same instant
//   npm run prove -- lines [--times 20]     devices on bad lines to a real server, by seed
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

interface Proof {
  readonly project: 'e2e' | 'real'
  readonly files: readonly string[]
  readonly times: number
}

const PROOFS: ReadonlyMap<string, Proof> = new Map([
  ['pairs', { project: 'e2e', files: ['tests/e2e/pairs.e2e.ts'], times: 50 }],
  ['lines', { project: 'real', files: ['tests/server/bad-lines.real.test.ts'], times: 20 }],
])

const { values, positionals } = parseArgs({ options: { times: { type: 'string' } }, allowPositionals: true })
const proof = PROOFS.get(positionals[0] ?? '')
const times = Number(values.times ?? proof?.times)
if (proof === undefined || !Number.isSafeInteger(times) || times < 1) {
  console.error(`npm run prove -- ${[...PROOFS.keys()].join(' | ')} [--times N]`)
  process.exitCode = 1
} else {
  const run = ['vitest', 'run', '--project', proof.project, '--silent=false', ...proof.files]
  const env = { ...process.env, PROVE_TIMES: String(times) }
  process.exitCode = spawnSync('npx', run, { stdio: 'inherit', env }).status ?? 1
}
