import type { Envelope } from '#domain/event/envelope.ts'
import type { Heads } from '#database/journal.ts'
import { readMissing } from '#database/pages.ts'
import { without } from './forks.ts'
import { outOfReach } from './history/take-history.ts'
import type { Replica } from './replica.ts'

/** Heads to say, and events to bring. */
export interface Asked {
  readonly heads: Heads
  readonly events: readonly Envelope[]
}

/** What the asking side knows of itself and of its server between two exchanges. */
export interface BothSides {
  /** The server as last heard, or null before its first answer. */
  server(): Heads | null
  heard(server: Heads): void
  /** The server did not answer: nothing is assumed of it. */
  lost(): void
  /** What to send now, from memory where that is sure to be the same; null: it must be read. */
  known(): Asked | null
  /** What to send now. Nothing of the devices that are `forked`. */
  read(forked: readonly string[], eventsMax: number): Promise<Asked>
  /** Own events that were just committed. */
  committed(events: readonly Envelope[]): void
  /** Others' events that were just taken in; `there`: the server has them. */
  accepted(events: readonly Envelope[], there: boolean): void
  readOurs(): Promise<Heads>
  /** How far the server has this device's own log, and how far it is here. */
  ownLog(): { readonly there: number; readonly here: number }
  forget(): void
}

export function createBothSides(replica: Replica): BothSides {
  let server: Heads | null = null
  /** As last read: what was committed since is in `recent`. */
  let ours: Heads | null = null
  let recent: readonly Envelope[] = []
  const own = createReach(replica.dev)

  return {
    server: () => server,
    heard(heads) {
      server = heads
    },
    lost() {
      server = null
    },
    known: () => (server === null || ours === null ? null : askRecent(replica.dev, ours, server, recent)),
    async read(forked, eventsMax) {
      const heads = await replica.heads()
      ours = heads
      own.at(heads.get(replica.dev)?.seq ?? 0)
      return { heads, events: await readSendable(replica, heads, server, forked, eventsMax) }
    },
    committed(events) {
      own.with(events)
      recent = recent.length + events.length > RECENT_MAX ? [] : [...recent, ...events]
    },
    accepted(events, there) {
      own.with(events)
      if (ours !== null) ours = headsAfter(ours, events)
      if (there && server !== null) server = headsAfter(server, events)
    },
    async readOurs() {
      const heads = await replica.heads()
      ours = heads
      recent = recent.filter((event) => event.seq > (server?.get(event.dev)?.seq ?? 0))
      return heads
    },
    ownLog: () => ({ there: server?.get(replica.dev)?.seq ?? 0, here: own.reached() }),
    forget() {
      server = null
      recent = []
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

/** What a server at `server` lacks and can be given from here; nothing while nothing is known of it. */
async function readSendable(
  { db, store }: Replica,
  ours: Heads,
  server: Heads | null,
  forked: readonly string[],
  eventsMax: number,
): Promise<readonly Envelope[]> {
  if (server === null) return []
  const sendable = without(ours, [...forked, ...(await outOfReach(db, store, server))])
  return (await readMissing(db, store, sendable, server, eventsMax)).events
}

/** Beyond this many events, or this much text, a page is read and cut as any other. */
const RECENT_MAX = 100
const RECENT_CHARS_MAX = 64 * 1024

/** A request made of `recent` alone; null unless it follows the server's head and the server lacks nothing else. */
function askRecent(dev: string, ours: Heads, server: Heads, recent: readonly Envelope[]): Asked | null {
  const reached = server.get(dev)?.seq ?? 0
  const events = recent.filter((event) => event.seq > reached)
  const heads = headsAfter(ours, events)
  const follows = events.every((event, i) => event.dev === dev && event.seq === reached + 1 + i)
  const chars = events.reduce((sum, event) => sum + event.payload.length, 0)
  if (events.length === 0 || !follows || chars > RECENT_CHARS_MAX) return null
  return isBehind(headsAfter(server, events), heads) ? null : { heads, events }
}

function headsAfter(heads: Heads, events: readonly Envelope[]): Heads {
  if (events.length === 0) return heads
  return new Map([
    ...heads,
    ...events.map((event) => [event.dev, { seq: event.seq, hash: event.hash }] as const),
  ])
}

export function isBehind(server: Heads, ours: Heads): boolean {
  for (const [dev, head] of ours) if (head.seq > (server.get(dev)?.seq ?? 0)) return true
  return false
}
