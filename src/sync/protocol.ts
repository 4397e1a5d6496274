import { z } from 'zod'
import type { Envelope } from '#domain/event/envelope.ts'
import type { HistoryMark, HistoryPage } from '#database/histories.ts'
import type { Head, Heads } from '#database/journal.ts'
import { LARGE_PAGE_EVENTS_MAX } from '#database/pages.ts'
import type { Common, Past } from './forks.ts'

/** Raised whenever a frame changes its meaning; docs/protocol.md tells the history. */
export const PROTOCOL = 1

/** Most events one frame may carry, twice a page: a page and the rest of a txn. */
const FRAME_EVENTS_MAX = 1_000
const REPLY_EVENTS_MAX = 2 * LARGE_PAGE_EVENTS_MAX
const FRAME_DEVICES_MAX = 10_000
const PAST_DEVICES_MAX = 20
const PAST_POINTS_MAX = 100

/** Heads on the wire: device → [seq, hash]. */
export type WireHeads = { readonly [dev: string]: readonly [number, string] }

/** Where a server keeps what it acknowledges: the store's own hub, or the cloud. */
export type Place = 'store' | 'cloud'

/** What a replica's tables of a few business dates come to, and which program made them of their events. */
export interface WireDigests {
  readonly by: string
  readonly days: { readonly [businessDate: string]: string }
}

/**
 * "I do not hold these; give me their events." `start`: the store itself and what is open; `day`: one business date;
 * `books`: the last closed days; `entities`: those named, with the orders they belong to; `stock`: what was there of each
 * ingredient when `date` began.
 */
export interface HistoryAsk {
  readonly part: 'start' | 'day' | 'books' | 'entities' | 'stock'
  readonly date?: string
  readonly refs?: readonly (readonly [type: string, id: string])[]
  /** Where the page before ended. */
  readonly after?: HistoryMark
}

/** What a device says of itself beside its heads, for whoever looks after the devices. [DEVICE3] */
export interface WireAbout {
  /** The version of its program. */
  readonly app: string
  /** How far its clock is from the server's, in milliseconds to be added. */
  readonly offset: number
  /** Bytes of its storage; null: its browser does not say. */
  readonly used: number | null
  readonly quota: number | null
}

/** "These are my heads, and here is what I believe you lack." */
export interface ExchangeRequest {
  readonly proto: number
  readonly store: string
  readonly dev: string
  readonly heads: WireHeads
  readonly events: readonly unknown[]
  /** The most events the answer should hold: the last one did not come through in time. Absent: a full page. */
  readonly limit?: number
  /** Now and then: of the tables as they are at these heads. */
  readonly digests?: WireDigests | undefined
  /** "How far do you have these logs as I do?" Asked after a fork. */
  readonly past?: Past
  readonly history?: HistoryAsk
  /**
   * Heads name this device's own log alone, and so does the answer, which holds no events: what others write comes over
   * the same line by itself. Only of a server that says it takes this. [WIRE5]
   */
  readonly short?: boolean
  /** With an exchange that nobody waits for. */
  readonly about?: WireAbout | undefined
}

/** "These are my heads, all flushed to disk; here is what you lack." */
export interface ExchangeReply {
  readonly proto: number
  readonly store: string
  readonly place: Place
  readonly heads: WireHeads
  /** How far the place above this one has acknowledged; absent: there is none. */
  readonly upstream?: WireHeads
  readonly events: readonly Envelope[]
  readonly more: boolean
  /** The server's time when it answered, in milliseconds since 1970. */
  readonly now: number
  /** Devices whose events could not follow on: the next number needed. */
  readonly need: { readonly [dev: string]: number }
  readonly forks: readonly string[]
  readonly setAside: number
  /** Business dates whose tables differ here, at the same heads. Absent: they were not compared. */
  readonly differs?: readonly string[] | undefined
  /** The answer to `past`. */
  readonly common?: Common
  /** The answer to `history`, in the place of `events`. Absent: this server gives its journal whole. */
  readonly history?: HistoryPage
  /** This server takes short requests. */
  readonly short?: boolean
}

