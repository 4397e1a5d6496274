import type { Envelope } from '#domain/event/envelope.ts'
import type { Heads } from '#database/journal.ts'
import { PAGE_EVENTS_MAX } from '#database/pages.ts'
import { createBothSides, isBehind, type Asked, type BothSides } from './both-sides.ts'
import type { Sabotage } from './ports.ts'
import { createBrevity } from './brevity.ts'
import { createForkHealing, type ForkHealing, type OnOwnFork } from './fork-healing.ts'
import { without } from './forks.ts'
import { createPastTurns, NO_HISTORY, type History, type PastTurns } from './history/history.ts'
import { createPageSize, type PageSize } from './page-size.ts'
import {
  fromWire,
  PROTOCOL,
  toWire,
  type ExchangeReply,
  type ExchangeRequest,
  type HistoryAsk,
  type LiveFrame,
  type WireAbout,
  type WireDigests,
} from './protocol.ts'
import type { Ingested, OnAccepted, Replica } from './replica.ts'

/** Carries one exchange to the server and back; rejects when no answer came. */
export interface Transport {
  exchange(request: ExchangeRequest): Promise<ExchangeReply>
  /** What others write comes over this line by itself: a push need not ask for it. */
  readonly hears?: boolean
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
  /** Most events to ask for in a page; absent: the usual number. */
  readonly pageEvents?: number
  /** Hears of what is being taken in, before it is kept. */
  readonly onArrival?: OnAccepted
  /** What the tables come to at these heads, when it is time to compare them; null: not now. */
  readonly digests?: (heads: Heads) => Promise<WireDigests | null>
  /** What to say of this device beside its heads. */
  readonly about?: () => WireAbout
  readonly sabotage?: Sabotage
  readonly onOwnFork?: OnOwnFork
  /** For a replica that does not hold every log whole. */
  readonly history?: History
  /** A page of the past was taken in. */
  readonly onHistory?: () => void
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
  /** The next exchange compares all logs, whatever there is to bring. [WIRE5] */
  compare(): void
  /** After a broken line nothing is assumed: the next exchange begins with heads alone. */
  forget(): void
}

export function createSyncClient(ports: SyncClientPorts): SyncClient {
  const { replica, now, onReply, onEvents, onArrival, onHistory, history = NO_HISTORY, sabotage } = ports
  const healing = createForkHealing(replica, ports.onOwnFork ?? null, sabotage)
  const sides = createBothSides(replica)
  const pageSize = createPageSize(ports.pageEvents ?? PAGE_EVENTS_MAX)
  const turns = createPastTurns(history)
  const brevity = createBrevity()
  const asking = createAsking(ports, { sides, healing, pageSize, turns, history })

  async function takeIn(raw: readonly unknown[], at: number, there: boolean): Promise<Ingested> {
    const ingested = await replica.ingest(raw, at, onArrival)
    const { accepted } = ingested
    // Before anybody is told: who waits for this device's own log asks again in `onEvents`.
    sides.accepted(accepted, there)
    if (accepted.length === 0) return ingested
    await history.noticed(accepted)
    onEvents(accepted)
    return ingested
  }

  async function step(transport: Transport): Promise<boolean> {
    const request = asking.now(brevity.mayBeShort(transport)) ?? (await asking.read())
    brevity.asked(request)
    const sentAt = now()
    const reply = await transport.exchange(request).catch((error: unknown) => {
      sides.lost()
      turns.failed()
      pageSize.failed(now() - sentAt)
      throw error
    })
    const receivedAt = now()
    pageSize.answered(receivedAt - sentAt)
    const before = sides.server()
    brevity.heard(reply)
    const server = serverAfter(before, request, reply, sabotage)
    if (server !== null) sides.heard(server)
    await onReply(reply, sentAt, receivedAt, request)
    if (request.history !== undefined && (await history.heard(request.history, reply, receivedAt))) {
      await sides.readOurs()
      onHistory?.()
      return true
    }
    const { accepted, forks } = await takeIn(reply.events, receivedAt, false)
    const healed = await healing.heard([...reply.forks, ...forks], request.past ?? {}, reply, receivedAt)
    const heads = without(await sides.readOurs(), healing.devices())
    if (healed || history.next() !== null || server === null) return true
    const progress = accepted.length > 0 || before === null || movedOn(before, server)
    return progress && (reply.more || isBehind(server, heads))
  }

  async function receive(frame: LiveFrame): Promise<boolean> {
    // Nothing can follow on what is not here yet; the exchange after the start brings it.
    if (history.isStarting()) return false
    // The server had these before it broadcast them. Should it lose them yet, its next whole reply says so.
    const taken = await takeIn(frame.events, now(), true).catch(brevity.failed)
    if (taken.gaps.size === 0 && taken.forks.length === 0 && history.next() === null) return false
    brevity.compare()
    return true
  }

  return {
    committed: (events) => sides.committed(events),
    step,
    receive,
    serverHeads: () => sides.server(),
    behindItself() {
      const { there, here } = sides.ownLog()
      return there > here && !healing.devices().includes(replica.dev)
    },
    compare: () => brevity.compare(),
    forget() {
      brevity.forget()
      sides.forget()
    },
  }
}

