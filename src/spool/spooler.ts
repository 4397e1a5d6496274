import { forgetPrintJobs, readQueue, updateWaitingJob } from '#database/queries/print-jobs.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { QUEUE_TIMES, shouldMove, type QueueTimes } from '#printing/outcome.ts'
import { createHealth } from './health.ts'
import { DRAWER_MS } from './house-paper.ts'
import { createLooking, REST_MS } from './looking.ts'
import { createPrinters } from './printers.ts'
import { settleInterrupted, type Work } from './run-job.ts'
import { moveJob, otherPrinterOf } from './steps.ts'
import type { SpoolPlace } from './ports.ts'
import type { PrinterTimeouts } from './send.ts'
import { makeTickets } from './ticketing.ts'

/** Longer than anybody asks what was printed. */
const KEPT_MS = 30 * 24 * 3_600_000
const TIDY_AT_ONCE = 200
const TIDY_EVERY_MS = 3_600_000

/** Carries queued jobs to their printers: one at a time each, in order, for as long as it takes. */
export interface Spooler {
  /** Looks at the queue now. */
  kick(): void
  close(): Promise<void>
}

export interface SpoolerOptions extends SpoolPlace {
  readonly db: Db
  readonly store: string
  /** Where other processes take jobs in, too: how often to look without being told. */
  readonly lookEveryMs?: number
  /** Something people see of the queue changed. */
  readonly onChanged?: () => void
  /** Other times than a restaurant's: for tests. */
  readonly times?: QueueTimes
  readonly timeouts?: Partial<PrinterTimeouts>
}

export async function openSpooler(options: SpoolerOptions): Promise<Spooler> {
  const { db, store, log, now, owner, onChanged = () => {}, times = QUEUE_TIMES, timeouts = {} } = options
  await settleInterrupted({ db, times, now, owner }, store)
  const closing = new AbortController()
  const looking = createLooking(look, log)
  const { kick } = looking
  const changed = (): void => {
    onChanged()
    kick()
  }
  const work: Work = { ...options, health: createHealth(now), changed, kick, times, timeouts }
  const printers = createPrinters(work, closing.signal)

  let tidyAt = now()
  /** Jobs of long ago are of no use to anybody; a few at a time, so that no print waits for it. [PRINTJOB8] */
  async function tidy(): Promise<void> {
    if (now() < tidyAt) return
    const gone = await forgetPrintJobs(db, store, now() - KEPT_MS, TIDY_AT_ONCE)
    tidyAt = now() + (gone === TIDY_AT_ONCE ? 0 : TIDY_EVERY_MS)
  }

  /** Starts what can be started; how long there is nothing to do then. */
  async function look(): Promise<number> {
    let waitMs = options.lookEveryMs ?? Infinity
    await tidy()
    await makeTickets(work, store).catch((error: unknown) => {
      waitMs = Math.min(waitMs, REST_MS)
      log.error({ err: error }, 'kitchen tickets could not be made')
    })
    const seen = new Set<string>()
    for (const job of await readQueue(db, store)) {
      if (await takenAway(work, job)) continue
      if (work.health.downMs(job.printer_id) !== null) waitMs = Math.min(waitMs, times.backupAfterMs / 5)
      if (seen.has(job.printer_id)) continue
      seen.add(job.printer_id)
      waitMs = Math.min(waitMs, printers.take(job))
    }
    return waitMs
  }

  kick()
  return {
    kick,
    async close() {
      closing.abort()
      await printers.idle()
      await looking.stop()
    },
  }
}

/** Whether what waits has nothing to wait for here any more. [PRINTJOB5] [PRINTJOB6] [DRAWER3] */
async function takenAway(work: Work, job: PrintJobRow): Promise<boolean> {
  const { db, health, changed, times } = work
  const now = work.now()
  if (job.kind === 'drawer' && now - job.asked_at > DRAWER_MS) {
    await updateWaitingJob(db, job, { state: 'discarded' }, now)
    return true
  }
  if (job.kind !== 'kitchen') return false
  const ticket = { printerId: job.printer_id, attempts: job.attempts, waitedMs: now - job.updated_at }
  const isDown = health.downMs(job.printer_id) !== null
  if (now - job.queued_at > times.ticketWaitsMs) {
    await updateWaitingJob(db, job, { state: 'held', last_error: 'ticket_old' }, now)
    changed()
    return true
  }
  const other = isDown ? await otherPrinterOf(work, job) : null
  if (other === null || !shouldMove(ticket, other, (id) => health.downMs(id), times)) return false
  await moveJob(db, job, other, now)
  changed()
  return true
}