/** A broadcast: events that were just committed here. Whoever has a gap asks with an exchange. */
export interface LiveFrame {
  readonly events: readonly unknown[]
}

/** Told to the store's devices when the place above acknowledged more. */
export interface UpstreamFrame {
  readonly heads: WireHeads
}

const headsSchema = z
  .record(z.string().max(80), z.tuple([z.int().min(0), z.string().max(64)]))
  .refine((heads) => Object.keys(heads).length <= FRAME_DEVICES_MAX)

const DAYS_MAX = 8

const digestsSchema = z.object({
  by: z.string().max(64),
  days: z
    .record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), z.string().max(64))
    .refine((days) => Object.keys(days).length <= DAYS_MAX),
})
const pastSchema = z
  .record(z.string().max(80), z.array(z.tuple([z.int().min(1), z.string().max(64)])).max(PAST_POINTS_MAX))
  .refine((past) => Object.keys(past).length <= PAST_DEVICES_MAX)

const word = z.string().max(80)
const markSchema = z.tuple([word, word, word, word, z.int()])
/** Most entities that are asked for by name at once. */
export const HISTORY_REFS_MAX = 50

const historyAskSchema: z.ZodType<HistoryAsk> = z.object({
  part: z.enum(['start', 'day', 'books', 'entities', 'stock']),
  date: z.string().max(10).exactOptional(),
  refs: z
    .array(z.tuple([word, word]))
    .max(HISTORY_REFS_MAX)
    .exactOptional(),
  after: markSchema.exactOptional(),
})
const bytesSchema = z.int().min(0).nullable()
// Of no weight: one that makes no sense must not keep an event from coming in.
const aboutSchema = z
  .object({ app: z.string().max(40), offset: z.int(), used: bytesSchema, quota: bytesSchema })
  .optional()
  .catch(undefined)

export const requestSchema: z.ZodType<ExchangeRequest> = z.object({
  proto: z.int().min(1),
  store: z.string().min(1).max(80),
  dev: z.string().min(1).max(80),
  heads: headsSchema,
  events: z.array(z.unknown()).max(FRAME_EVENTS_MAX),
  limit: z.int().min(1).exactOptional(),
  digests: digestsSchema.optional(),
  past: pastSchema.exactOptional(),
  history: historyAskSchema.exactOptional(),
  short: z.boolean().exactOptional(),
  about: aboutSchema,
})

export const replySchema: z.ZodType<ExchangeReply> = z.object({
  proto: z.int().min(1),
  store: z.string(),
  place: z.enum(['store', 'cloud']),
  heads: headsSchema,
  upstream: headsSchema.exactOptional(),
  // Checked one by one on taking them in: a single bad event must not block the rest.
  events: z.array(z.custom<Envelope>()).max(REPLY_EVENTS_MAX),
  more: z.boolean(),
  now: z.number(),
  need: z.record(z.string(), z.int()),
  forks: z.array(z.string()),
  setAside: z.int(),
  differs: z.array(z.string().max(10)).max(DAYS_MAX).optional(),
  common: z.record(z.string(), z.int()).exactOptional(),
  history: z
    .object({
      events: z.array(z.custom<Envelope>()).max(FRAME_EVENTS_MAX),
      next: markSchema.nullable(),
      openings: z.array(z.tuple([word, z.int(), z.int().nullable()])).exactOptional(),
    })
    .exactOptional(),
  short: z.boolean().exactOptional(),
})

export const upstreamSchema: z.ZodType<UpstreamFrame> = z.object({ heads: headsSchema })

export function toWire(heads: Heads): WireHeads {
  return Object.fromEntries([...heads].map(([dev, head]) => [dev, [head.seq, head.hash] as const]))
}

export function fromWire(heads: WireHeads): Map<string, Head> {
  return new Map(Object.entries(heads).map(([dev, [seq, hash]]) => [dev, { seq, hash }]))
}
