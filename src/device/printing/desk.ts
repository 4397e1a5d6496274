import type { Result } from '#domain/result.ts'
import type { Failure } from '#device/messages.ts'
import type { PrintQueueView, SettlePrint } from '#device/messages/print-views.ts'
import { createAppointment } from '#link/appointment.ts'
import type { QueueApi } from './queue-api.ts'

/** What this device knows of the server's print queue. Nothing a person does waits for it. */
export interface PrintDesk {
  view(): PrintQueueView
  /** The queue changed, or the line to the server did. */
  look(): void
  settle(settling: Omit<SettlePrint, 'token'>, by: string): Promise<Result<null, Failure>>
  stop(): void
}

export const NOTHING_KNOWN: PrintQueueView = { isKnown: false, jobs: [], printers: [] }

/** While something waits, or nothing is known, it is asked this often; the server's word comes sooner. */
const LOOK_EVERY_MS = 15_000

export interface PrintDeskOptions {
  readonly api: QueueApi
  /** Whether there is a line to the server: without one nobody is asked. */
  readonly isReachable: () => boolean
  readonly onChanged: () => void
}

export function createPrintDesk({ api, isReachable, onChanged }: PrintDeskOptions): PrintDesk {
  let view = NOTHING_KNOWN
  let looking: Promise<void> | null = null
  let again = false
  let stopped = false
  const next = createAppointment(() => look())

  function look(): void {
    again = true
    looking ??= lookUntilStill().finally(() => {
      looking = null
    })
  }

  async function lookUntilStill(): Promise<void> {
    while (again && !stopped) {
      again = false
      const found = isReachable() ? await api.read() : null
      const now = found === null ? { ...view, isKnown: false } : { isKnown: true, ...found }
      const isNew = JSON.stringify(now) !== JSON.stringify(view)
      view = now
      if (isNew) onChanged()
    }
    if (!stopped && (!view.isKnown || view.jobs.length > 0)) next.within(LOOK_EVERY_MS)
  }

  return {
    view: () => view,
    look,
    async settle(settling, by) {
      const done = await api.settle(settling, by)
      look()
      return done
    },
    stop() {
      stopped = true
      next.cancel()
    },
  }
}
