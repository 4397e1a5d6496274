import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { feedOnce } from '../ingest.ts'
import { atMost, rowOf, type Check, type Measured, type Row } from '../rows.ts'
import { PEERS } from './all.ts'

const TARGET_MS = 400
const BYTES_A_MB = 1_000_000

/** What one peer needed for the work. */
export interface Took {
  readonly syncMs: number
  readonly reloadMs: number
  readonly wireBytes: number | null
  readonly peakBytes: number
}

/**
 * 20,000 events from one replica to another, by this product and by others. Of each event this product checks hash and
 * chain, folds it and makes its tables, on the disk; the others take in the same facts as records.
 */
export async function measurePeers(): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-peers-'))
  const file = join(folder, 'feed.json')
  writeFileSync(file, JSON.stringify(await feedOnce()))
  const took = new Map<string, Took>()
  for (const name of Object.keys(PEERS)) {
    const one = await measure(name, file)
    console.error(`  ${name}: ${JSON.stringify(one)}`)
    took.set(name, one)
  }
  rmSync(folder, { recursive: true, force: true })
  const ours = took.get('comanda')
  if (ours === undefined) throw new Error('assertion failed: this product is among them')
  const rows = [...took].flatMap(([name, theirs]) => rowsOf(name, theirs, ours))
  return {
    rows,
    checks: [atMost('20,000 events to another replica', ours.syncMs, TARGET_MS), ...ahead(took)],
  }
}

/** Each beside this product. */
function rowsOf(name: string, took: Took, ours: Took): readonly Row[] {
  const { label = name, persists = false } = PEERS[name] ?? {}
  const note = persists ? 'on the disk' : 'in memory only'
  const mb = (bytes: number | null): number => (bytes ?? NaN) / BYTES_A_MB
  const rows = [
    rowOf(`${label}: sync of 20,000 events; Comanda`, 'ms', took.syncMs, ours.syncMs),
    rowOf(`${label}: opened again`, 'ms', took.reloadMs, ours.reloadMs),
    rowOf(`${label}: memory of both replicas`, 'MB', mb(took.peakBytes), mb(ours.peakBytes)),
    ...(took.wireBytes === null
      ? []
      : [rowOf(`${label}: on the line`, 'MB', mb(took.wireBytes), mb(ours.wireBytes))]),
  ]
  return rows.map((row) => ({ ...row, note }))
}

function ahead(took: ReadonlyMap<string, Took>): readonly Check[] {
  const ours = took.get('comanda')?.syncMs ?? NaN
  return [...took]
    .filter(([name]) => name !== 'comanda' && PEERS[name]?.persists === true)
    .map(([name, { syncMs }]) => ({
      says: `20,000 events sooner than ${PEERS[name]?.label}: ${Math.round(ours)} ms, ${Math.round(syncMs)} ms`,
      holds: ours < syncMs,
    }))
}

function measure(name: string, file: string): Promise<Took> {
  const child = fork(join(import.meta.dirname, 'peer-process.ts'), [name, file], {
    execArgv: ['--import', 'tsx'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (took) => {
      child.kill()
      resolve(took as Took)
    })
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })
}
