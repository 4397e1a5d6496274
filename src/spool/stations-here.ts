import { paperStations, type PaperStation } from '#domain/kitchen/routes.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { isPrinterOf, type Owner } from './owner.ts'

/** The stations whose tickets come out at one of `owner`'s printers. [ROUTE3] */
export async function stationsHere(tx: Tx, store: string, owner: Owner): Promise<readonly PaperStation[]> {
  const here: PaperStation[] = []
  for (const station of paperStations(await readRecords(tx, store, 'station')))
    if (await isPrinterOf(owner, tx, store, station.printerId)) here.push(station)
  return here
}
