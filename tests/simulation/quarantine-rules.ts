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
  /** Events that were written on the way, in somebody's name. */
  readonly forged: ReadonlySet<string>
  readonly ingested: Ingested
}

/** I11: what was changed on the way is set aside, word for word, and nothing else is. */
export function checkSetAside(world: World, name: string, taken: Taken): void {
  const { raw, store, events, changed, forged, ingested } = taken
  // Of a copied device's log, whatever does not follow is set aside as well.
  const forked = events.filter((event) => ingested.forks.includes((event as Envelope).dev))
  const bad = events.filter((event) => changed.has(sentKey(event as Envelope)))
  const strange = events.filter((event) => forged.has(sentKey(event as Envelope)))
  if (bad.length + forked.length + strange.length < ingested.setAside)
    return world.fail('I11', `${name} set aside an honest event`)
  checkForged(world, name, raw, strange as readonly Envelope[])
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

/** I2: what a device did not sign is in no log of it, however well its hashes fit. */
function checkForged(world: World, name: string, raw: Database.Database, forged: readonly Envelope[]): void {
  if (forged.length === 0 || !raw.open) return
  const find = raw.prepare('select 1 from journal where store = ? and dev = ? and seq = ? and hash = ?')
  for (const { store, dev, seq, hash } of forged) {
    if (find.get(store, dev, seq, hash) !== undefined)
      return world.fail('I2', `${name} took in ${dev}/${seq}, which ${dev} never wrote`)
  }
  world.sometimes('forged event refused')
}
