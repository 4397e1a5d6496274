import { z } from 'zod'
import { deviceOfPrinter } from '#domain/kitchen/own-printer.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { addPrintJob } from '#database/queries/print-jobs.ts'
import { readRecord } from '#database/queries/records.ts'
import { newJob } from './new-job.ts'
import type { Queue } from './settle.ts'

/** What a test print says of itself. */
export const printerTest = z.object({ at: z.number(), by: z.string() })

export interface TestPrint {
  /** A new one for each: asked twice with the same, it prints once. */
  readonly id: string
  readonly printerId: string
  /** Who wants to see it. */
  readonly by: string
}

/** A slip that shows whether a printer prints, how wide, and which letters; in its queue like any other. [PRINT23] */
export async function printTest(
  { db, store, owner }: Queue,
  { id, printerId, by }: TestPrint,
  now: number,
): Promise<Result<null, 'printer_unknown' | 'not_allowed'>> {
  const person = await readRecord(db, store, 'user', by)
  if (person?.active !== true) return err('not_allowed')
  const printer = await readRecord(db, store, 'printer', printerId)
  if (printer?.active !== true || deviceOfPrinter(printer.host) !== owner) return err('printer_unknown')
  const payload: z.infer<typeof printerTest> = { at: now, by }
  await db.transaction().execute((tx) =>
    addPrintJob(tx, {
      ...newJob(store, now),
      id: `test:${id}`,
      kind: 'slip',
      title: printer.name,
      printer_id: printerId,
      order_id: '',
      copy: 0,
      asked_at: now,
      asked_by: by,
      doc: JSON.stringify({ type: 'printer_test', entId: printerId, payload }),
    }),
  )
  return ok(null)
}
