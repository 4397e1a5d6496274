import { z } from 'zod'
import { COVERS_MAX, NOTE_LENGTH_MAX, QTY_MAX, RATE_PPM_MAX } from '#domain/limits.ts'
import { AMOUNT_MAX, type Minor } from '#domain/money/money.ts'

/** A schema for the payload of every event type of a kind; the compiler sees to it that they agree. */
export type PayloadSchemas<E extends { readonly type: string; readonly payload: unknown }> = {
  readonly [type in E['type']]: z.ZodType<Extract<E, { readonly type: type }>['payload']>
}

/** What the fields of every payload have in common. Wide enough for any newer till, narrow enough for exact sums. */
export const id = z.string().min(1).max(80)
/** An id that may be missing: empty text. */
export const idOrNone = z.string().max(80)
/** It becomes a key of a print job as it is: no text that PostgreSQL refuses. */
export const printerId = z.string().regex(/^[^\0\ud800-\udfff]{0,80}$/u)
export const note = z.string().max(NOTE_LENGTH_MAX)
export const name = z.string().max(200)
export const time = z.int().min(0)
export const amount = z
  .int()
  .min(-AMOUNT_MAX)
  .max(AMOUNT_MAX)
  .transform((value) => value as Minor)
export const qty = z.int().min(1).max(QTY_MAX)
export const covers = z.int().min(1).max(COVERS_MAX)
export const ratePpm = z.int().min(0).max(RATE_PPM_MAX)
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const count = z.int().min(0).max(1_000_000_000)

/** Who did it, why, when, and who allowed it. */
export const authority = z.object({ by: id, approvedBy: id.nullable(), reason: note, at: time })
