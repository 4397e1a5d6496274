import { canonicalJson } from '#domain/event/canonical.ts'
import { compareKeys, type Envelope, type EventKey } from '#domain/event/envelope.ts'
import { EVENT_VERSIONS, type DomainEvent } from '#domain/event/event.ts'
import { foldEntity } from '#domain/event/fold.ts'
import { entityKey, NO_KEY, readEntitiesOf, writeEntities, type Entity } from '#database/entities.ts'
import { readEntityHistory } from '#database/journal.ts'
import { project } from '#database/projections/project.ts'
import type { Tx } from '#database/schema.ts'
import { isKnownEvent, parseEvent } from './event-schema.ts'
import type { Sabotage } from './ports.ts'
import { createAgainCheck } from './written-again.ts'
import { isGuarded, type Servers, type ServersAt } from './servers.ts'

/** What this program makes of an event: its meaning, or nothing: a newer program wrote it, or it makes no sense. */
export type Reading =
  | { readonly kind: 'event'; readonly event: DomainEvent }
  | { readonly kind: 'newer' }
  | { readonly kind: 'broken' }
  /** Its author may not say this. */
  | { readonly kind: 'forbidden' }
  /** Another device's log says the same, of the same action. [FORK7] */
  | { readonly kind: 'again' }

const AGAIN: Reading = { kind: 'again' }

export interface ReadEvent {
  readonly envelope: Envelope
  readonly reading: Reading
}

/**
 * `servers` are the devices that may write people and devices. Null: any. The same on every replica of a store, so
 * that all fold alike. [ACCESS3]
 */
export function readEvent(envelope: Envelope, servers: Servers = null, sabotage: Sabotage = {}): ReadEvent {
  return { envelope, reading: readingOf(envelope, servers, sabotage) }
}

function readingOf(envelope: Envelope, servers: Servers, { unknown }: Sabotage): Reading {
  if (servers !== null && isGuarded(envelope) && !servers.has(envelope.dev)) return { kind: 'forbidden' }
  if (!isKnownEvent(envelope.type) || unknown?.has(envelope.type) === true) return { kind: 'newer' }
  if (envelope.v > EVENT_VERSIONS[envelope.type]) return { kind: 'newer' }
  const event = parseEvent(envelope.type, envelope.payload)
  return event === null ? { kind: 'broken' } : { kind: 'event', event }
}

/** What else counts where events are folded. */
interface Folding extends ServersAt {
  readonly again: ReadonlySet<Envelope>
  readonly sabotage: Sabotage
}

/**
 * Brings entities and tables up to events that have just been journalled, in the same transaction. `known` are
 * entities as they stood, theirs among them.
 * An event behind the last one folded (it was written while we were apart) folds the whole entity anew.
 * Resolves to the entities as they stand now.
 */
export async function foldIntoTables(
  tx: Tx,
  store: string,
  known: ReadonlyMap<string, Entity>,
  events: readonly ReadEvent[],
  { servers, grown, again, sabotage }: Folding,
): Promise<readonly Entity[]> {
  const entities = new Map<string, Entity>()
  for (const { envelope } of events) {
    const key = entityKey(envelope.entType, envelope.entId)
    const entity = known.get(key)
    if (entity !== undefined) entities.set(key, entity)
  }
  const late = new Set<string>()
  // What was forbidden to a server that nobody had named yet counts now.
  if (grown) {
    for (const entity of [
      ...(await readEntitiesOf(tx, store, 'user')),
      ...(await readEntitiesOf(tx, store, 'device')),
    ]) {
      const key = entityKey(entity.type, entity.id)
      entities.set(key, entity)
      late.add(key)
    }
  }
  const before = [...entities.values()]
  for (const event of events) {
    const { envelope } = event
    const key = entityKey(envelope.entType, envelope.entId)
    const entity = entities.get(key) ?? emptyEntity(envelope.entType, envelope.entId)
    if (isBehind(envelope, entity.last, sabotage) || again.has(envelope)) late.add(key)
    entities.set(key, foldOne(entity, event, sabotage.fold))
  }
  for (const key of late) {
    const entity = entities.get(key)
    if (entity !== undefined)
      entities.set(key, await foldAnew(tx, store, entity.type, entity.id, servers, sabotage))
  }
  const changed = [...entities.values()]
  await writeEntities(
    tx,
    store,
    changed.map((entity) => ({ entity, stateText: canonicalJson(entity.state) })),
  )
  await project(tx, store, changed, before)
  return changed
}

/** An entity after one more event, or null when that event belongs before one already folded. */
export function foldInOrder(entity: Entity | undefined, event: ReadEvent): Entity | null {
  const { envelope } = event
  const before = entity ?? emptyEntity(envelope.entType, envelope.entId)
  return compareKeys(envelope, before.last) < 0 ? null : foldOne(before, event)
}

function isBehind(key: EventKey, last: EventKey, sabotage: Sabotage): boolean {
  if (sabotage.noFoldAnew === true) return false
  if (sabotage.noTieBreak === true) return key.hlc < last.hlc
  return compareKeys(key, last) < 0
}

function emptyEntity(type: string, id: string): Entity {
  return { type, id, last: NO_KEY, readOnly: false, state: null }
}

function foldOne(entity: Entity, { envelope, reading }: ReadEvent, fold = foldEntity): Entity {
  const key = { hlc: envelope.hlc, dev: envelope.dev, seq: envelope.seq }
  const last = compareKeys(key, entity.last) > 0 ? key : entity.last
  switch (reading.kind) {
    case 'event':
      return { ...entity, last, state: fold(entity.type, entity.id, entity.state, reading.event) }
    case 'newer':
      return { ...entity, last, readOnly: entity.readOnly || envelope.crit }
    case 'broken':
    case 'forbidden':
    case 'again':
      return { ...entity, last }
  }
}

/** The name of the lock that whoever folds an entity holds. */
export function entityLock(
  store: string,
  { type, id }: { readonly type: string; readonly id: string },
): string {
  return `ent ${store} ${type} ${id}`
}

/** The entity from its whole history, as if it had arrived in order. */
export async function foldAnew(
  tx: Tx,
  store: string,
  type: string,
  id: string,
  servers: Servers = null,
  sabotage: Sabotage = {},
): Promise<Entity> {
  return foldHistory(type, id, await readEntityHistory(tx, store, type, id), servers, sabotage)
}

/** The same of a history that was read already. */
export function foldHistory(
  type: string,
  id: string,
  history: readonly Envelope[],
  servers: Servers,
  sabotage: Sabotage = {},
): Entity {
  const isAgain = sabotage.againCounts === true ? () => false : createAgainCheck()
  return history.reduce(
    (entity, event) => {
      const read = readEvent(event, servers, sabotage)
      return foldOne(entity, isAgain(event) ? { ...read, reading: AGAIN } : read, sabotage.fold)
    },
    emptyEntity(type, id),
  )
}
