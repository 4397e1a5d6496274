import type { Envelope } from '#domain/event/envelope.ts'
import type { Heads } from '#database/journal.ts'
import { PAGE_EVENTS_MAX, readMissing } from '#database/pages.ts'
import type { Sabotage } from './ports.ts'
import { createForkHealing, type OnOwnFork } from './fork-healing.ts'
import { without } from './forks.ts'
import {
  fromWire,
  PROTOCOL,
  toWire,
  type ExchangeReply,
  type ExchangeRequest,
  type LiveFrame,
  type WireAbout,
  type WireDigests,
} from './protocol.ts'
import type { OnAccepted, Replica } from './replica.ts'

/** Carries one exchange to the server and back; rejects when no answer came. */
export interface Transport {
  exchange(request: ExchangeRequest): Promise<ExchangeReply>
}

export interface SyncClientPorts {
  readonly replica: Replica
  /** Raw milliseconds since 1970. */
  readonly now: () => number
  /** The server acknowledged: everything of ours up to its heads is flushed there, unless it names us as forked. */
  readonly onReply: (
    reply: ExchangeReply,
    sentAt: number,
    receivedAt: number,
    asked: ExchangeRequest,
  ) => Promise<void>
  readonly onEvents: (events: readonly Envelope[]) => void
  /** Hears of what is being taken in, before it is kept. */
  readonly onArrival?: OnAccepted
  /** What the tables come to at these heads, when it is time to compare them; null: not now. */
  readonly digests?: (heads: Heads) => Promise<WireDigests | null>
  /** What to say of this device beside its heads. */
  readonly about?: () => WireAbout
  readonly sabotage?: Sabotage
  readonly onOwnFork?: OnOwnFork
}

/** The asking side: what it knows of the server, and the steps that bring both to the same heads. */
export interface SyncClient {
  /** Own events that were just committed: the next step need not read them again. Its request is made at once. */
  committed(events: readonly Envelope[]): void
  /** One round trip. Resolves to whether another is needed at once. */
  step(transport: Transport): Promise<boolean>
  /** Takes in a broadcast. Resolves to whether something before it is missing. */
  receive(frame: LiveFrame): Promise<boolean>
  /** The server as last heard, or null before its first answer. */
  serverHeads(): Heads | null
  /** True while the server has more of this device's own log than is here, as after a restored backup. */
  behindItself(): boolean
  /** After a broken line nothing is assumed: the next exchange begins with heads alone. */
  forget(): void
}

export function createSyncClient(ports: SyncClientPorts): SyncClient {
  const { replica, now, onReply, onEvents, onArrival, digests: digestsAt, onOwnFork = null, sabotage } = ports
  const healing = createForkHealing(replica, onOwnFork)
  let server: Heads | null = null
  /** As last read: what was committed since is in `recent`. */
  let ours: Heads | null = null
  let recent: readonly Envelope[] = []
  const page = createPageSize()
  const own = createReach(replica.dev)

  /** What to ask now, from memory where that is sure to be the same. */
  function known(): Asked | null {
    if (healing.devices().length > 0) return null
    return server === null || ours === null ? null : askRecent(replica.dev, ours, server, recent)
  }

  async function read(): Promise<Asked> {
    const heads = await replica.heads()
    ours = heads
    own.at(heads.get(replica.dev)?.seq ?? 0)
    if (server === null) return { heads, events: [] }
    const sendable = without(heads, healing.devices())
    return {
      heads,
      events: (await readMissing(replica.db, replica.store, sendable, server, page.limit())).events,
    }
  }

  async function step(transport: Transport): Promise<boolean> {
    const { heads, events } = known() ?? (await read())
    // Only where nobody waits for what is sent.
    const digests = events.length > 0 ? null : await digestsAt?.(heads)
    const about = events.length > 0 ? undefined : ports.about?.()
    const past = healing.devices().length > 0 ? await healing.past() : {}
    const sentAt = now()
    const request = requestOf(replica, {
      heads,
      events,
      digests: digests ?? null,
      past,
      limit: page.limit(),
      about,
    })
    const reply = await transport.exchange(request).catch((error: unknown) => {
      server = null
      page.failed(now() - sentAt)
      throw error
    })
    const receivedAt = now()
    page.came(receivedAt - sentAt)
    const before = server
    server = sabotage?.headsOnlyRise === true ? risen(before, reply) : fromWire(reply.heads)
    await onReply(reply, sentAt, receivedAt, request)
    const { accepted, forks } = await replica.ingest(reply.events, receivedAt, onArrival)
    // Before anybody is told: who waits for this device's own log asks again in `onEvents`.
    if (ours !== null) ours = after(ours, accepted)
    own.with(accepted)
    if (accepted.length > 0) onEvents(accepted)
    const progress = accepted.length > 0 || before === null || movedOn(before, server)
    const healed = await healing.heard([...reply.forks, ...forks], past, reply, receivedAt)
    ours = await replica.heads()
    recent = recent.filter((event) => event.seq > (server?.get(event.dev)?.seq ?? 0))
    return healed || (progress && (reply.more || isBehind(server, without(ours, healing.devices()))))
  }

  async function receive(frame: LiveFrame): Promise<boolean> {
    const { accepted, gaps, forks } = await replica.ingest(frame.events, now(), onArrival)
    own.with(accepted)
    if (accepted.length > 0) onEvents(accepted)
    // The server had these before it broadcast them. Should it lose them yet, its next reply says so.
    if (server !== null) server = after(server, accepted)
    if (ours !== null) ours = after(ours, accepted)
    return gaps.size > 0 || forks.length > 0
  }

  return {
    committed(events) {
      own.with(events)
      recent = recent.length + events.length > RECENT_MAX ? [] : [...recent, ...events]
    },
    step,
    receive,
    serverHeads: () => server,
    behindItself() {
      const there = server?.get(replica.dev)?.seq ?? 0
      return there > own.reached() && !healing.devices().includes(replica.dev)
    },
    forget: () => {
      server = null
      recent = []
    },
  }
}

