import { openDatabase, type Database, type DatabaseNewer } from '#database/open.ts'
import { readSettings } from '#database/queries/records.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readIdentity } from './identity.ts'
import { browserKeys } from './key-keeper.ts'
import { isStorageFull } from './sqlite/opfs.ts'
import { openDeviceFile, sealDeviceFile, type KeyProblem } from './sqlite/sealed.ts'

/** OPFS directory of the database. The origin's for life: a new name would be a new device. */
const DIRECTORY = '/comanda'

/** This device's open database, and whether what it writes is encrypted. */
export interface DeviceDatabase {
  readonly database: Database
  readonly sealed: boolean
}

export type OpenProblem = DatabaseNewer | KeyProblem

/** Opens the device's database, encrypted where its store asks for it. [CRYPT5] */
export async function openDeviceDatabase(
  report: (error: unknown) => void,
): Promise<Result<DeviceDatabase, OpenProblem>> {
  const opened = await openEither()
  if (!opened.ok || opened.value.sealed || !(await isAskedFor(opened.value.database))) return opened
  return seal(opened.value.database, report)
}

/** The same for a database that is open and plain: a device that has just been paired. */
export async function encryptNow(
  database: Database,
  report: (error: unknown) => void,
): Promise<DeviceDatabase> {
  const moved = await seal(database, report)
  if (!moved.ok) throw new Error(`assertion failed: what was just written opens: ${moved.error.code}`)
  return moved.value
}

/**
 * Closes the plain database and opens it again encrypted. Where that fails, as for want of room, the till goes on with
 * the plain one, which is whole, and the next start tries again. [CRYPT5]
 */
async function seal(
  database: Database,
  report: (error: unknown) => void,
): Promise<Result<DeviceDatabase, OpenProblem>> {
  await database.close()
  await sealDeviceFile(DIRECTORY, browserKeys).catch((error: unknown) => {
    // No room is no bug: the till says that it is not encrypted.
    if (!isStorageFull(error)) report(error)
  })
  return openEither()
}

async function isAskedFor({ db }: Database): Promise<boolean> {
  const identity = await readIdentity({ db })
  const settings = identity === null ? null : await readSettings(db, identity.store)
  return settings?.encryptDevices === true
}

async function openEither(): Promise<Result<DeviceDatabase, OpenProblem>> {
  const file = await openDeviceFile(DIRECTORY, browserKeys)
  if (!file.ok) return file
  const { source, sealed } = file.value
  try {
    const opened = await openDatabase(source)
    return opened.ok ? ok({ database: opened.value, sealed }) : err(opened.error)
  } catch (error) {
    // The next tab may have more luck; what is left open here would stand in its way.
    await source.close().catch(() => {})
    throw error
  }
}
