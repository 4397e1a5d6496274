import type { Envelope } from '#domain/event/envelope.ts'
import { hashEvent } from '#sync/chain.ts'
import type { Random } from './random.ts'

interface Events {
  readonly events?: readonly Envelope[]
}

/** A frame as it arrives. */
export interface Tampered {
  readonly text: string
  /** Events whose hash does not fit any more, by `sentKey`. */
  readonly changed: readonly string[]
  /** Events that nobody wrote, with a chain that fits. */
  readonly forged: readonly string[]
}

const SAME = { changed: [], forged: [] }

/** One event as it was sent, told apart from every other. */
export function sentKey({
  store,
  dev,
  seq,
  hash,
  payload,
}: Pick<Envelope, 'store' | 'dev' | 'seq' | 'hash' | 'payload'>): string {
  return `${store} ${dev} ${seq} ${hash} ${payload}`
}

/**
 * A frame with its last events gone; or with one digit of one payload changed; or with that and every hash from there
 * on made to fit, by somebody who has the line and not the key.
 */
export function tamper(text: string, random: Random, short: boolean): Tampered {
  const frame = JSON.parse(text) as Events
  const { events = [] } = frame
  if (events.length === 0) return { text, ...SAME }
  if (short) {
    const left = events.slice(0, random.int(0, events.length - 1))
    return { text: JSON.stringify({ ...frame, events: left }), ...SAME }
  }
  const at = random.int(0, events.length - 1)
  const forging = random.chance(0.5)
  const event = forging ? firstOfAction(events, events[at]) : events[at]
  const before = event?.payload ?? ''
  const payload = before.replace(/[0-9](?=[^0-9])/, (digit) => String((Number(digit) + 1) % 10))
  if (event === undefined || payload === before) return { text, ...SAME }
  const other = { ...event, payload }
  const bent = events.with(events.indexOf(event), other)
  if (!forging)
    return { text: JSON.stringify({ ...frame, events: bent }), ...SAME, changed: [sentKey(other)] }
  const fitting = chainAnew(bent, other)
  const forged = fitting.filter((one, index) => one !== events[index]).map(sentKey)
  return { text: JSON.stringify({ ...frame, events: fitting }), ...SAME, forged }
}

function firstOfAction(events: readonly Envelope[], of: Envelope | undefined): Envelope | undefined {
  const first = events.find(({ dev, txn }) => dev === of?.dev && txn.id === of.txn.id)
  // In the middle of what it belongs to, honest events would stand before it.
  return first?.txn.i === 0 ? first : undefined
}

/** The same events, with the hashes of that device made to fit from this one on. Signatures stay as they were. */
function chainAnew(events: readonly Envelope[], from: Envelope): readonly Envelope[] {
  let prev: string | null = null
  return events.map((event) => {
    if (event.dev !== from.dev || event.seq < from.seq) return event
    const unsealed = prev === null ? event : { ...event, prev }
    const sealed = { ...unsealed, hash: hashEvent(unsealed) }
    prev = sealed.hash
    return sealed
  })
}
