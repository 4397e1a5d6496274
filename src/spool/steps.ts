import { paperStations } from '#domain/kitchen/routes.ts'
import {
  addPrintJob,
  readCopies,
  readPrintJob,
  updatePrintJob,
  updateWaitingJob,
} from '#database/queries/print-jobs.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Db, PrintJobRow, Tx } from '#database/schema.ts'
import type { Mark, QueueTimes } from '#printing/outcome.ts'
import { newJob } from './new-job.ts'
import { isPrinterOf, type Owner } from './owner.ts'

/**
 * The station's other printer, as seen from where the job is; null: it has one only, that one is not of this place, or a
 * person chose this one. [ROUTE3]
 */
export async function otherPrinterOf(
  { db, owner }: { readonly db: Db | Tx; readonly owner: Owner },
  job: PrintJobRow,
): Promise<string | null> {
  const other = await otherOfStation(db, job)
  return other !== null && (await isPrinterOf(owner, db, job.store, other)) ? other : null
}

async function otherOfStation(db: Db | Tx, job: PrintJobRow): Promise<string | null> {
  if (job.kind !== 'kitchen') return null
  const stations = paperStations(await readRecords(db, job.store, 'station'))
  const route = stations.find(({ id }) => id === job.station_id)
  if (route === undefined || route.backupPrinterId === '') return null
  if (job.printer_id === route.printerId) return route.backupPrinterId
  return job.printer_id === route.backupPrinterId ? route.printerId : null
}

export interface Later extends Pick<QueueTimes, 'retryMs'> {
  readonly reason: string
  /** Where it is tried next. */
  readonly printerId: string
}

/** Nothing of it is on paper anywhere: it waits for its printer, or for the other one. */
export async function tryLater(
  db: Db,
  job: PrintJobRow,
  { reason, printerId, retryMs }: Later,
  now: number,
): Promise<void> {
  const waitMs = retryMs[Math.min(job.attempts, retryMs.length - 1)] ?? 0
  await updatePrintJob(
    db,
    job,
    {
      state: 'queued',
      attempts: job.attempts + 1,
      last_error: reason,
      next_try_at: now + waitMs,
      ...moved(job, printerId),
    },
    now,
  )
}

/** A waiting job goes to another printer, at once. */
export async function moveJob(db: Db, job: PrintJobRow, printerId: string, now: number): Promise<boolean> {
  return updateWaitingJob(db, job, { ...moved(job, printerId), next_try_at: now }, now)
}

/** A person wants it printed after all, or elsewhere: it begins anew. False: it is on its way already. */
export async function askAgain(db: Db, job: PrintJobRow, printerId: string, now: number): Promise<boolean> {
  const anew = { state: 'queued', queued_at: now, next_try_at: now, attempts: 0 }
  return updateWaitingJob(db, job, { ...moved(job, printerId), ...anew }, now)
}

/** Back at the printer it was for, there is nothing to say above it. */
function moved(
  job: PrintJobRow,
  printerId: string,
): Partial<Pick<PrintJobRow, 'printer_id' | 'mark' | 'other_printer_id'>> {
  if (printerId === job.printer_id) return {}
  // A copy keeps its own words: where it came from matters less than that it is one.
  if (job.kind !== 'kitchen' || job.copy > 0) return { printer_id: printerId }
  const from = job.other_printer_id ?? job.printer_id
  if (from === printerId) return { printer_id: printerId, mark: '', other_printer_id: null }
  return { printer_id: printerId, mark: 'backup', other_printer_id: from }
}

export interface NewCopy {
  readonly printerId: string
  readonly mark: Mark
  readonly now: number
  /** How long it waits: a printer whose line just broke may be starting up. */
  readonly waitMs?: number
  /** Who asked for it; absent: who sent the first. */
  readonly askedBy?: string
}

/**
 * One more copy of a ticket or receipt, in the transaction that says what becomes of the first. Its number counts on
 * from all there were. [PRINTJOB4]
 */
export async function copyJob(
  db: Db,
  job: PrintJobRow,
  copy: NewCopy,
  change: Parameters<typeof updatePrintJob>[2],
): Promise<void> {
  const { printerId, mark, now, waitMs = 0, askedBy = job.asked_by } = copy
  await db.transaction().execute(async (tx) => {
    const original = job.copy_of ?? job.id
    const n = Math.max(job.copy, ...(await readCopies(tx, job.store, original)).map((one) => one.copy)) + 1
    await addPrintJob(tx, {
      ...newJob(job.store, now),
      id: `${original}#${n}`,
      kind: job.kind,
      printer_id: printerId,
      order_id: job.order_id,
      copy: n,
      asked_at: job.asked_at,
      asked_by: askedBy,
      next_try_at: now + waitMs,
      station_id: job.station_id,
      title: job.title,
      doc: job.doc,
      mark: job.kind === 'kitchen' ? mark : '',
      other_printer_id: job.printer_id,
      copy_of: original,
    })
    await updatePrintJob(tx, job, change, now)
  })
}

/** The first one came out after all: a copy that did not leave yet is not needed. [PRINTJOB5] */
export async function dropWaitingCopies(db: Db, job: PrintJobRow, now: number): Promise<void> {
  for (const copy of await readCopies(db, job.store, job.id)) {
    if (copy.state !== 'queued' || copy.mark !== 'maybe') continue
    const change = { state: 'discarded', settled_why: 'original_printed' } as const
    await updatePrintJob(db, copy, change, now)
  }
}

/** Whether a marked copy of it exists. */
export async function hasCopy(db: Db, job: PrintJobRow): Promise<boolean> {
  return (await readCopies(db, job.store, job.copy_of ?? job.id)).length > 0
}

/** As it stands now. */
export async function reread(db: Db, job: PrintJobRow): Promise<PrintJobRow> {
  return (await readPrintJob(db, job.store, job.id)) ?? job
}
