import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { decideRenewal } from '#auth/renewal.ts'
import { err, ok } from '#domain/result.ts'
import { deviceId, errorSchema, type Api, type Services } from './services.ts'

/** A device whose log forked goes on under a new id: its token is enough, nobody is asked. [PAIR5] */
export function renewalRoutes(api: Api, { stores, tokens }: Services): void {
  api.post(
    '/api/devices/renew',
    {
      config: { access: { kind: 'device' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'A device whose log forked gets a new id, letter and token',
        body: z.object({ dev: deviceId }),
        response: {
          200: z.object({ dev: z.string(), letter: z.string(), token: z.string() }),
          403: errorSchema,
          409: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { caller, body } = request
      const hub = caller?.kind === 'device' ? await stores.of(caller.store) : null
      if (caller?.kind !== 'device' || hub === null) {
        return reply.status(403).send({ code: 'store_mismatch', message: 'This token is for another store.' })
      }
      const { replica } = hub
      let letter = ''
      const written = await replica.act<'device_exists'>({
        txnId: randomUUID(),
        actor: replica.dev,
        decide: async (tx) => {
          const renewal = { was: caller.dev, dev: body.dev, now: Date.now() }
          const decided = await decideRenewal(tx, replica.store, renewal)
          if (!decided.ok) return err(decided.error)
          letter = decided.value.letter
          return ok(decided.value.drafts)
        },
      })
      if (!written.ok) {
        return reply.status(409).send({ code: written.error, message: 'This id belongs to somebody else.' })
      }
      hub.announce(written.value)
      return { dev: body.dev, letter, token: await tokens.forDevice(replica.store, body.dev) }
    },
  )
}
