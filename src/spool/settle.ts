import { deviceOfPrinter } from '#domain/kitchen/own-printer.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readPrintJob, updatePrintJob, updateWaitingJob } from '#database/queries/print-jobs.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import type { Owner } from './owner.ts'
import { askAgain, copyJob } from './steps.ts'

/** What a person does about a job: print it, here or on another printer, or give it up. */
export interface Settling {
  readonly jobId: string
  readonly what: 'print' | 'give_up'
  /** Where to print it; null: where it is. */
  readonly printerId: string | null
  /** Why it is given up. */
  readonly why: string
  /** Who says so. */
  readonly by: string
}

/** Whose queue it is. */
export interface Queue {
  readonly db: Db
  readonly store: string
  readonly owner: Owner
}

export type SettleRefusal =
  | 'print_job_gone'
  | 'print_job_sending'
  | 'receipt_in_doubt'
  | 'printer_unknown'
  | 'not_allowed'

/**
 * Nothing of it left: it goes to the head of that queue again. Something may be on paper: a marked copy goes out, and
 * of a receipt none, because a copy of a receipt is asked for on its order, where it is counted. [PRINTJOB7]
 */
export async function settleJob(
  { db, store, owner }: Queue,
  { jobId, what, printerId, why, by }: Settling,
  now: number,
): Promise<Result<null, SettleRefusal>> {
  const person = await readRecord(db, store, 'user', by)
  if (person?.active !== true) return err('not_allowed')
  const job = await readPrintJob(db, store, jobId)
  if (job === null || !isOpen(job)) return err('print_job_gone')
  if (job.state === 'sending') return err('print_job_sending')
  const isWaiting = job.state === 'queued' || job.state === 'held'
  if (what === 'give_up') {
    const change = { state: 'discarded', settled_by: by, settled_why: why }
    if (isWaiting) return doneUnlessSending(await updateWaitingJob(db, job, change, now))
    await updatePrintJob(db, job, change, now)
    return ok(null)
  }
  const at = printerId ?? job.printer_id
  const printer = await readRecord(db, store, 'printer', at)
  if (printer?.active !== true || deviceOfPrinter(printer.host) !== owner) return err('printer_unknown')
  if (isWaiting) return doneUnlessSending(await askAgain(db, job, at, now))
  if (job.kind === 'receipt') return err('receipt_in_doubt')
  const mark = job.state === 'holding' ? 'maybe' : 'again'
  const change = job.state === 'holding' ? {} : { state: 'copied', settled_by: by }
  await copyJob(db, job, { printerId: at, mark, now, askedBy: by }, change)
  return ok(null)
}

/** What was waiting when it was looked at may be on its way by now. */
function doneUnlessSending(isDone: boolean): Result<null, SettleRefusal> {
  return isDone ? ok(null) : err('print_job_sending')
}

function isOpen({ state }: PrintJobRow): boolean {
  return ['queued', 'sending', 'holding', 'held', 'unknown'].includes(state)
}
