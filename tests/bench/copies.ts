import { openDatabase, type Database } from '#database/open.ts'
import { readMissing } from '#database/pages.ts'
import { openSqlite } from '#server/database/sqlite.ts'
import type { Replica } from '#sync/replica.ts'

export async function openAt(file: string): Promise<Database> {
  const opened = await openDatabase(openSqlite(file))
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** All that the other lacks, without a line between them. */
export async function copy(from: Replica, to: Replica): Promise<void> {
  for (;;) {
    const { events } = await readMissing(from.db, from.store, await from.heads(), await to.heads())
    if (events.length === 0) return
    await to.ingest(events, Date.now())
  }
}
