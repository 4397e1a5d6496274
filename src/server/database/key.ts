import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readFileSync, realpathSync, writeSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { databaseKeyOf, isDatabaseKey } from '#database/cipher.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Config } from '#server/config.ts'
import type { ServerProblem } from '#server/problem.ts'

const OTHERS = 0o077

/**
 * The key the settings name, or null where they name none. A key file that is not there yet is made only when `mayMake`:
 * for data that has no key so far. [CRYPT3]
 */
export function readKey(
  { databaseKey, dataDir }: Config,
  mayMake: boolean,
): Result<string | null, ServerProblem> {
  if (databaseKey === null) return ok(null)
  if (databaseKey.kind === 'key') return ok(databaseKey.key)
  const { path } = databaseKey
  try {
    if (isInside(dataDir, path)) return refused(path, 'a copy of the data folder would carry its own key')
    return readFile(path)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) return refused(path, wordsOf(error))
    return mayMake ? makeFile(path) : err({ code: 'database_key_missing', detail: path })
  }
}

function readFile(path: string): Result<string, ServerProblem> {
  const file = openSync(path, 'r')
  try {
    const { mode } = fstatSync(file)
    // Windows has no such bits.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) return refused(path, 'others may read it')
    const key = readFileSync(file, 'latin1').trim()
    return isDatabaseKey(key) ? ok(key) : refused(path, 'it does not hold 64 hex digits')
  } finally {
    closeSync(file)
  }
}

/** On the disk for good before anything is encrypted with it. */
function makeFile(path: string): Result<string, ServerProblem> {
  const key = databaseKeyOf(randomBytes(32))
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, `${key}\n`)
    fsyncSync(file)
    closeSync(file)
    syncFolder(dirname(path))
    return ok(key)
  } catch (error) {
    return refused(path, wordsOf(error))
  }
}

/** Makes a new or renamed file's name survive a power cut; Windows does so by itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function isInside(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(dirname(resolve(path))))
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^[A-Za-z]:/.test(way)
}

function refused(path: string, why: string): Result<never, ServerProblem> {
  return err({ code: 'database_key_refused', detail: `${path}: ${why}` })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
