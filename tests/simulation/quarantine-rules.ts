import type Database from 'better-sqlite3-multiple-ciphers'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Ingested } from '#sync/replica.ts'
import { sentKey } from './tamper.ts'
import type { World } from './world.ts'

export interface Taken {
  readonly raw: Database.Database
  readonly store: string
  readonly events: readonly unknown[]
  /** Events that were changed on the way, by `sentKey`. */
  readonly changed: ReadonlySet<string>
  readonly ingested: Ingested
}

/** I11: what was changed on the way is set aside, word for word, and nothing else is. */
export function checkSetAside(world: World, name: string, taken: Taken): void {
  const { raw, store, events, changed, ingested } = taken
  // Of a copied device's log, whatever does not follow is set aside as well.
  const forked = events.filter((event) => ingested.forks.includes((event as Envelope).dev))
  const bad = events.filter((event) => changed.has(sentKey(event as Envelope)))
  if (bad.length + forked.length < ingested.setAside)
    return world.fail('I11', `${name} set aside an honest event`)
  if (bad.length === 0 || !raw.open) return
  const find = raw
    .prepare(`select body from quarantine where store = ? and dev = ? and seq = ? and reason = 'bad_hash'`)
    .pluck()
  for (const event of bad) {
    const { dev, seq, payload } = event as Envelope
    const kept = (find.all(store, dev, seq) as string[]).some((body) =>
      body.includes(JSON.stringify(payload)),
    )
    if (!kept) world.fail('I11', `${name} lost what it set aside: ${dev}/${seq}`)
    else world.sometimes('event set aside')
  }
}
