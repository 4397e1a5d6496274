import { describe, expect, test } from 'vitest'
import type { Sabotage } from '#sync/ports.ts'
import { simulate, type Outcome } from './run.ts'

const SEEDS = 40

async function firstFailure(sabotage: Sabotage): Promise<Outcome | null> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const outcome = await simulate({ seed, sabotage })
    if (outcome.failure !== null) return outcome
  }
  return null
}

describe('the simulator', () => {
  test('[I1] [I2] [I3] [I4] [I5] [I6] [I9] hold on every seed', { timeout: 120_000 }, async () => {
    const failed: string[] = []
    const reached = new Set<string>()
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { failure, counts } = await simulate({ seed })
      if (failure !== null) failed.push(`seed ${seed} ${failure.invariant}: ${failure.message}`)
      for (const path of counts.keys()) reached.add(path)
    }
    expect(failed).toEqual([])
    // A simulation that never meets its faults proves nothing.
    expect(RARE_PATHS.filter((path) => !reached.has(path))).toEqual([])
  })

  test('[I13] the same seed gives the same trace, another seed another', { timeout: 60_000 }, async () => {
    const [first, again, other] = [
      await simulate({ seed: 7 }),
      await simulate({ seed: 7 }),
      await simulate({ seed: 8 }),
    ]
    expect(again.traceHash).toBe(first.traceHash)
    expect(other.traceHash).not.toBe(first.traceHash)
  })

  test.each([
    ['noDedup', ['I2', 'I6', 'I9']],
    ['noFlush', ['I1', 'I2']],
    ['noTieBreak', ['I3']],
  ] as const)('finds the planted bug %s', { timeout: 60_000 }, async (bug, invariants) => {
    const found = await firstFailure({ [bug]: true })
    expect(invariants).toContain(found?.failure?.invariant)
  })
})

const RARE_PATHS = [
  'crash in txn',
  'crash before commit',
  'crash after commit',
  'crash in flush',
  'crash after flush',
  'unflushed transactions lost',
  'unflushed transactions kept',
  'duplicate of a frame',
  'late repeat of a frame',
  'partition',
  'one-way cut',
  'clock jump',
  'gap in live frames',
  'equal stamps of two devices on one entity',
  'event arrived behind a later one (folded anew)',
  'request repeated known events',
  'retry found it done',
  'retry had to do it',
  'reply of several pages',
  'two replicas with equal heads compared',
  'device cloned',
  'device restored from a backup',
  'fork ended under a new id',
  'fork of another log undone',
] as const
