import type { Logger } from 'pino'
import {
  claimPrintJob,
  markInterrupted,
  readQueueHeads,
  updatePrintJob,
} from '#database/queries/print-jobs.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { renderJob } from './render-job.ts'
import { sendToPrinter } from './tcp.ts'

/** Waits between tries, in milliseconds; the last one repeats. */
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const

/** How long a printer rests after a job that failed in this program, in milliseconds. */
const REST_MS = 5_000
/** A job that cannot even be put together waits for a person after so many tries, and the queue goes on. */
const RENDER_TRIES_MAX = 5

/** Carries queued jobs to their printers: one at a time each, in order, for as long as it takes. */
export interface Spooler {
  /** Looks at the queue now. */
  kick(): void
  close(): Promise<void>
}

export interface SpoolerOptions {
  readonly db: Db
  readonly store: string
  readonly log: Logger
  /** Where other processes take jobs in, too: how often to look without being told. */
  readonly lookEveryMs?: number
}

export async function openSpooler(options: SpoolerOptions): Promise<Spooler> {
  const { db, store, log } = options
  await markInterrupted(db, store, Date.now())
  const busy = new Map<string, Promise<void>>()
  const closing = new AbortController()
  /** Printers whose last job failed in this program, not at the printer: they rest before the next try. */
  const restUntil = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<void> {
    if (closing.signal.aborted) return
    const now = Date.now()
    let nextLookMs = options.lookEveryMs ?? Infinity
    for (const job of await readQueueHeads(db, store)) {
      if (busy.has(job.printer_id)) continue
      const dueAt = Math.max(job.next_try_at, restUntil.get(job.printer_id) ?? 0)
      if (dueAt > now) nextLookMs = Math.min(nextLookMs, dueAt - now)
      else start(job)
    }
    lookWithin(nextLookMs)
  }

  function lookWithin(delayMs: number): void {
    if (timer !== null) clearTimeout(timer)
    timer = Number.isFinite(delayMs) && !closing.signal.aborted ? setTimeout(kick, delayMs) : null
  }

  function start(job: PrintJobRow): void {
    const work = printJob(options, job, closing.signal)
      .catch((error: unknown) => {
        // Trying again at once would spin: nothing but this program could have changed.
        restUntil.set(job.printer_id, Date.now() + REST_MS)
        log.error({ err: error, job: job.id }, 'print job failed')
      })
      .finally(() => {
        busy.delete(job.printer_id)
        kick()
      })
    busy.set(job.printer_id, work)
  }

  function kick(): void {
    look().catch((error: unknown) => {
      log.error({ err: error }, 'print queue failed')
      lookWithin(REST_MS)
    })
  }

  kick()
  return {
    kick,
    async close() {
      closing.abort()
      if (timer !== null) clearTimeout(timer)
      await Promise.all(busy.values())
    },
  }
}

async function printJob({ db, log }: SpoolerOptions, job: PrintJobRow, signal: AbortSignal): Promise<void> {
  const rendered = await renderJob(db, job)
  if (!rendered.ok) {
    if (job.attempts < RENDER_TRIES_MAX) return retryLater(db, job, rendered.error)
    return updatePrintJob(db, job, { state: 'held', last_error: rendered.error }, Date.now())
  }
  if (!(await claimPrintJob(db, job, Date.now()))) return
  const result = await sendToPrinter({ ...rendered.value, signal })
  switch (result.state) {
    case 'confirmed':
      return updatePrintJob(db, job, { state: 'printed', last_error: null }, Date.now())
    case 'sent':
      return updatePrintJob(db, job, { state: 'sent', last_error: null }, Date.now())
    case 'not_sent':
      log.warn({ job: job.id, code: result.code, detail: result.detail }, 'printer did not take the job')
      return retryLater(db, job, result.code)
    case 'unknown':
      // A receipt is printed at most once by machine: a person decides about another. [PRINTJOB3]
      log.warn({ job: job.id, detail: result.detail }, 'nobody knows whether this receipt was printed')
      return updatePrintJob(db, job, { state: 'unknown', last_error: result.code }, Date.now())
  }
}

async function retryLater(db: Db, job: PrintJobRow, reason: string): Promise<void> {
  const now = Date.now()
  const waitMs = RETRY_MS[Math.min(job.attempts, RETRY_MS.length - 1)] ?? 30_000
  await updatePrintJob(
    db,
    job,
    { state: 'queued', attempts: job.attempts + 1, last_error: reason, next_try_at: now + waitMs },
    now,
  )
}