/** Of the other logs a short reply says nothing; where they were forgotten meanwhile: null, and they are asked for anew. */
function serverAfter(
  before: Heads | null,
  request: ExchangeRequest,
  reply: ExchangeReply,
  sabotage: Sabotage | undefined,
): Heads | null {
  const told = sabotage?.headsOnlyRise === true ? risen(before, reply) : fromWire(reply.heads)
  if (request.short !== true || before === null) return request.short === true ? null : told
  // Asked about and not named: it has nothing of that log, any more.
  return new Map([...without(before, Object.keys(request.heads)), ...told])
}

interface Parts {
  readonly sides: BothSides
  readonly healing: ForkHealing
  readonly pageSize: PageSize
  readonly turns: PastTurns
  readonly history: History
}

/** The next request. */
interface NextRequest {
  /** Of what is known to be missing there, in this very turn, in short if it may be; null: it must be read. */
  now(short: boolean): ExchangeRequest | null
  read(): Promise<ExchangeRequest>
}

function createAsking(
  { replica, digests: digestsAt, about: aboutNow }: SyncClientPorts,
  { sides, healing, pageSize, turns, history }: Parts,
): NextRequest {
  const requestWith = (asked: Asked & Pick<Asking, 'digests' | 'past' | 'about'>): ExchangeRequest =>
    requestOf(replica, { ...asked, limit: pageSize.asked(), history: turns.next() })

  return {
    now(short) {
      const known = healing.devices().length > 0 ? null : sides.known()
      if (known === null) return null
      const request = requestWith({ ...known, digests: null, past: {}, about: undefined })
      return short && request.history === undefined ? shortened(request) : request
    },
    async read() {
      const missing = await sides.read(healing.devices(), pageSize.sent())
      const tail = await healing.tail(pageSize.sent())
      const asked = tail.length === 0 ? missing : { ...missing, events: tail }
      // Only where nobody waits for what is sent.
      const isIdle = asked.events.length === 0 && !history.isComing()
      const digests = isIdle ? ((await digestsAt?.(asked.heads)) ?? null) : null
      const past = healing.devices().length > 0 ? await healing.past() : {}
      const about = asked.events.length > 0 ? undefined : aboutNow?.()
      return requestWith({ ...asked, digests, past, about })
    },
  }
}

/** What is said of this device's own log alone. [WIRE5] */
function shortened(request: ExchangeRequest): ExchangeRequest {
  const { dev, heads } = request
  const own = heads[dev]
  return own === undefined ? request : { ...request, heads: { [dev]: own }, short: true }
}

interface Asking extends Asked {
  readonly limit: number
  readonly history: HistoryAsk | null
  readonly digests: WireDigests | null
  readonly about: WireAbout | undefined
  readonly past: NonNullable<ExchangeRequest['past']>
}

function requestOf(
  { store, dev }: Replica,
  { heads, events, digests, past, limit, history, about }: Asking,
): ExchangeRequest {
  return {
    proto: PROTOCOL,
    store,
    dev,
    heads: toWire(heads),
    events,
    ...(limit !== PAGE_EVENTS_MAX && { limit }),
    ...(digests !== null && { digests }),
    ...(Object.keys(past).length > 0 && { past }),
    ...(history !== null && { history }),
    ...(about !== undefined && { about }),
  }
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
