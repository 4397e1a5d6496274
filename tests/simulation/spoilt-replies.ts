import type { ExchangeReply } from '#sync/protocol.ts'
import type { Planted } from './planted.ts'

/** The planted bugs of a server that answers; without one, replies pass as they are. */
export function spoilReplies({ reply }: Planted): (to: string, body: ExchangeReply) => ExchangeReply {
  const sent = new Map<string, Set<string>>()
  if (reply === 'without_events') return (_, body) => ({ ...body, events: [], more: false })
  if (reply === 'encoded_anew') {
    return (_, body) => ({
      ...body,
      events: body.events.map((event) => ({
        ...event,
        payload: JSON.stringify(JSON.parse(event.payload), null, 1).replaceAll('\n', ''),
      })),
    })
  }
  if (reply !== 'cursor') return (_, body) => body
  // Remembers what it sent, not what arrived.
  return (to, body) => {
    const known = sent.get(to) ?? new Set<string>()
    sent.set(to, known)
    const events = body.events.filter(({ dev, seq }) => !known.has(`${dev} ${seq}`))
    for (const { dev, seq } of events) known.add(`${dev} ${seq}`)
    return { ...body, events, more: body.more && events.length > 0 }
  }
}
