import { z } from 'zod'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Hlc } from '#domain/event/hlc.ts'
import {
  HASH,
  HLC,
  ID,
  isPayloadText,
  PAYLOAD_CHARS_MAX,
  SIGNATURE,
  TXN_EVENTS_MAX,
} from './envelope-rules.ts'

const id = z.string().regex(ID)
const hash = z.string().regex(HASH)

export const envelopeSchema: z.ZodType<Envelope> = z.object({
  store: id,
  dev: id,
  seq: z.int().min(1),
  txn: z
    .object({ id, i: z.int().min(0), n: z.int().min(1).max(TXN_EVENTS_MAX) })
    .refine((txn) => txn.i < txn.n),
  hlc: z
    .string()
    .regex(HLC)
    .transform((text) => text as Hlc),
  wall: z.int(),
  off: z.int(),
  actor: id,
  entType: id,
  entId: id,
  type: id,
  v: z.int().min(1),
  crit: z.boolean(),
  payload: z.string().max(PAYLOAD_CHARS_MAX).refine(isPayloadText),
  prev: hash,
  hash,
  sig: z.string().regex(SIGNATURE).exactOptional(),
})
