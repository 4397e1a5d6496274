import type { Envelope } from '#domain/event/envelope.ts'
import type { Result } from '#domain/result.ts'
import { answerExchange, type AnswerRefusal } from '#sync/answer.ts'
import type { ExchangeReply, ExchangeRequest, Place } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'

/** Told of every event that was just committed here; `from` is the device that brought it, or null. */
export type LiveListener = (events: readonly Envelope[], from: string | null) => void

/** The store's meeting place: takes in what devices bring and tells the others at once. */
export interface Hub {
  readonly replica: Replica
  readonly place: Place
  exchange(request: ExchangeRequest): Promise<Result<ExchangeReply, AnswerRefusal>>
  /** Tells everyone of events this server wrote itself. */
  announce(events: readonly Envelope[]): void
  onLive(listener: LiveListener): void
}

export function createHub(replica: Replica, place: Place): Hub {
  const listeners: LiveListener[] = []

  function tell(events: readonly Envelope[], from: string | null): void {
    if (events.length === 0) return
    for (const listener of listeners) listener(events, from)
  }

  return {
    replica,
    place,
    async exchange(request) {
      const answered = await answerExchange(replica, place, request, Date.now(), (ingested) =>
        tell(ingested.accepted, request.dev),
      )
      return answered.ok ? { ok: true, value: answered.value.reply } : answered
    },
    announce: (events) => tell(events, null),
    onLive: (listener) => void listeners.push(listener),
  }
}
