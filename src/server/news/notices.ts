import { z } from 'zod'
import type { Envelope } from '#domain/event/envelope.ts'

/**
 * What the processes of one cloud tell each other. Small news carries its events, before they are kept; what is too
 * large for that is named once it is kept, and read from the journal by whoever has devices to tell.
 */
export type Notice =
  | { readonly kind: 'here' }
  | { readonly kind: 'bye' }
  | {
      readonly kind: 'events'
      readonly store: string
      readonly from: string | null
      readonly events: readonly Envelope[]
    }
  | {
      readonly kind: 'kept'
      readonly store: string
      readonly from: string | null
      readonly logs: readonly LogPart[]
    }
  /** Records of these devices changed: one may have to leave. */
  | { readonly kind: 'devices'; readonly store: string; readonly devs: readonly string[] }
  /** News may have been lost: every device should compare its heads. */
  | { readonly kind: 'look' }

/** Part of a device's log: its id, the first and the last number. */
export type LogPart = readonly [dev: string, first: number, last: number]

interface Signed {
  readonly by: string
  readonly notice: Notice
}

const schema: z.ZodType<Signed> = z.object({
  by: z.string(),
  notice: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('here') }),
    z.object({ kind: z.literal('bye') }),
    z.object({
      kind: z.literal('events'),
      store: z.string(),
      from: z.string().nullable(),
      // Devices check every event they are told of.
      events: z.array(z.custom<Envelope>()),
    }),
    z.object({
      kind: z.literal('kept'),
      store: z.string(),
      from: z.string().nullable(),
      logs: z.array(z.tuple([z.string(), z.int(), z.int()])),
    }),
    z.object({ kind: z.literal('devices'), store: z.string(), devs: z.array(z.string()) }),
    z.object({ kind: z.literal('look') }),
  ]),
})

/** PostgreSQL carries less than 8,000 bytes. */
const NOTICE_BYTES_MAX = 7_999

/** The notice as text, signed by the process that says it; null: it is too large to be carried. */
export function writeNotice(by: string, notice: Notice): string | null {
  const text = JSON.stringify({ by, notice } satisfies Signed)
  return Buffer.byteLength(text) > NOTICE_BYTES_MAX ? null : text
}

/** Null: another program's, or a newer one's. */
export function readNotice(text: string): Signed | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Which parts of which logs these events are. */
export function logParts(events: readonly Envelope[]): readonly LogPart[] {
  const parts = new Map<string, LogPart>()
  for (const { dev, seq } of events) {
    const [, first, last] = parts.get(dev) ?? [dev, seq, seq]
    parts.set(dev, [dev, Math.min(first, seq), Math.max(last, seq)])
  }
  return [...parts.values()]
}
