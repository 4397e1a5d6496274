import { readOpenOf, readSetAside, settle, type SetAside } from '#database/quarantine.ts'
import { isFolded } from '#database/deferred.ts'
import type { Database } from '#database/open.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { catchUp } from './catch-up.ts'
import type { Replica } from './replica.ts'

/** A store whose quarantine a person looks at. */
export interface QuarantineOf {
  readonly replica: Replica
  readonly database: Database
  readonly recordAuthor: string | null
}

export interface SettledBy {
  readonly by: string
  readonly at: number
}

export type QuarantineRefusal = { readonly code: 'not_found' | 'quarantine_stays' }

// As many as one frame may hold.
const EVENTS_AT_ONCE = 1_000

/**
 * Tries again to take in what was set aside, with all that is open of the same device: an action may need its other
 * events. Nothing is ever believed because somebody asked: form, hash, chain and author are checked as before, and
 * what now passes is settled as released. [QUARANTINE2]
 */
export async function release(
  of: QuarantineOf,
  id: number,
  { by, at }: SettledBy,
): Promise<Result<null, QuarantineRefusal>> {
  const { replica, database, recordAuthor } = of
  const { store, db } = replica
  const asked = await readSetAside(db, store, id)
  if (asked === null) return err({ code: 'not_found' })
  if (asked.settled === 'released') return ok(null)
  const open = asked.settled === null ? await readOpenOf(db, store, asked.dev, EVENTS_AT_ONCE) : [asked]
  await replica.ingest(
    open.map(({ body }) => eventIn(body)).filter((event) => event !== null),
    at,
  )
  await catchUp(database, store, recordAuthor)
  let released = false
  for (const one of open) {
    if (!(await counts(of, one))) continue
    await settle(db, store, one.id, { settled: 'released', by, at })
    if (one.id === id) released = true
  }
  await database.flush()
  return released ? ok(null) : err({ code: 'quarantine_stays' })
}

/** Takes it off the list. It stays where it is, word for word, with who dismissed it and when. [QUARANTINE3] */
export async function dismiss(
  { replica: { store, db }, database }: QuarantineOf,
  id: number,
  { by, at }: SettledBy,
): Promise<Result<null, QuarantineRefusal>> {
  if ((await readSetAside(db, store, id)) === null) return err({ code: 'not_found' })
  await settle(db, store, id, { settled: 'dismissed', by, at })
  await database.flush()
  return ok(null)
}

/** Whether this very event is in the journal now, and understood. */
async function counts({ replica: { store, db } }: QuarantineOf, { body }: SetAside): Promise<boolean> {
  const event = eventIn(body)
  if (typeof event !== 'object' || event === null || !('hash' in event)) return false
  const { dev, seq, hash } = event as { readonly [field: string]: unknown }
  if (typeof dev !== 'string' || typeof seq !== 'number' || typeof hash !== 'string') return false
  return isFolded(db, store, { dev, seq, hash })
}

/** What was cut, or never was JSON, is no event. */
function eventIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
