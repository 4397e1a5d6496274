import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { startStoreProcess } from '../support/killable-hub.ts'
import { openFleet, type Heard } from './fanout-fleet.ts'
import { planEvening, type Evening } from './fanout-evening.ts'
import { atMost, latencyRows, type Check, type Measured, type Row } from './rows.ts'
import { pause } from './station.ts'
import { percentile } from './stats.ts'

const FLEETS = [10, 100]
const EVENTS_A_SECOND = 200
const EVENTS = 4_400
const WARM_UP_MS = 2_000
const TARGET_MS = 50
const LAST_WORD_MS = 10_000
/** Of nothing that came. */
const NEVER = [Infinity]

/**
 * A hub's process on its file, and its devices in this one: how long after a device sends it knows that the hub keeps
 * its events, and how long until every other device has heard of them. Beside it, the same frames through a bare relay
 * that writes and flushes a file. The devices are lean: they speak the protocol and keep nothing, or a hundred
 * databases on one machine would be what is measured.
 */
export async function measureFanout(): Promise<Measured> {
  const rows: Row[] = []
  const checks: Check[] = []
  for (const devices of FLEETS) {
    const evening = await planEvening(devices, EVENTS)
    const hub = await startStoreProcess({ dataDir: evening.dataDir })
    const ours = await live(evening, hub, 'protocol')
    rmSync(evening.dataDir, { recursive: true, force: true })
    const bare = await live(evening, await startRelay(), 'bare')
    const at = `${devices} devices, ${EVENTS_A_SECOND} events/s; a bare relay with a file`
    const both = (what: 'acknowledged' | 'heard') => [some(ours[what]), some(bare[what])] as const
    rows.push(
      ...latencyRows(`Acknowledged by the hub, ${at}`, [0.5, 0.99], ...both('acknowledged')),
      ...latencyRows(`Heard by every other device, ${at}`, [0.5, 0.99], ...both('heard')),
    )
    checks.push(atMost(`Fan-out p99, ${devices} devices`, percentile(some(ours.heard), 0.99), TARGET_MS))
    checks.push({
      says: `${devices} devices heard ${ours.frames} of ${ours.expected} frames, ${ours.looks} times had to look, ${ours.failed} exchanges failed; their process was ${Math.round(ours.busy * 100)} % busy`,
      holds: ours.frames === ours.expected && ours.failed === 0,
    })
  }
  return { rows, checks }
}

function some(values: readonly number[]): readonly number[] {
  return values.length === 0 ? NEVER : values
}

interface Killable {
  readonly origin: string
  kill(): Promise<void>
}

interface Lived extends Heard {
  readonly expected: number
  /** Share of the time that this process was at work: one that has no time left hears late by its own fault. */
  readonly busy: number
}

/** Every frame leaves when its time has come, whatever became of the one before. */
async function live(
  { members, frames, heads, store }: Evening,
  server: Killable,
  manner: 'protocol' | 'bare',
): Promise<Lived> {
  const fleet = await openFleet(server.origin, { members, heads, store, manner })
  try {
    const startedAt = performance.now()
    const busySince = performance.eventLoopUtilization()
    let sent = 0
    for (const frame of frames) {
      const due = startedAt + (sent / EVENTS_A_SECOND) * 1000
      const wait = due - performance.now()
      if (wait > 0) await pause(wait)
      fleet.send(frame, performance.now() - startedAt > WARM_UP_MS)
      sent += frame.events.length
    }
    const busy = performance.eventLoopUtilization(busySince).utilization
    const expected = frames.length * (members.length - 1)
    const deadline = performance.now() + LAST_WORD_MS
    while (performance.now() < deadline && !(fleet.heard().frames === expected && fleet.isQuiet()))
      await pause(20)
    return { ...fleet.heard(), expected, busy }
  } finally {
    fleet.close()
    await server.kill()
  }
}

async function startRelay(): Promise<Killable> {
  const child = fork(join(import.meta.dirname, 'relay-process.ts'), { execArgv: ['--import', 'tsx'] })
  const port = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the relay ended with ${code}`)))
  })
  return { origin: `http://localhost:${String(port)}`, kill: async () => void child.kill('SIGKILL') }
}
