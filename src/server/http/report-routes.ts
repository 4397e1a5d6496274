import { z } from 'zod'
import { businessDate, isBusinessDate } from '#domain/day/business-date.ts'
import { readSettings } from '#database/queries/records.ts'
import { readDay } from '#reports/day.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const taxTotal = z.object({
  id: z.string(),
  name: z.string(),
  ratePpm: z.int(),
  inclusive: z.boolean(),
  net: z.int(),
  tax: z.int(),
})

const dayReportSchema = z.object({
  businessDate: z.string(),
  currency: z.string(),
  orders: z.int(),
  gross: z.int(),
  net: z.int(),
  tax: z.int(),
  taxes: z.array(taxTotal),
  methods: z.array(z.object({ method: z.string(), count: z.int(), amount: z.int() })),
  items: z.array(z.object({ menuItemId: z.string(), name: z.string(), qty: z.int(), amount: z.int() })),
  hours: z.array(z.object({ hour: z.int(), orders: z.int(), gross: z.int() })),
})

export function reportRoutes(api: Api, { stores }: Services): void {
  api.get(
    '/api/reports/day',
    {
      config: { access: { kind: 'user', action: 'read_reports' } },
      schema: {
        summary: 'The sales of one business date; without a date, of the current one',
        querystring: z.object({ date: z.string().refine(isBusinessDate).optional() }),
        response: { 200: dayReportSchema, 409: errorSchema },
      },
    },
    async (request, reply) => {
      const replica = (await stores.of(request.caller?.store ?? ''))?.replica
      const settings = replica === undefined ? null : await readSettings(replica.db, replica.store)
      if (replica === undefined || settings === null) {
        return reply.status(409).send({ code: 'store_not_ready', message: 'The store is not set up yet.' })
      }
      const date = request.query.date ?? businessDate(Date.now(), settings.zone, settings.cutoverHour)
      const { report } = await readDay(replica.db, replica.store, date)
      return {
        ...report,
        taxes: [...report.taxes],
        methods: [...report.methods],
        items: [...report.items],
        hours: [...report.hours],
      }
    },
  )
}
