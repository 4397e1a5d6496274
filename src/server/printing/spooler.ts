import type { Logger } from 'pino'
import { markInterrupted, readQueueHeads, updatePrintJob } from '#database/queries/print-jobs.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { renderJob } from './render-job.ts'
import { sendToPrinter } from './tcp.ts'

/** Waits between tries, in milliseconds; the last one repeats. */
const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const

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
}

export async function openSpooler(options: SpoolerOptions): Promise<Spooler> {
  const { db, store, log } = options
  await markInterrupted(db, store, Date.now())
  const busy = new Map<string, Promise<void>>()
  const closing = new AbortController()
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<void> {
    if (closing.signal.aborted) return
    const now = Date.now()
    let nextLookMs = Infinity
    for (const job of await readQueueHeads(db, store)) {
      if (busy.has(job.printer_id)) continue
      if (job.next_try_at > now) nextLookMs = Math.min(nextLookMs, job.next_try_at - now)
      else start(job)
    }
    if (timer !== null) clearTimeout(timer)
    timer = Number.isFinite(nextLookMs) ? setTimeout(kick, nextLookMs) : null
  }

  function start(job: PrintJobRow): void {
    const work = printJob(options, job, closing.signal)
      .catch((error: unknown) => log.error({ err: error, job: job.id }, 'print job failed'))
      .finally(() => {
        busy.delete(job.printer_id)
        kick()
      })
    busy.set(job.printer_id, work)
  }

  function kick(): void {
    look().catch((error: unknown) => log.error({ err: error }, 'print queue failed'))
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
    await retryLater(db, job, rendered.error)
    return
  }
  await updatePrintJob(db, job, { state: 'sending', attempts: job.attempts + 1 }, Date.now())
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
