import type { Db, PrintJobRow, Tx } from '#database/schema.ts'

/** Adds a job once: the same event arriving again finds it there. */
export async function addPrintJob(tx: Tx, job: PrintJobRow): Promise<void> {
  await tx
    .insertInto('print_jobs')
    .values(job)
    .onConflict((conflict) => conflict.columns(['store', 'id']).doNothing())
    .execute()
}

/** The oldest job of each printer that is still to be printed, whether or not its next try is due. */
export async function readQueueHeads(db: Db, store: string): Promise<readonly PrintJobRow[]> {
  const rows = await db
    .selectFrom('print_jobs')
    .selectAll()
    .where('state', '=', 'queued')
    .where('store', '=', store)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  const heads = new Map<string, PrintJobRow>()
  for (const row of rows) if (!heads.has(row.printer_id)) heads.set(row.printer_id, row)
  return [...heads.values()]
}

export async function updatePrintJob(
  db: Db,
  job: PrintJobRow,
  change: Partial<Pick<PrintJobRow, 'state' | 'attempts' | 'last_error' | 'next_try_at'>>,
  now: number,
): Promise<void> {
  await db
    .updateTable('print_jobs')
    .set({ ...change, updated_at: now })
    .where('store', '=', job.store)
    .where('id', '=', job.id)
    .execute()
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

/** Jobs that were on the wire when the program died: nobody knows whether they were printed. */
export async function markInterrupted(db: Db, store: string, now: number): Promise<void> {
  await db
    .updateTable('print_jobs')
    .set({ state: 'unknown', last_error: 'server_restarted', updated_at: now })
    .where('state', '=', 'sending')
    .where('store', '=', store)
    .execute()
}
