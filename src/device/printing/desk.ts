import type { Result } from '#domain/result.ts'
import type { Failure } from '#device/messages.ts'
import type { PrintQueueView, SettlePrint } from '#device/messages/print-views.ts'
import { createAppointment } from '#link/appointment.ts'
import type { TestPrint } from '#spool/test-print.ts'
import type { OwnQueue } from './own-queue.ts'
import type { QueueApi, ReadQueue } from './queue-api.ts'

/** What this device knows of what is not printed: by its own printer, and by the server's. Nobody waits for it. */
export interface PrintDesk {
  view(): PrintQueueView
  /** A queue changed, or the line to the server did. */
  look(): void
  settle(settling: Omit<SettlePrint, 'token'>, by: string): Promise<Result<null, Failure>>
  test(asked: TestPrint): Promise<Result<null, Failure>>
  stop(): void
}

export const NOTHING_KNOWN: PrintQueueView = { isKnown: false, jobs: [], printers: [] }

/** While something waits, or nothing is known, it is asked this often; the server's word comes sooner. */
const LOOK_EVERY_MS = 15_000
/** What simply comes out is nobody's news: who sees it under way looks for its end. */
const LOOK_AT_MOVING_MS = 1_000

export interface PrintDeskOptions {
  readonly api: QueueApi
  /** The queue of the printer that hangs on this device. */
  readonly own: Pick<OwnQueue, 'view' | 'settle' | 'test'>
  /** Whether there is a line to the server: without one nobody is asked. */
  readonly isReachable: () => boolean
  readonly onChanged: () => void
}

export function createPrintDesk({ api, own, isReachable, onChanged }: PrintDeskOptions): PrintDesk {
  let view = NOTHING_KNOWN
  let known: ReadQueue = { jobs: [], printers: [] }
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
      const here = await own.view()
      const found = isReachable() ? await api.read() : null
      known = found ?? known
      const now = merged(here, known, found !== null)
      const isNew = JSON.stringify(now) !== JSON.stringify(view)
      view = now
      if (isNew) onChanged()
    }
    if (stopped || (view.isKnown && view.jobs.length === 0)) return
    next.within(view.jobs.some(isMoving) ? LOOK_AT_MOVING_MS : LOOK_EVERY_MS)
  }

  return {
    view: () => view,
    look,
    async settle(settling, by) {
      const done = (await own.settle(settling, by)) ?? (await api.settle(settling, by))
      look()
      return done
    },
    async test(asked) {
      const done = (await own.test(asked)) ?? (await api.test(asked))
      look()
      return done
    },
    stop() {
      stopped = true
      next.cancel()
    },
  }
}

function isMoving({ state, reason }: PrintQueueView['jobs'][number]): boolean {
  return reason === null && (state === 'queued' || state === 'sending')
}

/** First what hangs on this device: whoever looks stands beside it. */
function merged(here: ReadQueue, there: ReadQueue, isKnown: boolean): PrintQueueView {
  return {
    isKnown,
    jobs: [
      ...here.jobs.map((job) => ({ ...job, here: true })),
      ...there.jobs.map((job) => ({ ...job, here: false })),
    ],
    printers: [
      ...here.printers.map((printer) => ({ ...printer, here: true })),
      ...there.printers.map((printer) => ({ ...printer, here: false })),
    ],
  }
}
