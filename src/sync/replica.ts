import { assert } from '#domain/assert.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { EVENT_VERSIONS, isCritical, type Draft } from '#domain/event/event.ts'
import { HLC_ZERO, nextHlc, tickAfter, type Hlc } from '#domain/event/hlc.ts'
import { ok, type Result } from '#domain/result.ts'
import { readEntities, type Entity } from '#database/entities.ts'
import {
  hasTxn,
  readHash,
  readHeads,
  readHeadsOf,
  writeHeads,
  type Head,
  type Heads,
} from '#database/journal.ts'
import { lockAll } from '#database/locks.ts'
import { readHashes } from '#database/log.ts'
import { ofStore, type Database } from '#database/open.ts'
import { quarantine, type Quarantined } from '#database/quarantine.ts'
import type { Db, Tx } from '#database/schema.ts'
import { CHAIN_START, hashEvent, type Sha256 } from './chain.ts'
import { TXN_EVENTS_MAX } from './envelope-rules.ts'
import { envelopeSchema } from './envelope-schema.ts'
import { askAround, headLock, lockPage } from './around-page.ts'
import { foldIntoTables, readEvent, type ReadEvent } from './fold-entities.ts'
import type { Clock, Sabotage, Signing } from './ports.ts'
import { judgeClaim, prove } from './prove.ts'
import { takeEvents, type HistoryTaking } from './history/take-history.ts'
import { checkEvents, setAside, sortEvents } from './receive.ts'
import { withSignature } from './signing.ts'
import { serversAfter, type ServersAt } from './servers.ts'
import { writeDown } from './write-down.ts'
import { findWrittenAgain } from './written-again.ts'
import { rewindLog, type Rewinding } from './rewind.ts'

/** One copy of a store: its journal, its fold and its tables. Every device, hub and cloud runs this. */
export interface Replica {
  readonly store: string
  /** Whose log this replica writes. A device whose log forked goes on as another one. [FORK3] */
  readonly dev: string
  readonly db: Db
  /**
   * Decides and writes one user action in one transaction. Asking again with the same `txnId` changes nothing.
   * When it resolves, the events survive a power cut.
   */
  act<E>(action: Action<E>): Promise<Result<readonly Envelope[], E>>
  /**
   * Takes in what another replica sent. When it resolves, what it accepted survives a power cut. `onAccepted` hears
   * before that, as soon as it is known: for whoever only passes news on, and never takes it for kept.
   */
  ingest(raw: readonly unknown[], receivedAt: number, onAccepted?: OnAccepted): Promise<Ingested>
  /**
   * How far it is, with all logs or with some. What it names survives a power cut, whoever wrote it: others build on a
   * head they were told.
   */
  heads(devs?: readonly string[]): Promise<Heads>
  /**
   * Takes a device's log back to what the server has of it; with an heir, this replica's own: from then on it writes
   * as that one. `within` runs in the same transaction.
   */
  rewind(rewinding: Rewinding, within?: (tx: Tx) => Promise<void>): Promise<void>
  /** Takes in events of the past, for a replica that does not hold every log whole. `within`: as above. */
  takeHistory(taking: HistoryTaking, within: (tx: Tx) => Promise<void>): Promise<void>
}

export interface Action<E> {
  readonly txnId: string
  readonly actor: string
  readonly decide: (tx: Tx) => Promise<Result<readonly Draft[], E>>
}

export type OnAccepted = (events: readonly Envelope[]) => void

export interface Ingested {
  readonly accepted: readonly Envelope[]
  /** For each device that left a gap: the next sequence number needed. */
  readonly gaps: ReadonlyMap<string, number>
  /** Devices whose log says two different things: cloned or restored. */
  readonly forks: readonly string[]
  readonly setAside: number
}

export interface ReplicaOptions {
  readonly store: string
  readonly dev: string
  readonly database: Database
  readonly clock: Clock
  /** Called inside the transaction with what it adds and this program understands: the place for an outbox. */
  readonly onAppend?: (tx: Tx, events: readonly Envelope[]) => Promise<void>
  /** Called with what an action or an exchange changed, as it stands now, once that is committed and flushed. */
  readonly onFolded?: (entities: readonly Entity[]) => void
  /** The device that made the store: the first whose word about people and devices counts; null or absent: any. */
  readonly recordAuthor?: string | null
  /** Absent: nothing is signed here, and whoever brings an event is believed. */
  readonly signing?: Signing
  /** The platform's own SHA-256, where it has a faster one than ours. */
  readonly digest?: Sha256
  readonly sabotage?: Sabotage
}

export function createReplica(given: ReplicaOptions): Replica {
  const { store } = given
  const database = ofStore(given.database, store)
  const options = { ...given, database }
  const self = { ...options }
  return {
    store,
    get dev() {
      return self.dev
    },
    db: database.db,
    heads: (devs) => flushedHeads(options, devs),
    act: (action) => act(self, action),
    ingest: (raw, receivedAt, onAccepted) => ingest(options, raw, receivedAt, onAccepted),
    rewind: (rewinding, within) => rewind(self, rewinding, within),
    takeHistory: (taking, within) => takeHistory(self, taking, within),
  }
}

