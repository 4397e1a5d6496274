import { z } from 'zod'
import { enrol } from '#server/stores/enrol.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const key = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().max(80) })
const id = z.string().regex(/^[\x21-\x7e]{1,80}$/)

export const enrolRequestSchema = z.object({
  code: z.string().max(20),
  dev: z.string().regex(/^dev-[0-9a-f-]{36}$/),
  /** The hub's own store and who made it; null: it has none yet. */
  store: id.nullable(),
  root: id.nullable(),
  key,
})

export const enrolReplySchema = z.object({
  store: z.string(),
  root: z.string(),
  /** This server's own device, which may take the hub's place in naming others. */
  cloud: z.string(),
  token: z.string(),
  hubs: z.array(z.object({ dev: z.string(), key })),
  now: z.number(),
})

/** A store's hub joins the cloud with a code the cloud's owner made. [ENROL1] */
export function enrolRoutes(api: Api, services: Services): void {
  api.post(
    '/api/enrol',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'The hub of a store joins with a code and gets its token',
        body: enrolRequestSchema,
        response: { 200: enrolReplySchema, 409: errorSchema, 410: errorSchema },
      },
    },
    async (request, reply) => {
      const now = Date.now()
      const enrolled = await enrol(services, request.body, now)
      if (!enrolled.ok) {
        const status = enrolled.error === 'pairing_code_wrong' ? 410 : 409
        return reply.status(status).send({ code: enrolled.error, message: 'The hub is not taken in.' })
      }
      const { store, entry } = enrolled.value
      return {
        store,
        root: entry.root,
        cloud: services.hub.replica.dev,
        token: await services.tokens.forDevice(store, request.body.dev),
        hubs: entry.hubs.map(({ dev, key }) => ({
          dev,
          key: key as z.infer<typeof enrolRequestSchema>['key'],
        })),
        now,
      }
    },
  )
}
