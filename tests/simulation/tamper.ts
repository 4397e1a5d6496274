import type { Random } from './random.ts'

interface Sent {
  readonly store: string
  readonly dev: string
  readonly seq: number
  readonly payload: string
  readonly hash: string
}

interface Events {
  readonly events?: readonly Sent[]
}

/** One event as it was sent, told apart from every other. */
export function sentKey({ store, dev, seq, hash, payload }: Sent): string {
  return `${store} ${dev} ${seq} ${hash} ${payload}`
}

/** A frame with its last events gone, or with one digit or letter of one payload changed. */
export function tamper(
  text: string,
  random: Random,
  short: boolean,
): { readonly text: string; readonly changed: string | null } {
  const frame = JSON.parse(text) as Events
  const { events = [] } = frame
  if (events.length === 0) return { text, changed: null }
  if (short) {
    const left = events.slice(0, random.int(0, events.length - 1))
    return { text: JSON.stringify({ ...frame, events: left }), changed: null }
  }
  const at = random.int(0, events.length - 1)
  const event = events[at]
  const before = event?.payload ?? ''
  const payload = before.replace(/[0-9](?=[^0-9])/, (digit) => String((Number(digit) + 1) % 10))
  if (event === undefined || payload === before) return { text, changed: null }
  const other = { ...event, payload }
  const spoilt = JSON.stringify({ ...frame, events: events.with(at, other) })
  return { text: spoilt, changed: sentKey(other) }
}