async function rewind(
  self: ReplicaOptions & { dev: string },
  rewinding: Rewinding,
  within: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const { store, database, onFolded, recordAuthor = null, signing, sabotage = {} } = self
  const { dev, heir } = rewinding
  const before = self.dev
  let changed: readonly Entity[] = []
  try {
    await database.db.transaction().execute(async (tx) => {
      await lockAll(tx, database.dialect, [headLock(store, dev), headLock(store, heir?.dev ?? dev)])
      changed = await rewindLog(tx, { store, recordAuthor, signing, sabotage }, rewinding)
      await within(tx)
      // While nobody else can write: the next action is the heir's.
      if (heir !== null && dev === before) self.dev = heir.dev
    })
  } catch (error) {
    self.dev = before
    throw error
  }
  await flush(self)
  if (changed.length > 0) onFolded?.(changed)
}

async function takeHistory(
  options: ReplicaOptions,
  taking: HistoryTaking,
  within: (tx: Tx) => Promise<void>,
): Promise<void> {
  const { store, database, onFolded, recordAuthor = null } = options
  const changed = await database.db.transaction().execute(async (tx) => {
    const entities = await takeEvents(tx, { store, recordAuthor }, taking)
    await within(tx)
    return entities
  })
  await flush(options)
  if (changed.length > 0) onFolded?.(changed)
}

async function flush({ database, sabotage }: ReplicaOptions): Promise<void> {
  if (sabotage?.noFlush !== true) await database.flush()
}

/** What others build on: what was brought here, and the heads that are told. */
async function flushTold(options: ReplicaOptions): Promise<void> {
  if (options.sabotage?.ackBeforeFlush !== true) await flush(options)
}

/** Another's commit may still be on its way to the disk when its head is read here. */
async function flushedHeads(options: ReplicaOptions, devs?: readonly string[]): Promise<Heads> {
  const { database, store } = options
  const heads = await (devs === undefined
    ? readHeads(database.db, store)
    : readHeadsOf(database.db, store, devs))
  await flushTold(options)
  return heads
}

async function act<E>(options: ReplicaOptions, action: Action<E>): Promise<Result<readonly Envelope[], E>> {
  const { store, database } = options
  let changed: readonly Entity[] = []
  const written = await database.db
    .transaction()
    .execute(async (tx): Promise<Result<readonly Envelope[], E>> => {
      await lockAll(tx, database.dialect, [headLock(store, options.dev)])
      if (await hasTxn(tx, store, action.txnId)) return ok([])
      const decided = await action.decide(tx)
      if (!decided.ok) return decided
      if (decided.value.length === 0) return ok([])
      const events = await author(tx, options, action, decided.value)
      await lockPage(tx, { store, dialect: database.dialect }, events)
      const at = await serversAfter(tx, store, options.recordAuthor ?? null, events)
      const entities = await readEntities(tx, store, events.map(refOf))
      const appended = await append(tx, options, { ...at, events, entities, heads: lastHeads(events) })
      assert(appended.read.every(isSound), 'an action writes only what every replica accepts')
      changed = appended.changed
      return ok(events)
    })
  await flush(options)
  if (changed.length > 0) options.onFolded?.(changed)
  return written
}

/** Turns decided events into envelopes: numbered, stamped and chained behind this device's last one. */
async function author(
  tx: Tx,
  { store, dev, clock, signing, sabotage }: ReplicaOptions,
  action: { readonly txnId: string; readonly actor: string },
  drafts: readonly Draft[],
): Promise<readonly Envelope[]> {
  assert(drafts.length <= TXN_EVENTS_MAX, `an action makes at most ${TXN_EVENTS_MAX} events`)
  const wall = clock.wall()
  const off = clock.offset()
  const touched = await readEntities(
    tx,
    store,
    drafts.map((draft) => draft.ent),
  )
  let highest: Hlc = HLC_ZERO
  for (const entity of touched.values()) if (entity.last.hlc > highest) highest = entity.last.hlc
  if (sabotage?.stampByClock === true) highest = HLC_ZERO
  let hlc = nextHlc(wall + off, highest)
  let head: Head = (await readHeadsOf(tx, store, [dev])).get(dev) ?? { seq: 0, hash: CHAIN_START }
  const events = drafts.map((draft, i) => {
    if (i > 0) hlc = tickAfter(hlc)
    const unsealed = {
      store,
      dev,
      seq: head.seq + 1,
      txn: { id: action.txnId, i, n: drafts.length },
      hlc,
      wall,
      off,
      actor: action.actor,
      entType: draft.ent.type,
      entId: draft.ent.id,
      type: draft.event.type,
      v: EVENT_VERSIONS[draft.event.type],
      crit: isCritical(draft.event.type),
      payload: canonicalJson(draft.event.payload),
      prev: head.hash,
    }
    const event: Envelope = { ...unsealed, hash: hashEvent(unsealed) }
    head = { seq: event.seq, hash: event.hash }
    return event
  })
  const last = events.at(-1)
  // One signature an action: wherever a page of this log ends, it ends with one.
  return last === undefined ? events : [...events.slice(0, -1), await withSignature(signing, last)]
}

