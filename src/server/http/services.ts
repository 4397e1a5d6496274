import type {
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { FastifyBaseLogger } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { PinHasher } from '#auth/pin.ts'
import type { Database } from '#database/open.ts'
import type { PairingCodes } from '#server/auth/pairing-codes.ts'
import type { Tokens } from '#server/auth/tokens.ts'
import type { Hub } from '#server/hub.ts'

/** What the routes work with. */
export interface Services {
  readonly hub: Hub
  readonly database: Database
  readonly tokens: Tokens
  readonly pins: PinHasher
  readonly pairingCodes: PairingCodes
  /** True only in the demo: a device may pair without a code. */
  readonly openPairing: boolean
}

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** A device makes its own id. */
export const deviceId = z.string().regex(/^dev-[0-9a-f-]{36}$/)

/** Every error answer, for the documentation of the routes. */
export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryAfterS: z.number().optional(),
})
