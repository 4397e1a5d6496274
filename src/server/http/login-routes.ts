import { z } from 'zod'
import { login } from '#auth/login.ts'
import { ROLES } from '#domain/staff/permissions.ts'
import { errorSchema, type Api, type Services } from './services.ts'

export function loginRoutes(api: Api, { hub, database, tokens, pins }: Services): void {
  api.post(
    '/api/login',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        summary: 'A person signs in with a PIN and gets a token for ten minutes',
        body: z.object({ userId: z.string().max(80), pin: z.string().max(16) }),
        response: {
          200: z.object({
            token: z.string(),
            person: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }),
          }),
          401: errorSchema,
          429: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { store } = hub.replica
      const result = await login(database, store, pins, { ...request.body, now: Date.now() })
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