/** An event that another replica would set aside must never be written: all that follows would wait behind it. */
function isSound({ envelope, reading }: ReadEvent): boolean {
  return envelopeSchema.safeParse(envelope).success && reading.kind === 'event'
}

/** Events that follow on what is here, in order. */
interface Page extends ServersAt {
  readonly events: readonly Envelope[]
  readonly heads: Heads
  /** What they change, as it stands. */
  readonly entities: ReadonlyMap<string, Entity>
  /** Of actions that are here already, under another device's id. [FORK7] */
  readonly again?: ReadonlySet<Envelope>
  /** What is not taken in, and since when it is here. */
  readonly aside?: readonly Quarantined[]
  readonly receivedAt?: number
}

const NOTHING: Ingested = { accepted: [], gaps: new Map(), forks: [], setAside: 0 }

async function ingest(
  options: ReplicaOptions,
  raw: readonly unknown[],
  receivedAt: number,
  onAccepted: OnAccepted = () => {},
): Promise<Ingested> {
  if (raw.length === 0) return NOTHING
  const { store, database, signing, sabotage, digest } = options
  const { events, refused } = checkEvents(store, raw, sabotage, digest)
  let changed: readonly Entity[] = []
  const result = await database.db.transaction().execute(async (tx): Promise<Ingested> => {
    const around = await askAround(tx, { store, dialect: database.dialect }, events, refused)
    const found = sortEvents(await around.heads(), events, sabotage)
    const { sorted, aside: unproven } = await prove(signing, found, sabotage)
    if (sorted.accepted.length > 0) onAccepted(sorted.accepted)
    const claims = [...sorted.forks]
    for (const [dev, repeats] of sorted.repeats)
      claims.push(...(await otherThanKept(tx, store, dev, repeats)))
    const forked = new Set<string>()
    const aside = [...refused, ...unproven]
    for (const event of claims) {
      const claim = await judgeClaim(signing, event, events, sabotage)
      if (claim === 'fork') forked.add(event.dev)
      if (claim !== 'torn') aside.push(setAside(event, claim))
    }
    const { accepted: taken, heads } = sorted
    const again = findWrittenAgain(await around.txns(), taken)
    const at = await serversAfter(tx, store, options.recordAuthor ?? null, taken)
    const entities = await around.entities()
    const page: Page = { ...at, events: taken, entities, heads, again, aside, receivedAt }
    changed = (await append(tx, options, page)).changed
    return {
      accepted: sorted.accepted,
      gaps: sorted.gaps,
      forks: [...forked],
      setAside: aside.length,
    }
  })
  await flushTold(options)
  if (changed.length > 0) options.onFolded?.(changed)
  return result
}

/** Those that say something else than what is kept under their numbers. */
async function otherThanKept(
  tx: Tx,
  store: string,
  dev: string,
  repeats: readonly Envelope[],
): Promise<readonly Envelope[]> {
  const newest = repeats.at(-1)
  if (newest === undefined) return []
  const kept = await readHash(tx, store, dev, newest.seq)
  // Below its base a log is here in part: what is not kept tells nothing. [SNAP2]
  if (kept === null || kept === newest.hash) return []
  const seqs = repeats.map(({ seq }) => seq)
  const hashes = await readHashes(tx, store, dev, seqs)
  return repeats.filter(({ seq, hash }) => hashes.has(seq) && hashes.get(seq) !== hash)
}

async function append(
  tx: Tx,
  options: ReplicaOptions,
  { events, entities, heads, again = new Set(), aside = [], receivedAt = 0, ...serversAt }: Page,
): Promise<{ readonly read: readonly ReadEvent[]; readonly changed: readonly Entity[] }> {
  const { store, onAppend, sabotage = {} } = options
  const read = await writeDown(tx, events, (event) => readEvent(event, serversAt.servers, sabotage))
  const refused = [...aside, ...read.flatMap(refusalOf)]
  if (refused.length > 0 && sabotage.noQuarantine !== true) await quarantine(tx, store, refused, receivedAt)
  if (read.length === 0) return { read, changed: [] }
  await writeHeads(tx, store, heads)
  const changed = await foldIntoTables(tx, store, entities, read, { ...serversAt, again, sabotage })
  const understood = read.filter(({ reading, envelope }) => reading.kind === 'event' && !again.has(envelope))
  await onAppend?.(
    tx,
    understood.map(({ envelope }) => envelope),
  )
  return { read, changed }
}

function refusalOf({ envelope, reading: { kind } }: ReadEvent): readonly Quarantined[] {
  if (kind === 'broken') return [setAside(envelope, 'broken_payload')]
  return kind === 'forbidden' ? [setAside(envelope, 'not_allowed')] : []
}

function refOf({ entType: type, entId: id }: Envelope): { readonly type: string; readonly id: string } {
  return { type, id }
}

function lastHeads(events: readonly Envelope[]): Heads {
  return new Map(events.map((event) => [event.dev, { seq: event.seq, hash: event.hash }]))
}
