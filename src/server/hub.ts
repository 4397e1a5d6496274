import type { Envelope } from '#domain/event/envelope.ts'
import type { Result } from '#domain/result.ts'
import { answerExchange, type AnswerRefusal } from '#sync/answer.ts'
import type { ExchangeReply, ExchangeRequest, Place, WireHeads } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'

/** Told of events; `from` is the device that brought them, or null. */
export type LiveListener = (events: readonly Envelope[], from: string | null) => void

export type UpstreamListener = (heads: WireHeads) => void
export type DatesListener = (dates: readonly string[]) => void

/** The store's meeting place: takes in what devices bring and tells the others at once. */
export interface Hub {
  readonly replica: Replica
  readonly place: Place
  /** The device that made the store: what a new device is told, to know whose word about people counts. */
  readonly root: string
  exchange(request: ExchangeRequest): Promise<Result<ExchangeReply, AnswerRefusal>>
  /** Tells everyone of events that no exchange brought: this server's own, or those of `from` above it. */
  announce(events: readonly Envelope[], from?: string | null): void
  /**
   * Hears of events as soon as they are found in order, while they are being written. They are true whether or not
   * this server keeps them: only a head in a reply says that.
   */
  onArrival(listener: LiveListener): void
  /** Hears of every event that was just committed here. */
  onLive(listener: LiveListener): void
  /** How far the place above has acknowledged; null: there is none. Every reply says it. */
  upstream(): WireHeads | null
  reachedUpstream(heads: WireHeads): void
  onUpstream(listener: UpstreamListener): void
  /** Hears of business dates that a device sees differently, at the same heads. */
  onDiffers(listener: DatesListener): void
}

export function createHub(replica: Replica, place: Place, root = replica.dev): Hub {
  const arrival: LiveListener[] = []
  const live: LiveListener[] = []
  const upstreamListeners: UpstreamListener[] = []
  let upstream: WireHeads | null = null
  const differing: DatesListener[] = []

  function tell(listeners: readonly LiveListener[], events: readonly Envelope[], from: string | null): void {
    if (events.length === 0) return
    for (const listener of listeners) listener(events, from)
  }

  return {
    replica,
    place,
    root,
    async exchange(request) {
      const answered = await answerExchange(replica, place, request, Date.now(), {
        onAccepted: (events) => tell(arrival, events, request.dev),
        onIngested: ({ accepted }) => tell(live, accepted, request.dev),
        onDiffers: (dates) => differing.forEach((listener) => listener(dates)),
      })
      if (!answered.ok) return answered
      const { reply } = answered.value
      return {
        ok: true,
        value: upstream === null ? reply : { ...reply, upstream: askedOf(upstream, request) },
      }
    },
    announce(events, from = null) {
      tell(arrival, events, from)
      tell(live, events, from)
    },
    onArrival: (listener) => void arrival.push(listener),
    onLive: (listener) => void live.push(listener),
    upstream: () => upstream,
    reachedUpstream(heads) {
      const moved = upstream === null || !isSame(upstream, heads)
      upstream = heads
      if (!moved) return
      for (const listener of upstreamListeners) listener(heads)
    },
    onUpstream: (listener) => void upstreamListeners.push(listener),
    onDiffers: (listener) => void differing.push(listener),
  }
}

/** A short request is answered about the asker's own log alone. [WIRE5] */
function askedOf(heads: WireHeads, { short, dev }: ExchangeRequest): WireHeads {
  const own = heads[dev]
  if (short !== true) return heads
  return own === undefined ? {} : { [dev]: own }
}

function isSame(a: WireHeads, b: WireHeads): boolean {
  const devices = Object.keys(b)
  return devices.length === Object.keys(a).length && devices.every((dev) => a[dev]?.[1] === b[dev]?.[1])
}
