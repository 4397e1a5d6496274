import type { Envelope } from '#domain/event/envelope.ts'
import {
  HASH,
  HLC,
  ID,
  isPayloadText,
  PAYLOAD_CHARS_MAX,
  SIGNATURE,
  TXN_EVENTS_MAX,
} from './envelope-rules.ts'

/** An event without its signature. */
const FIELDS = 16
const TXN_FIELDS = 3

type Unsure = { readonly [field in keyof Envelope]?: unknown }

/**
 * Whether a value is for certain what `envelopeSchema` accepts, just as it is: less than half of the schema's work (3
 * µs instead of 7), which a cloud does for every event of every store. No: the schema has to say.
 */
export function isPlainEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const event: Unsure = value
  // Nothing that the schema would leave out.
  if (Object.keys(value).length !== FIELDS + ('sig' in value ? 1 : 0)) return false
  return (
    isId(event.store) &&
    isId(event.dev) &&
    isWhole(event.seq, 1) &&
    isTxn(event.txn) &&
    matches(event.hlc, HLC) &&
    isWhole(event.wall) &&
    isWhole(event.off) &&
    isId(event.actor) &&
    isId(event.entType) &&
    isId(event.entId) &&
    isId(event.type) &&
    isWhole(event.v, 1) &&
    typeof event.crit === 'boolean' &&
    isPayload(event.payload) &&
    matches(event.prev, HASH) &&
    matches(event.hash, HASH) &&
    (!('sig' in value) || matches(event.sig, SIGNATURE))
  )
}

function isTxn(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== TXN_FIELDS) return false
  const { id, i, n }: { readonly id?: unknown; readonly i?: unknown; readonly n?: unknown } = value
  return isId(id) && isWhole(i, 0) && isWhole(n, 1, TXN_EVENTS_MAX) && i < n
}

function isId(value: unknown): boolean {
  return matches(value, ID)
}

function matches(value: unknown, form: RegExp): boolean {
  return typeof value === 'string' && form.test(value)
}

function isWhole(value: unknown, least = -Infinity, most = Infinity): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
}

function isPayload(value: unknown): boolean {
  return typeof value === 'string' && value.length <= PAYLOAD_CHARS_MAX && isPayloadText(value)
}
