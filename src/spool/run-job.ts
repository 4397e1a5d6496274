import { claimPrintJob, readInterrupted, updatePrintJob } from '#database/queries/print-jobs.ts'
import type { Db, PrintJobRow } from '#database/schema.ts'
import { afterTry, nextPrinter, type QueueTimes, type TryState } from '#printing/outcome.ts'
import type { PrinterHealth } from './health.ts'
import { renderJob } from './render-job.ts'
import { copyJob, dropWaitingCopies, hasCopy, otherPrinterOf, reread, tryLater } from './steps.ts'
import type { SpoolPlace } from './ports.ts'
import { sendToPrinter, type PrinterResult, type PrinterTimeouts } from './send.ts'

/** A job that cannot even be put together waits for a person after so many tries, and the queue goes on. */
const RENDER_TRIES_MAX = 5

export interface Work extends SpoolPlace {
  readonly db: Db
  readonly health: PrinterHealth
  /** Something people see changed. */
  readonly changed: () => void
  /** The queue looks again. */
  readonly kick: () => void
  readonly times: QueueTimes
  readonly timeouts: Partial<PrinterTimeouts>
}

/** Takes one job to its printer, and writes down what came of it before anything else happens. */
export async function runJob(work: Work, job: PrintJobRow, signal: AbortSignal): Promise<void> {
  const { db, log, health, changed, timeouts, now } = work
  const rendered = await renderJob(work, job)
  if (!rendered.ok) {
    changed()
    if (job.attempts < RENDER_TRIES_MAX) return again(work, job, rendered.error)
    return updatePrintJob(db, job, { state: 'held', last_error: rendered.error }, now())
  }
  if (!(await claimPrintJob(db, job, now()))) return
  const holding = watchHolding(work, job)
  const result = await sendToPrinter({ ...rendered.value, signal, timeouts, onHolding: holding.began })
  await holding.ended()
  if (result.state === 'confirmed' || result.state === 'sent') health.worked(job.printer_id)
  else health.failed(job.printer_id)
  if ('detail' in result)
    log.warn({ job: job.id, state: result.state, detail: result.detail }, 'the printer did not print')
  await settle(work, await reread(db, job), result)
  // What simply comes out is nobody's news.
  if ('detail' in result || job.last_error !== null || job.copy > 0) changed()
}

/** A stuck ticket is written down as such, and after a while its backup prints a copy. [PRINTJOB5] */
function watchHolding(
  work: Work,
  job: PrintJobRow,
): { readonly began: (trouble: string) => void; ended(): Promise<void> } {
  const { db, log, health, changed, times } = work
  let timer: Timer | null = null
  let working: Promise<void> = Promise.resolve()
  const then = (step: () => Promise<void>): void => {
    working = working.then(step).catch((error: unknown) => log.error({ err: error }, 'print job failed'))
  }
  return {
    began(trouble) {
      health.failed(job.printer_id)
      then(() => updatePrintJob(db, job, { state: 'holding', last_error: trouble }, work.now()))
      then(async () => changed())
      timer = setTimeout(() => then(copy), times.heldCopyAfterMs)
    },
    ended() {
      if (timer !== null) clearTimeout(timer)
      return working
    },
  }

  async function copy(): Promise<void> {
    const now = await reread(db, job)
    const other = await otherPrinterOf(work, now)
    if (other === null || now.state !== 'holding' || now.copy > 0 || (await hasCopy(db, now))) return
    await copyJob(db, now, { printerId: other, mark: 'maybe', now: work.now() }, {})
    changed()
  }
}

/** Not a byte of it left: at its own printer, or once that one takes nothing, at the other. */
async function again(work: Work, job: PrintJobRow, reason: string): Promise<void> {
  const { db, health, times } = work
  health.failed(job.printer_id)
  const down = health.downMs(job.printer_id) ?? 0
  const printerId = nextPrinter(job.printer_id, await otherPrinterOf(work, job), down, times)
  await tryLater(db, job, { reason, printerId, retryMs: times.retryMs }, work.now())
}

async function settle(work: Work, job: PrintJobRow, result: PrinterResult): Promise<void> {
  const { db } = work
  const now = work.now()
  const next = afterTry(await triedJob(db, job), result.state)
  switch (next.do) {
    case 'finish':
      await updatePrintJob(db, job, { state: next.state, last_error: null }, now)
      return next.state === 'printed' ? dropWaitingCopies(db, job, now) : undefined
    case 'retry':
      return again(work, { ...job, attempts: job.attempts - 1 }, codeOf(result))
    case 'drop':
      return updatePrintJob(db, job, { state: 'discarded', last_error: codeOf(result) }, now)
    default:
      return inDoubt(work, job, next.do, codeOf(result))
  }
}

type Doubtful = Pick<Work, 'db' | 'times' | 'now' | 'owner'>

/** Nobody knows what is on paper. [PRINTJOB3] [PRINTJOB4] */
async function inDoubt(
  { db, times, now: clock }: Doubtful,
  job: PrintJobRow,
  next: 'copy' | 'leave' | 'ask',
  reason: string,
): Promise<void> {
  const now = clock()
  const state = next === 'ask' ? 'unknown' : 'copied'
  if (next !== 'copy') return updatePrintJob(db, job, { state, last_error: reason }, now)
  const copy = { printerId: job.printer_id, mark: 'again', now, waitMs: times.retryMs[0] ?? 0 } as const
  await copyJob(db, job, copy, { state, last_error: reason })
}

async function triedJob(db: Db, job: PrintJobRow): Promise<Parameters<typeof afterTry>[0]> {
  return { kind: job.kind, isCopy: job.copy_of !== null, hasCopy: await hasCopy(db, job) }
}

function codeOf(result: PrinterResult): string {
  return 'code' in result ? result.code : ''
}

/** What was on its way when the program died is in doubt like any other. [PRINTJOB3] [PRINTJOB4] */
export async function settleInterrupted(work: Doubtful, store: string): Promise<void> {
  const { db } = work
  const state: TryState = 'unknown'
  for (const job of await readInterrupted(db, store)) {
    const next = afterTry(await triedJob(db, job), state)
    if (next.do === 'drop') await updatePrintJob(db, job, { state: 'discarded' }, work.now())
    if (next.do === 'copy' || next.do === 'leave' || next.do === 'ask')
      await inDoubt(work, job, next.do, work.owner === null ? 'server_restarted' : 'device_restarted')
  }
}
