import { z } from 'zod'
import { login } from '#auth/login.ts'
import { err } from '#domain/result.ts'
import { errorSchema, type Api, type Services } from './services.ts'

export function loginRoutes(api: Api, { hub, stores, database, tokens, pins }: Services): void {
  api.post(
    '/api/login',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        summary: 'A person signs in with a PIN and gets a token for ten minutes',
        // A cloud holds many stores; without one, this server's own is meant.
        body: z.object({
          store: z.string().max(80).optional(),
          userId: z.string().max(80),
          pin: z.string().max(16),
        }),
        response: {
          200: z.object({
            token: z.string(),
            person: z.object({ id: z.string(), name: z.string(), role: z.string() }),
          }),
          401: errorSchema,
          429: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { store = hub.replica.store, userId, pin } = request.body
      // A store that is not here is answered as a wrong PIN: nobody learns which there are.
      const known = (await stores.of(store)) !== null
      const result = known
        ? await login(database, store, pins, { userId, pin, now: Date.now() })
        : err({ code: 'wrong_pin' as const })
      if (result.ok) {
        const person = result.value
        return { token: await tokens.forUser(store, person.id, person.role), person }
      }
      if (result.error.code === 'pin_locked') {
        const { retryAfterS } = result.error
        return reply.status(429).send({
          code: 'pin_locked',
          message: `Too many wrong PINs. Wait ${retryAfterS} seconds.`,
          retryAfterS,
        })
      }
      return reply.status(401).send({ code: 'wrong_pin', message: 'The PIN is not right.' })
    },
  )
}
