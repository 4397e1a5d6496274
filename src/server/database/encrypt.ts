import { linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { checkIntegrity, copyDatabase } from '#database/copy.ts'
import type { Connection } from '#database/connection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Config } from '#server/config.ts'
import type { ServerProblem } from '#server/problem.ts'
import { databasePath, fileState } from './file-state.ts'
import { readKey, syncFolder } from './key.ts'
import { fileProblem } from './open.ts'
import { openSqlite } from './sqlite.ts'

export type Encrypted = 'now' | 'already'

/**
 * Turns the hub's plain file into an encrypted one: a copy, compared row by row, takes its name in one step, and the plain
 * file goes only after the new one has been opened and read. Stopped anywhere, the next try finishes it. [CRYPT4]
 */
export async function encryptDatabase(config: Config): Promise<Result<Encrypted, ServerProblem>> {
  const path = databasePath(config)
  try {
    const state = fileState(path)
    const key = readKey(config, state === 'plain')
    if (!key.ok) return key
    if (key.value === null) return noKey()
    if (state === 'absent') return err({ code: 'database_failed', detail: `${path}: there is no data here` })
    if (state === 'plain') {
      await makeCopy(path, key.value)
      takeItsPlace(path)
    }
    await readWhole(path, key.value)
    // Only now: until here the plain file could still be gone back to.
    rmSync(plainOf(path), { force: true })
    syncFolder(dirname(path))
    return ok(state === 'plain' ? 'now' : 'already')
  } catch (error) {
    return err(fileProblem(path, error))
  }
}

const copyOf = (path: string): string => `${path}.encrypting`
const plainOf = (path: string): string => `${path}.plain`

async function makeCopy(path: string, key: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(copyOf(path) + end, { force: true })
  await withSession(copyOf(path), key, async (session) => {
    await session.execute(`attach ? as plain key ''`, [path])
    // A server that has the file open would go on writing to it: with one, this is refused.
    await session.execute('pragma plain.locking_mode = exclusive', [])
    await session.execute('pragma plain.journal_mode = delete', [])
    await copyDatabase(session, 'plain')
    await session.execute('detach plain', [])
  })
}

/** The plain file keeps a second name until the encrypted one is known to be good. */
function takeItsPlace(path: string): void {
  rmSync(plainOf(path), { force: true })
  linkSync(path, plainOf(path))
  renameSync(copyOf(path), path)
  syncFolder(dirname(path))
}

async function readWhole(path: string, key: string): Promise<void> {
  await withSession(path, key, checkIntegrity)
}

async function withSession(
  path: string,
  key: string,
  work: (session: Connection) => Promise<void>,
): Promise<void> {
  const source = openSqlite(path, key)
  try {
    await work(await source.acquire())
  } finally {
    await source.close()
  }
}

function noKey(): Result<never, ServerProblem> {
  return err({ code: 'bad_setting', detail: 'DATABASE_KEY: set it, or DATABASE_KEY_FILE, to the key to use' })
}
