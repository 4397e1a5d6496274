import type { Envelope } from '#domain/event/envelope.ts'
import type { Result } from '#domain/result.ts'
import { answerExchange, type AnswerRefusal } from '#sync/answer.ts'
import type { ExchangeReply, ExchangeRequest, Place } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'

/** Told of events; `from` is the device that brought them, or null. */
export type LiveListener = (events: readonly Envelope[], from: string | null) => void

export type DatesListener = (dates: readonly string[]) => void

/** The store's meeting place: takes in what devices bring and tells the others at once. */
export interface Hub {
  readonly replica: Replica
  readonly place: Place
  exchange(request: ExchangeRequest): Promise<Result<ExchangeReply, AnswerRefusal>>
  /** Tells everyone of events this server wrote itself. */
  announce(events: readonly Envelope[]): void
  /**
   * Hears of events as soon as they are found in order, while they are being written. They are true whether or not
   * this server keeps them: only a head in a reply says that.
   */
  onArrival(listener: LiveListener): void
  /** Hears of every event that was just committed here. */
  onLive(listener: LiveListener): void
  /** Hears of business dates that a device sees differently, at the same heads. */
  onDiffers(listener: DatesListener): void
}

export function createHub(replica: Replica, place: Place): Hub {
  const arrival: LiveListener[] = []
  const live: LiveListener[] = []
  const differing: DatesListener[] = []

  function tell(listeners: readonly LiveListener[], events: readonly Envelope[], from: string | null): void {
    if (events.length === 0) return
    for (const listener of listeners) listener(events, from)
  }

  return {
    replica,
    place,
    async exchange(request) {
      const answered = await answerExchange(replica, place, request, Date.now(), {
        onAccepted: (events) => tell(arrival, events, request.dev),
        onIngested: ({ accepted }) => tell(live, accepted, request.dev),
        onDiffers: (dates) => differing.forEach((listener) => listener(dates)),
      })
      return answered.ok ? { ok: true, value: answered.value.reply } : answered
    },
    announce(events) {
      tell(arrival, events, null)
      tell(live, events, null)
    },
    onArrival: (listener) => void arrival.push(listener),
    onLive: (listener) => void live.push(listener),
    onDiffers: (listener) => void differing.push(listener),
  }
}
