import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#server/config.ts'

/** Where the hub's SQLite file is. */
export function databasePath({ dataDir }: Config): string {
  return join(dataDir, 'comanda.db')
}

export type FileState = 'absent' | 'plain' | 'sealed' | 'unknown'

const MARK = 'SQLite format 3\0'
const PAGE_BYTES = 4096

/** What a file is by its first bytes. An encrypted one begins with its random salt and has whole pages. */
export function fileState(path: string): FileState {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return 'absent'
  const head = Buffer.alloc(MARK.length)
  const file = openSync(path, 'r')
  readSync(file, head, 0, head.length, 0)
  closeSync(file)
  if (head.toString('latin1') === MARK) return 'plain'
  return size % PAGE_BYTES === 0 ? 'sealed' : 'unknown'
}
