import { Readable } from 'node:stream'
import { exportJournal } from '#sync/export-journal.ts'
import { errorSchema, type Api, type Services } from './services.ts'

export function exportRoutes(api: Api, { stores }: Services): void {
  api.get(
    '/api/export',
    {
      config: { access: { kind: 'user', action: 'export_journal' } },
      schema: {
        summary: 'The whole journal, one event a line (docs/protocol.md, Export)',
        response: { 409: errorSchema },
      },
    },
    async ({ caller }, reply) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      if (replica === undefined) {
        return reply.status(409).send({ code: 'store_not_ready', message: 'The store is not set up yet.' })
      }
      return (
        reply
          .type('application/x-ndjson; charset=utf-8')
          .header('content-disposition', `attachment; filename="${replica.store}.ndjson"`)
          .header('cache-control', 'no-store')
          // A page at a time, and the next only once this one is on its way: a journal may be larger than memory.
          .send(Readable.from(exportJournal(replica), { highWaterMark: 1 }) as never)
      )
    },
  )
}
