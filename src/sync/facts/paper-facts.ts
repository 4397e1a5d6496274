import type { Command } from '#domain/command/command.ts'
import { ownPrinterOf } from '#domain/kitchen/own-printer.ts'
import type { Settings } from '#domain/store/settings.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'

/** What may bring a receipt, a bill, an X or a Z. */
const PAPER: ReadonlySet<Command['type']> = new Set<Command['type']>([
  'print_receipt',
  'take_payment',
  'print_day',
])

/** The settings as they hold on this device: one with a printer of its own has its receipts come out there. [ROUTE3] */
export async function readSettingsHere(
  tx: Tx,
  { store, dev }: { readonly store: string; readonly dev: string },
  command: Command,
): Promise<Settings | null> {
  const settings = await readSettings(tx, store)
  if (settings === null || !PAPER.has(command.type)) return settings
  const own = ownPrinterOf(dev, await readRecords(tx, store, 'printer'))
  return own === null ? settings : { ...settings, receiptPrinterId: own.id }
}
