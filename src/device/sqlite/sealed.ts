import type { ConnectionSource } from '#database/connection.ts'
import { checkIntegrity, copyDatabase } from '#database/copy.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { KeyKeeper } from '#device/key-keeper.ts'
import { isWrongKey, openPool, withPool, type OpfsPool } from './opfs.ts'

/** The device's database, plain or encrypted: two names, so that one can be made beside the other. */
const PLAIN = 'comanda.db'
const SEALED = 'comanda-sealed.db'

export interface DeviceFile {
  readonly source: ConnectionSource
  readonly sealed: boolean
}

export interface KeyProblem {
  readonly code: 'database_key_wrong' | 'database_key_missing'
}

/** Opens whichever of the two files counts. A device that was never encrypted does not ask for a key. [CRYPT2] [CRYPT5] */
export async function openDeviceFile(
  directory: string,
  keys: KeyKeeper,
): Promise<Result<DeviceFile, KeyProblem>> {
  const pool = await openPool(directory)
  try {
    const opened = await openEither(pool, keys)
    if (opened.ok) return ok({ ...opened.value, source: withPool(pool, opened.value.source) })
    await pool.close()
    return opened
  } catch (error) {
    await pool.close()
    throw error
  }
}

async function openEither(pool: OpfsPool, keys: KeyKeeper): Promise<Result<DeviceFile, KeyProblem>> {
  const kept = pool.has(SEALED) ? await keys.read() : null
  // Until the key is marked, an encrypted file beside a plain one is an unfinished copy.
  const plainCounts = !pool.has(SEALED) || (pool.has(PLAIN) && kept?.sealed !== true)
  if (plainCounts) return ok({ source: await pool.open(PLAIN, null), sealed: false })
  if (kept === null) return err({ code: 'database_key_missing' })
  try {
    const source = await pool.open(SEALED, kept.key)
    pool.remove(PLAIN)
    return ok({ source, sealed: true })
  } catch (error) {
    if (isWrongKey(error)) return err({ code: 'database_key_wrong' })
    throw error
  }
}

/**
 * Moves the plain file, which nobody has open, into an encrypted one: copied, compared and read again; then the key is
 * marked, and the plain file goes. A device that dies anywhere in it has one whole file that counts. [CRYPT5]
 */
export async function sealDeviceFile(directory: string, keys: KeyKeeper): Promise<void> {
  const pool = await openPool(directory)
  try {
    await makeSealed(pool, keys)
    pool.remove(PLAIN)
  } finally {
    await pool.close()
  }
}

async function makeSealed(pool: OpfsPool, keys: KeyKeeper): Promise<void> {
  pool.remove(SEALED)
  try {
    const key = await keys.make()
    await withFile(pool, key, async (source) => {
      const session = await source.acquire()
      await session.execute(`attach ? as plain key ''`, [PLAIN])
      await copyDatabase(session, 'plain')
      await session.execute('detach plain', [])
    })
    await withFile(pool, key, async (source) => checkIntegrity(await source.acquire()))
    await keys.markSealed()
  } catch (error) {
    // Half a copy would keep the room that the till needs to go on. Without it the plain file counts, marked or not.
    pool.remove(SEALED)
    throw error
  }
}

async function withFile(
  pool: OpfsPool,
  key: string,
  work: (source: ConnectionSource) => Promise<void>,
): Promise<void> {
  const source = await pool.open(SEALED, key)
  try {
    await work(source)
  } finally {
    await source.close()
  }
}
