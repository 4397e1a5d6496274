import { z } from 'zod'
import { FOUNDING_TABLES_MAX } from '#domain/store/founding.ts'
import { refuse } from './errors.ts'
import { errorSchema, personId, type Api, type Services } from './services.ts'

/** A store in which nobody works is set up by whoever reads the code where the server was started. [SETUP1] */
export function setupRoutes(api: Api, { setup, pairingCodes }: Services): void {
  api.post(
    '/api/setup',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'The first owner sets the store up, once, and gets a pairing code for the device in hand',
        body: z.strictObject({
          code: z.string().max(20),
          owner: z.strictObject({ id: personId, name: z.string().max(200), pin: z.string().max(16) }),
          name: z.string().max(200),
          country: z.string().max(2).nullable(),
          currency: z.strictObject({
            code: z.string().max(3),
            exponent: z.union([z.literal(0), z.literal(2), z.literal(3)]),
          }),
          zone: z.string().max(80),
          cutoverHour: z.int(),
          area: z.string().max(200),
          tables: z.int().min(0).max(FOUNDING_TABLES_MAX),
          printerHost: z.string().max(200),
          exampleMenu: z.boolean(),
        }),
        response: { 200: z.object({ code: z.string() }), 403: errorSchema, 409: errorSchema },
      },
    },
    async ({ body: { code, exampleMenu, ...asked } }, reply) => {
      const founded = await setup.found(code, asked, exampleMenu)
      if (founded.ok) return { code: (await pairingCodes.make(Date.now())).code }
      const status = founded.error === 'setup_code_wrong' ? 403 : 409
      return refuse(reply, status, { code: founded.error, message: 'The store is not set up.' })
    },
  )
}
