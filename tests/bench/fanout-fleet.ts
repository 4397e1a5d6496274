import { io, type Socket } from 'socket.io-client'
import type { Head, Heads } from '#database/journal.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { canPack } from '#link/packing.ts'
import { socketTransport } from '#link/transports.ts'
import { PROTOCOL, toWire, type ExchangeRequest, type LiveFrame } from '#sync/protocol.ts'
import type { Frame, Member } from './fanout-evening.ts'

export interface FleetOptions {
  readonly store: string
  readonly members: readonly Member[]
  readonly heads: Heads
  /** As docs/protocol.md says, or the events alone for a relay that knows nothing of it. */
  readonly manner: 'protocol' | 'bare'
}

/** Milliseconds since a frame was sent, of those that count. */
export interface Heard {
  readonly acknowledged: readonly number[]
  readonly heard: readonly number[]
  /** Every frame at every device but its sender, those of the warm-up, too. */
  readonly frames: number
  readonly looks: number
  /** Exchanges without an answer. */
  readonly failed: number
}

export interface Fleet {
  send(frame: Frame, counts: boolean): void
  /** Nothing waits for its acknowledgement. */
  isQuiet(): boolean
  heard(): Heard
  close(): void
}

/** Devices that send, listen and know how far they have heard of each other; they keep no event. */
export async function openFleet(origin: string, options: FleetOptions): Promise<Fleet> {
  const acknowledged: number[] = []
  const heard: number[] = []
  /** When somebody did it, whenever it left, by its last event; of the warm-up, null. */
  const sentAt = new Map<string, number | null>()
  let frames = 0
  let looks = 0
  let waiting = 0
  let failed = 0

  const onEvents = (events: readonly Envelope[]): void => {
    const at = performance.now()
    for (const event of events) {
      const sent = sentAt.get(nameOf(event))
      if (sent === undefined) continue
      frames += 1
      if (sent !== null) heard.push(at - sent)
    }
  }
  const lines = new Map<string, DeviceLine>()
  for (const member of options.members) {
    lines.set(member.dev, await openLine(origin, member, options, { onEvents, onLook: () => (looks += 1) }))
  }
  return {
    send({ dev, events }, counts) {
      const startedAt = performance.now()
      const last = events.at(-1)
      if (last !== undefined) sentAt.set(nameOf(last), counts ? startedAt : null)
      waiting += 1
      void lines
        .get(dev)
        ?.send(events)
        .then(() => {
          if (counts) acknowledged.push(performance.now() - startedAt)
        })
        .catch(() => (failed += 1))
        .finally(() => (waiting -= 1))
    },
    isQuiet: () => waiting === 0,
    heard: () => ({ acknowledged, heard, frames, looks, failed }),
    close: () => [...lines.values()].forEach((line) => line.close()),
  }
}

function nameOf({ dev, seq }: Envelope): string {
  return `${dev} ${seq}`
}

interface DeviceLine {
  /** Resolves when it is acknowledged. */
  send(events: readonly Envelope[]): Promise<void>
  close(): void
}

interface Listeners {
  readonly onEvents: (events: readonly Envelope[]) => void
  readonly onLook: () => void
}

async function openLine(
  origin: string,
  { dev, token }: Member,
  { store, heads, manner }: FleetOptions,
  { onEvents, onLook }: Listeners,
): Promise<DeviceLine> {
  const known = new Map<string, Head>(heads)
  let takesShort = false
  /** Told of what this device did not know yet, by whichever way it came first. */
  const hear = (events: readonly Envelope[]): void => {
    const fresh = events.filter((event) => event.seq > (known.get(event.dev)?.seq ?? 0))
    for (const event of fresh) known.set(event.dev, event)
    onEvents(fresh)
  }
  const auth = { token, gzip: canPack() }
  const socket = io(origin, { transports: ['websocket'], forceNew: true, reconnection: false, auth })
  socket.on('events', ({ events }: LiveFrame) => hear(events as readonly Envelope[]))
  await connected(socket)
  const transport = socketTransport(socket)

  async function exchange(events: readonly Envelope[]): Promise<void> {
    const last = events.at(-1)
    if (manner === 'bare') return void (await socket.emitWithAck('exchange', { events }))
    if (last !== undefined) known.set(dev, last)
    const all = toWire(known)
    const own = all[dev]
    const short = takesShort && own !== undefined && last !== undefined
    const request: ExchangeRequest = {
      proto: PROTOCOL,
      store,
      dev,
      events,
      ...(short ? { heads: { [dev]: own }, short } : { heads: all }),
    }
    const reply = await transport.exchange(request)
    takesShort = reply.short === true
    hear(reply.events)
    if (last !== undefined && (reply.heads[dev]?.[0] ?? 0) < last.seq)
      throw new Error('assertion failed: the hub acknowledges what it was sent')
  }

  const send = oneAfterTheOther(exchange)
  socket.on('look', () => {
    onLook()
    void send([]).catch(() => {})
  })
  return { send, close: () => void socket.disconnect() }
}

/** As a device does: one exchange at a time, and what comes up meanwhile goes together with the next. */
function oneAfterTheOther(
  exchange: (events: readonly Envelope[]) => Promise<void>,
): (events: readonly Envelope[]) => Promise<void> {
  let before: Promise<unknown> = Promise.resolve()
  let next: { readonly events: Envelope[]; readonly done: Promise<void> } | null = null
  return (events) => {
    if (next === null) {
      const together: Envelope[] = []
      const done = before.then(() => {
        next = null
        return exchange(together)
      })
      before = done.catch(() => {})
      next = { events: together, done }
    }
    next.events.push(...events)
    return next.done
  }
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve())
    socket.once('connect_error', reject)
  })
}
