import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { decideJoining, type Joining } from '#auth/joining.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { ok, type Result } from '#domain/result.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Replica } from '#sync/replica.ts'
import { deviceId, errorSchema, type Api, type Services } from './services.ts'

export function pairingRoutes(api: Api, services: Services): void {
  pairRoute(api, services)
  codeRoute(api, services)
}

function pairRoute(api: Api, { hub, tokens, pairingCodes, openPairing, setup }: Services): void {
  api.post(
    '/api/pair',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'A new device joins the store with a code and gets its token',
        body: z.object({
          dev: deviceId,
          name: z.string().trim().min(1).max(80),
          code: z.string().max(20).nullable(),
        }),
        response: {
          200: z.object({
            store: z.string(),
            storeName: z.string(),
            letter: z.string(),
            token: z.string(),
            server: z.string(),
            encrypt: z.boolean(),
            now: z.number(),
          }),
          403: errorSchema,
          409: errorSchema,
          410: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { dev, name, code } = request.body
      const now = Date.now()
      if (code === null && !openPairing) {
        const code = (await setup.isOpen()) ? 'setup_first' : 'pairing_closed'
        return reply.status(403).send({ code, message: 'A code is needed.' })
      }
      if (code !== null && !(await pairingCodes.redeem(code, now))) {
        return reply
          .status(410)
          .send({ code: 'pairing_code_wrong', message: 'This code is wrong or used up.' })
      }
      const { replica } = hub
      const joined = await joinStore(replica, { dev, name, now })
      if (!joined.ok) {
        return reply.status(409).send({ code: joined.error, message: 'This device cannot join now.' })
      }
      hub.announce(joined.value.events)
      const { letter } = joined.value
      const settings = await readSettings(replica.db, replica.store)
      return {
        store: replica.store,
        storeName: settings?.name ?? '',
        letter,
        token: await tokens.forDevice(replica.store, dev),
        server: hub.root,
        encrypt: settings?.encryptDevices === true,
        now,
      }
    },
  )
}

interface Joined {
  readonly letter: string
  readonly events: readonly Envelope[]
}

async function joinStore(
  replica: Replica,
  asked: Pick<Joining, 'dev' | 'name' | 'now'>,
): Promise<Result<Joined, 'device_exists' | 'store_not_ready'>> {
  let letter = ''
  const written = await replica.act<'device_exists' | 'store_not_ready'>({
    txnId: randomUUID(),
    actor: replica.dev,
    decide: async (tx) => {
      const decided = await decideJoining(tx, replica.store, { ...asked, server: replica.dev })
      if (!decided.ok) return decided
      letter = decided.value.letter
      return ok(decided.value.drafts)
    },
  })
  return written.ok ? ok({ letter, events: written.value }) : written
}

function codeRoute(api: Api, { hub, pairingCodes }: Services): void {
  api.post(
    '/api/pairing-codes',
    {
      config: { access: { kind: 'user', action: 'pair_device' } },
      schema: {
        summary: 'A manager makes a code for one new device, good for ten minutes',
        response: { 200: z.object({ code: z.string(), expiresAt: z.number() }), 403: errorSchema },
      },
    },
    async (request, reply) => {
      // Letters are given out in one place: the store's own hub.
      if (request.caller?.store !== hub.replica.store) {
        return reply
          .status(403)
          .send({ code: 'store_mismatch', message: 'Devices pair with the hub of their own store.' })
      }
      return pairingCodes.make(Date.now())
    },
  )
}
