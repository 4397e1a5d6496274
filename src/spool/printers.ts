import type { PrintJobRow } from '#database/schema.ts'
import { REST_MS } from './looking.ts'
import { runJob, type Work } from './run-job.ts'

/** The printers at work: one job at a time each. */
export interface Printers {
  /** Starts the job if its printer is free and its time has come; in how many milliseconds to look again. */
  take(job: PrintJobRow): number
  /** Once none is at work. */
  idle(): Promise<void>
}

export function createPrinters(work: Work, closing: AbortSignal): Printers {
  const busy = new Map<string, Promise<void>>()
  /** Printers whose last job failed in this program, not at the printer: they rest before the next try. */
  const restUntil = new Map<string, number>()

  function start(job: PrintJobRow): void {
    const { printer_id: printerId } = job
    const running = runJob(work, job, closing)
      .catch((error: unknown) => {
        restUntil.set(printerId, work.now() + REST_MS)
        work.log.error({ err: error, job: job.id }, 'print job failed')
      })
      .finally(() => {
        busy.delete(printerId)
        work.kick()
      })
    busy.set(printerId, running)
  }

  return {
    take(job) {
      // Its end makes the queue look again.
      if (busy.has(job.printer_id) || closing.aborted) return Infinity
      const dueInMs = Math.max(job.next_try_at, restUntil.get(job.printer_id) ?? 0) - work.now()
      if (dueInMs <= 0) start(job)
      return dueInMs > 0 ? dueInMs : Infinity
    },
    idle: async () => void (await Promise.all(busy.values())),
  }
}
