import { z } from 'zod'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Hlc } from '#domain/event/hlc.ts'

/** Longest payload of one event, in characters: far above any real one, small enough for a phone. */
export const PAYLOAD_CHARS_MAX = 512 * 1024
/** Most events one user action may make; a page holds at least one whole action. */
export const TXN_EVENTS_MAX = 400

// Printable ASCII only, so that no field can forge a line of the hashed text.
const id = z.string().regex(/^[\x21-\x7e]{1,80}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const envelopeSchema: z.ZodType<Envelope> = z.object({
  store: id,
  dev: id,
  seq: z.int().min(1),
  txn: z
    .object({ id, i: z.int().min(0), n: z.int().min(1).max(TXN_EVENTS_MAX) })
    .refine((txn) => txn.i < txn.n),
  hlc: z
    .string()
    // The year 10000 and later would leave no stamp to follow.
    .regex(/^[0-9a-e][0-9a-f]{15}$/)
    .transform((text) => text as Hlc),
  wall: z.int(),
  off: z.int(),
  actor: id,
  entType: id,
  entId: id,
  type: id,
  v: z.int().min(1),
  crit: z.boolean(),
  payload: z
    .string()
    .max(PAYLOAD_CHARS_MAX)
    .refine((text) => !text.includes('\n') && !text.includes('\0') && text.isWellFormed()),
  prev: hash,
  hash,
  // Short and printable is all it must be here: whether it signs anything is judged beside the log. [SIGN3]
  sig: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .exactOptional(),
})
