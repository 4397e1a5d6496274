import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { Db } from '#database/schema.ts'

const KEY = 'prices_looked_at'

/** Up to where each device's log was looked at: a log has no holes, so that no line comes below it later. */
export type Progress = ReadonlyMap<string, number>

export async function readProgress(db: Db, store: string): Promise<Progress> {
  const text = await readLocal(db, store, KEY)
  return new Map(text === null ? [] : Object.entries(JSON.parse(text) as Record<string, number>))
}

export async function writeProgress(db: Db, store: string, progress: Progress): Promise<void> {
  await writeLocal(db, store, KEY, JSON.stringify(Object.fromEntries(progress)))
}
