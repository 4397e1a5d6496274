import type { Envelope } from '#domain/event/envelope.ts'
import { ownPrinterOf } from '#domain/kitchen/own-printer.ts'
import { err, type Result } from '#domain/result.ts'
import { readPrintJob } from '#database/queries/print-jobs.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'
import type { Failure } from '#device/messages.ts'
import type { SettlePrint } from '#device/messages/print-views.ts'
import type { ByteLine } from '#spool/byte-line.ts'
import { queuePrintJobs } from '#spool/outbox.ts'
import { readQueueView } from '#spool/queue-view.ts'
import { settleJob, type Queue } from '#spool/settle.ts'
import type { Spooler } from '#spool/spooler.ts'
import { printTest, type TestPrint } from '#spool/test-print.ts'
import { queueSchema, type ReadQueue } from './queue-api.ts'

/** The print queue of the printer that hangs on this device: it needs no server. [ROUTE3] */
export interface OwnQueue {
  /** In the transaction that journals them. */
  queue(tx: Tx, events: readonly Envelope[]): Promise<void>
  /** Something was journalled, and stands. */
  kick(): void
  view(): Promise<ReadQueue>
  /** Null: the job is none of these. */
  settle(settling: Omit<SettlePrint, 'token'>, by: string): Promise<Result<null, Failure> | null>
  /** Null: the printer is another's. */
  test(asked: TestPrint): Promise<Result<null, Failure> | null>
  stop(): void
}

export interface OwnQueueOptions {
  readonly db: Db
  readonly store: string
  readonly dev: string
  readonly now: () => number
  /** The way to the printer that hangs here. */
  readonly openPrinter: () => ByteLine
  /** What people see of it changed. */
  readonly onChanged: () => void
  /** A bug, or a disk that is full: to be seen. */
  readonly onError: (error: unknown) => void
}

export async function openOwnQueue(options: OwnQueueOptions): Promise<OwnQueue> {
  const { db, store, dev, now, onError } = options
  const here: Queue = { db, store, owner: dev }
  let hasPrinter = await readHasPrinter(db, store, dev)
  /** Printers came or went, and nobody was told. */
  let hasNews = false
  let spooler: Promise<Spooler> | null = null
  let stopped = false

  /** Only now is read what makes papers: most devices have no printer. */
  function kick(): void {
    if (hasNews) options.onChanged()
    hasNews = false
    if (!hasPrinter || stopped) return
    spooler ??= startSpooler(options)
    spooler.then(
      (one) => one.kick(),
      (error: unknown) => {
        spooler = null
        onError(error)
      },
    )
  }

  kick()
  return {
    async queue(tx, events) {
      if (events.some(({ entType }) => entType === 'printer')) {
        hasPrinter = await readHasPrinter(tx, store, dev)
        hasNews = true
      }
      if (hasPrinter) await queuePrintJobs(tx, events, { owner: dev, now: now() })
    },
    kick,
    view: async () => queueSchema.parse(await readQueueView(here)),
    async settle(settling, by) {
      if ((await readPrintJob(db, store, settling.jobId)) === null) return null
      const done = await settleJob(here, { ...settling, by }, now())
      kick()
      return done.ok ? done : err({ code: done.error })
    },
    async test(asked) {
      const own = ownPrinterOf(dev, await readRecords(db, store, 'printer'))
      if (own?.id !== asked.printerId) return null
      const done = await printTest(here, asked, now())
      kick()
      return done.ok ? done : err({ code: done.error })
    },
    stop() {
      stopped = true
      spooler?.then((one) => one.close()).catch(onError)
    },
  }
}

async function readHasPrinter(db: Db | Tx, store: string, dev: string): Promise<boolean> {
  return ownPrinterOf(dev, await readRecords(db, store, 'printer')) !== null
}

async function startSpooler({
  db,
  store,
  dev,
  now,
  openPrinter,
  onChanged,
  onError,
}: OwnQueueOptions): Promise<Spooler> {
  const { openSpooler } = await import('#spool/spooler.ts')
  const { createCanvasPen } = await import('./canvas-pen.ts')
  return openSpooler({
    db: db,
    store,
    owner: dev,
    now,
    // What a printer does not do stands in the queue, for people.
    log: { warn: () => {}, error: ({ err: error }: { readonly err?: unknown }) => onError(error) },
    openLine: openPrinter,
    pen: createCanvasPen(),
    onChanged,
  })
}
