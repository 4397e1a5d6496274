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
import type { SeenDevices } from '#server/devices/seen.ts'
import type { Tokens } from '#server/auth/tokens.ts'
import type { Hub } from '#server/hub.ts'
import type { SetupDoor } from '#server/setup/door.ts'
import type { Stores } from '#server/stores/stores.ts'
import type { HttpsWay } from '#server/tls/https.ts'
import type { UpstreamState } from '#server/upstream/uplink.ts'

/** What the routes work with. */
export interface Services {
  /** This server's own store. */
  readonly hub: Hub
  /** All it holds: what a caller may see is his token's store alone. */
  readonly stores: Stores
  /** How the line to the cloud is; null: there is none. */
  readonly upstreamState: () => UpstreamState | null
  readonly database: Database
  readonly tokens: Tokens
  readonly pins: PinHasher
  readonly pairingCodes: PairingCodes
  readonly seen: SeenDevices
  readonly setup: SetupDoor
  /** Null: plain HTTP alone. */
  readonly https: HttpsWay | null
  /** Somebody changed the print queue: it looks, and everybody hears of it. */
  readonly kickPrinting: () => void
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

/** Made by the screen that adds somebody, so that asking twice adds one. */
export const personId = z.string().regex(/^[\x21-\x7e]{1,80}$/)

/** Every error answer, for the documentation of the routes. */
export const errorSchema = z.object({
  code: z.string(),
  message: z.string(),
  retryAfterS: z.number().optional(),
})
