import { z } from 'zod'
import { DRILL_TABLES } from '#domain/report/drill.ts'
import { DRILL_AMONG } from '#domain/report/drill-view.ts'
import { readSettings } from '#database/queries/records.ts'
import { readDrillPage } from '#reports/drill.ts'
import { isRange } from '#reports/ranges.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const ID_MAX = 100
/** A loss is told by its reason, which somebody typed. */
const KEY_MAX = 2_000

const amount = z.int()

/** Where a page begins. In words of the address: numbers come as text. */
const place = z.object({
  among: z.enum(DRILL_AMONG),
  date: z.string().max(ID_MAX),
  at: z.coerce.number().int(),
  id: z.string().max(ID_MAX * 3),
})

const asked = z
  .object({
    from: z.string(),
    to: z.string(),
    shiftId: z.string().max(ID_MAX).exactOptional(),
    table: z.enum(DRILL_TABLES),
    key: z.string().max(KEY_MAX),
    ...place.partial().shape,
  })
  .refine(isRange, 'two dates of the calendar, in order, at most 400 days; one for a shift')
  .refine(isPlaceOrNone, 'where the page begins, whole: among, date, at and id; or nothing of it')

const page = z.object({
  orders: z
    .array(
      z.object({
        orderId: z.string(),
        key: z.string(),
        number: z.string(),
        date: z.string(),
        at: z.int(),
        tableName: z.string().nullable(),
        waiter: z.string(),
        total: amount.nullable(),
        part: z.object({ count: z.int(), amount }),
      }),
    )
    .readonly(),
  next: z.object({ among: z.enum(DRILL_AMONG), date: z.string(), at: z.int(), id: z.string() }).nullable(),
})

function isPlaceOrNone(query: { readonly [name: string]: unknown }): boolean {
  const names = Object.keys(place.shape)
  return place.safeParse(query).success || names.every((name) => query[name] === undefined)
}

/** The orders behind a row of a report: the server has days that a device has not. [REPORT7] [REPORT10] */
export function drillRoutes(api: Api, { stores }: Services): void {
  api.get(
    '/api/reports/orders',
    {
      config: { access: { kind: 'user', action: 'read_reports' } },
      schema: {
        summary: 'The orders behind a row of a report, the newest first, a page at a time',
        querystring: asked,
        response: { 200: page, 409: errorSchema },
      },
    },
    async (request, reply) => {
      const replica = (await stores.of(request.caller?.store ?? ''))?.replica
      const settings = replica === undefined ? null : await readSettings(replica.db, replica.store)
      if (replica === undefined || settings === null) {
        return reply.status(409).send({ code: 'store_not_ready', message: 'The store is not set up yet.' })
      }
      const { table, key, from, to, shiftId } = request.query
      const range = shiftId === undefined ? { from, to } : { from, to, shiftId }
      const after = place.safeParse(request.query)
      return readDrillPage(replica.db, replica.store, {
        table,
        key,
        range,
        after: after.success ? after.data : null,
      })
    },
  )
}
