import { z } from 'zod'
import { STOCK_UNITS } from '#domain/stock/ingredient.ts'
import { readVariances } from '#reports/variances.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const DAYS_MAX = 400

const variances = z.object({
  rows: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        unit: z.enum(STOCK_UNITS),
        openedAt: z.int(),
        countedAt: z.int(),
        opening: z.int(),
        received: z.int(),
        used: z.int(),
        wasted: z.int(),
        counted: z.int(),
        expected: z.int(),
        difference: z.int(),
        worth: z.int(),
      }),
    )
    .readonly(),
  isWhole: z.boolean(),
})

/** What counts found beside what should have been there: the server has days that a device has not. [STOCK12] */
export function varianceRoutes(api: Api, { stores }: Services): void {
  api.get(
    '/api/stock/variance',
    {
      config: { access: { kind: 'user', action: 'keep_stock' } },
      schema: {
        summary: 'Between the last two counts of each ingredient, or from the first of so many days',
        querystring: z.object({ days: z.coerce.number().int().min(1).max(DAYS_MAX).optional() }),
        response: { 200: variances, 409: errorSchema },
      },
    },
    async (request, reply) => {
      const replica = (await stores.of(request.caller?.store ?? ''))?.replica
      if (replica === undefined) {
        return reply.status(409).send({ code: 'store_not_ready', message: 'The store is not set up yet.' })
      }
      const { days = null } = request.query
      return readVariances(replica.db, replica.store, { days, now: Date.now(), holds: () => true })
    },
  )
}
