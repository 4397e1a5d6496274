import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { envelopeOf } from '../../src/database/journal.ts'
import type { JournalRow } from '../../src/database/schema.ts'
import { hashEvent } from '../../src/sync/chain.ts'

/** A journal as a killed process left it, read by nobody before. */
export interface KeptLog {
  /** How far each device's log reaches. Every number is there, and every chain holds. */
  readonly heads: ReadonlyMap<string, number>
  readonly actions: ReadonlySet<string>
}

type Row = Omit<JournalRow, 'n' | 'folded'>

/** Throws where a log has a hole, or does not continue what comes before. */
export function readLogs(rows: readonly Row[]): KeptLog {
  const last = new Map<string, { readonly seq: number; readonly hash: string }>()
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) {
    const event = envelopeOf(row)
    const before = last.get(event.dev)
    const follows = event.seq === (before?.seq ?? 0) + 1 && event.prev === (before?.hash ?? '0'.repeat(64))
    if (!follows || hashEvent(event) !== event.hash)
      throw new Error(`the log of ${event.dev} ends at ${event.seq}`)
    last.set(event.dev, event)
  }
  return {
    heads: new Map([...last].map(([dev, { seq }]) => [dev, seq])),
    actions: new Set(rows.map((row) => row.txn_id)),
  }
}

/** A SQLite file whose process was killed. It is left as it is, for the next process to find. */
export function readKilledFile(path: string): KeptLog {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-killed-'))
  for (const end of ['', '-wal'])
    if (existsSync(path + end)) copyFileSync(path + end, join(folder, `db${end}`))
  try {
    return readLeftFile(join(folder, 'db'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A SQLite file as somebody left it: opened as the next process would, and checked through and through. */
export function readLeftFile(path: string): KeptLog {
  const db = new Database(path)
  try {
    // Nobody relies on what is written here.
    db.pragma('synchronous = off')
    const integrity = db.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') throw new Error(`${path} is damaged: ${String(integrity)}`)
    const begun = db.prepare(`select 1 from sqlite_master where name = 'journal'`).get() !== undefined
    return readLogs(begun ? (db.prepare('select * from journal').all() as readonly Row[]) : [])
  } finally {
    db.close()
  }
}

/** What stands before a file's own bytes in the browser's pool: its name, and padding. */
const POOL_HEADER_BYTES = 4_096
const POOL_NAME_BYTES = 512

/** Takes the till's database out of a dead browser's profile. Gives its path in `into`. */
export function takeFromProfile(profile: string, into: string): string {
  const pool = join(profile, 'Default', 'File System')
  const files = readdirSync(pool, { recursive: true, encoding: 'utf8' }).map((name) => join(pool, name))
  for (const file of files) {
    if (!statSync(file).isFile() || statSync(file).size < POOL_HEADER_BYTES) continue
    const bytes = readFileSync(file)
    const name = /^\/?(comanda\.db(?:-wal)?)\0/.exec(bytes.toString('latin1', 0, POOL_NAME_BYTES))?.[1]
    if (name !== undefined) writeFileSync(join(into, name), bytes.subarray(POOL_HEADER_BYTES))
  }
  return join(into, 'comanda.db')
}
