import type { Db, PrintJobRow, Tx } from '#database/schema.ts'

/** Adds a job once: the same event arriving again finds it there. */
export async function addPrintJob(tx: Tx, job: PrintJobRow): Promise<void> {
  await tx
    .insertInto('print_jobs')
    .values(job)
    .onConflict((conflict) => conflict.columns(['store', 'id']).doNothing())
    .execute()
}

const QUEUE_MAX = 500

/** What is still to be printed, whether or not its next try is due: the oldest first. */
export async function readQueue(db: Db, store: string): Promise<readonly PrintJobRow[]> {
  return db
    .selectFrom('print_jobs')
    .selectAll()
    .where('state', '=', 'queued')
    .where('store', '=', store)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(QUEUE_MAX)
    .execute()
}

export async function updatePrintJob(
  db: Db | Tx,
  job: PrintJobRow,
  change: Partial<Omit<PrintJobRow, 'store' | 'id' | 'updated_at'>>,
  now: number,
): Promise<void> {
  await db
    .updateTable('print_jobs')
    .set({ ...change, updated_at: now })
    .where('store', '=', job.store)
    .where('id', '=', job.id)
    .execute()
}

/** The same for a job that still waits; false: meanwhile it went to its printer, or is done. */
export async function updateWaitingJob(
  db: Db | Tx,
  job: PrintJobRow,
  change: Partial<Omit<PrintJobRow, 'store' | 'id' | 'updated_at'>>,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('print_jobs')
    .set({ ...change, updated_at: now })
    .where('store', '=', job.store)
    .where('id', '=', job.id)
    .where('state', 'in', ['queued', 'held'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes a queued job in hand; false: somebody else has it, or it is done. */
export async function claimPrintJob(db: Db, job: PrintJobRow, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('print_jobs')
    .set({ state: 'sending', attempts: job.attempts + 1, updated_at: now })
    .where('store', '=', job.store)
    .where('id', '=', job.id)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Jobs whose bytes were on their way when the program died: nobody knows whether they were printed. */
export async function readInterrupted(db: Db, store: string): Promise<readonly PrintJobRow[]> {
  return db
    .selectFrom('print_jobs')
    .selectAll()
    .where('state', 'in', ['sending', 'holding'])
    .where('store', '=', store)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}

/** What is not on paper, or may not be: what people have to see. The oldest first. */
export async function readOpenPrintJobs(
  db: Db,
  store: string,
  limit: number,
): Promise<readonly PrintJobRow[]> {
  return db
    .selectFrom('print_jobs')
    .selectAll()
    .where('state', 'in', ['queued', 'sending', 'holding', 'held', 'unknown'])
    .where('store', '=', store)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function readPrintJob(db: Db | Tx, store: string, id: string): Promise<PrintJobRow | null> {
  const row = await db
    .selectFrom('print_jobs')
    .selectAll()
    .where('store', '=', store)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The copies of a job, oldest first. */
export async function readCopies(db: Db | Tx, store: string, id: string): Promise<readonly PrintJobRow[]> {
  return db
    .selectFrom('print_jobs')
    .selectAll()
    .where('store', '=', store)
    .where('copy_of', '=', id)
    .orderBy('copy')
    .execute()
}

/** Lets go of jobs that are done with and older than `before`, at most `limit` of them; how many went. [PRINTJOB8] */
export async function forgetPrintJobs(db: Db, store: string, before: number, limit: number): Promise<number> {
  const old = await db
    .selectFrom('print_jobs')
    .select('id')
    .where('state', 'in', ['printed', 'sent', 'copied', 'discarded'])
    .where('store', '=', store)
    .where('next_try_at', '<', before)
    .limit(limit)
    .execute()
  if (old.length === 0) return 0
  await db
    .deleteFrom('print_jobs')
    .where('store', '=', store)
    .where(
      'id',
      'in',
      old.map(({ id }) => id),
    )
    .execute()
  return old.length
}