/** An exchange that took this long was too large for its line. */
const SLOW_MS = 5_000
const PAGE_EVENTS_MIN = 8

/** Most events a page, either way: fewer where the line is too slow for a full one. [WIRE3] */
function createPageSize() {
  let limit = PAGE_EVENTS_MAX
  return {
    limit: () => limit,
    came(afterMs: number): void {
      if (afterMs < SLOW_MS / 2) limit = Math.min(PAGE_EVENTS_MAX, limit * 2)
    },
    /** A page that takes too long would take too long again. */
    failed(afterMs: number): void {
      if (afterMs >= SLOW_MS) limit = Math.max(PAGE_EVENTS_MIN, Math.floor(limit / 4))
    },
  }
}

/** How far a device's log is known to reach here, whatever was forgotten since. */
function createReach(dev: string) {
  let reached = 0
  const at = (seq: number): void => {
    reached = Math.max(reached, seq)
  }
  return {
    at,
    with(events: readonly Envelope[]): void {
      for (const event of events) if (event.dev === dev) at(event.seq)
    },
    reached: () => reached,
  }
}

interface Asking extends Asked {
  readonly limit: number
  readonly digests: WireDigests | null
  readonly past: NonNullable<ExchangeRequest['past']>
  readonly about: WireAbout | undefined
}

function requestOf(
  { store, dev }: Replica,
  { heads, events, digests, past, limit, about }: Asking,
): ExchangeRequest {
  return {
    proto: PROTOCOL,
    store,
    dev,
    heads: toWire(heads),
    events,
    ...(limit < PAGE_EVENTS_MAX && { limit }),
    ...(digests !== null && { digests }),
    ...(Object.keys(past).length > 0 && { past }),
    ...(about !== undefined && { about }),
  }
}

interface Asked {
  readonly heads: Heads
  readonly events: readonly Envelope[]
}

/** Beyond this many events, or this much text, a page is read and cut as any other. */
const RECENT_MAX = 100
const RECENT_CHARS_MAX = 64 * 1024

/** A request made of `recent` alone; null unless it follows the server's head and the server lacks nothing else. */
function askRecent(dev: string, ours: Heads, server: Heads, recent: readonly Envelope[]): Asked | null {
  const reached = server.get(dev)?.seq ?? 0
  const events = recent.filter((event) => event.seq > reached)
  const heads = after(ours, events)
  const follows = events.every((event, i) => event.dev === dev && event.seq === reached + 1 + i)
  const chars = events.reduce((sum, event) => sum + event.payload.length, 0)
  if (events.length === 0 || !follows || chars > RECENT_CHARS_MAX) return null
  return isBehind(after(server, events), heads) ? null : { heads, events }
}

function after(heads: Heads, events: readonly Envelope[]): Heads {
  if (events.length === 0) return heads
  return new Map([
    ...heads,
    ...events.map((event) => [event.dev, { seq: event.seq, hash: event.hash }] as const),
  ])
}

/** Back counts as well: a server restored from a backup says lower heads, or none, and is filled at once. */
function movedOn(before: Heads, after: Heads): boolean {
  for (const dev of [...before.keys(), ...after.keys()]) {
    if (before.get(dev)?.seq !== after.get(dev)?.seq) return true
  }
  return false
}

/** A planted bug: see `Sabotage`. */
function risen(before: Heads | null, { heads }: ExchangeReply): Heads {
  const told = fromWire(heads)
  const higher = [...(before ?? [])].filter(([dev, head]) => head.seq > (told.get(dev)?.seq ?? 0))
  return new Map([...told, ...higher])
}

function isBehind(server: Heads, ours: Heads): boolean {
  for (const [dev, head] of ours) if (head.seq > (server.get(dev)?.seq ?? 0)) return true
  return false
}
