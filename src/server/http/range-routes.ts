import { z } from 'zod'
import { may } from '#domain/staff/rights.ts'
import { readSettings } from '#database/queries/records.ts'
import { readRangeView } from '#reports/range-view.ts'
import { isRange } from '#reports/ranges.ts'
import { readRights } from '#sync/facts/rights.ts'
import { partialSchema, wholeSchema } from './range-schema.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const ID_MAX = 100

/** Who asks for a year that nobody asked for before hears how far it is rather than wait in silence. */
const ADDS_UP_FOR_MS = 2_000

export function rangeRoutes(api: Api, { stores }: Services): void {
  api.get(
    '/api/reports/range',
    {
      config: { access: { kind: 'user', action: 'read_reports' } },
      schema: {
        summary:
          'The report of a range of business dates, both counted. 202: ask again, it is being added up',
        querystring: z
          .object({ from: z.string(), to: z.string(), shiftId: z.string().max(ID_MAX).exactOptional() })
          .refine(isRange, 'two dates of the calendar, in order, at most 400 days; one for a shift'),
        response: { 200: wholeSchema, 202: partialSchema, 409: errorSchema },
      },
    },
    async (request, reply) => {
      const { caller } = request
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      const settings = replica === undefined ? null : await readSettings(replica.db, replica.store)
      if (replica === undefined || settings === null || caller?.kind !== 'user') {
        return reply.status(409).send({ code: 'store_not_ready', message: 'The store is not set up yet.' })
      }
      const rights = await readRights(replica.db, replica.store, caller.role)
      const until = performance.now() + ADDS_UP_FOR_MS
      const answer = await readRangeView(replica.db, replica.store, request.query, {
        seesCash: may(rights, 'see_expected_cash'),
        mayGoOn: () => performance.now() < until,
      })
      return answer.kind === 'whole' ? reply.status(200).send(answer) : reply.status(202).send(answer)
    },
  )
}
