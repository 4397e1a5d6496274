import { rmSync } from 'node:fs'
import { startStoreProcess } from '../support/killable-hub.ts'
import { planEvening } from './fanout-evening.ts'
import { openFleet } from './fanout-fleet.ts'
import { sendOrders } from './order-to-kitchen.ts'
import { atMost, targetRow, type Measured } from './rows.ts'
import { pause } from './station.ts'
import { percentile } from './stats.ts'

/** With the till and the kitchen screen, thirty. */
const OTHERS = 28
const EVENTS = 4_000
/** Twenty-eight busy waiters: a line every three seconds or so each. */
const EVENTS_A_SECOND = 10
const ORDERS = 80
const TARGET_MS = 150

/** From Send to the kitchen screen while a whole restaurant writes to the same hub. */
export async function measureCrowd(): Promise<Measured> {
  const evening = await planEvening(OTHERS, EVENTS)
  const hub = await startStoreProcess({ dataDir: evening.dataDir })
  const fleet = await openFleet(hub.origin, { ...evening, manner: 'protocol' })
  const closing = new AbortController()
  const writing = write()
  try {
    const { sent } = await sendOrders(hub.origin, ORDERS)
    const name = 'Send to painted on the kitchen screen, 30 devices'
    return {
      rows: [0.5, 0.99].map((share) =>
        targetRow(`${name}, p${share * 100}`, 'ms', percentile(sent, share), TARGET_MS),
      ),
      checks: [atMost(`${name}, p99`, percentile(sent, 0.99), TARGET_MS)],
    }
  } finally {
    closing.abort()
    await writing
    fleet.close()
    await hub.kill()
    rmSync(evening.dataDir, { recursive: true, force: true })
  }

  async function write(): Promise<void> {
    for (const frame of evening.frames) {
      if (closing.signal.aborted) return
      fleet.send(frame, false)
      await pause((frame.events.length / EVENTS_A_SECOND) * 1000)
    }
  }
}
