import { readRecord } from '#database/queries/records.ts'
import type { Db, Tx } from '#database/schema.ts'

/** Of an id's end: as many signs as make two new devices differ. */
const SIGNS = 4

/**
 * What this device's numbers begin with. One that has just joined may sell before its own record has come: it numbers by
 * its id, for no two devices may give out one number, and no sale waits. [ORDER8]
 */
export async function readOwnLetter(tx: Db | Tx, store: string, dev: string): Promise<string> {
  return (await readRecord(tx, store, 'device', dev))?.letter ?? dev.slice(-SIGNS).toUpperCase()
}
