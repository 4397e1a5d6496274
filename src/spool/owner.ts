import { deviceOfPrinter } from '#domain/kitchen/own-printer.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

/** Whose printers a queue serves: a device's own, or, null, those of the house. [ROUTE3] */
export type Owner = string | null

/** Whether a printer is one of theirs. One that nobody knows, or not yet, is the house's: it says what is wrong. */
export async function isPrinterOf(
  owner: Owner,
  db: Db | Tx,
  store: string,
  printerId: string,
): Promise<boolean> {
  const printer = await readRecord(db, store, 'printer', printerId)
  return deviceOfPrinter(printer?.host ?? '') === owner
}
