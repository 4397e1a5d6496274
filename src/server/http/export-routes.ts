import { Readable } from 'node:stream'
import { exportJournal } from '#sync/export-journal.ts'
import type { Api, Services } from './services.ts'

export function exportRoutes(api: Api, { hub }: Services): void {
  api.get(
    '/api/export',
    {
      config: { access: { kind: 'user', action: 'export_journal' } },
      schema: { summary: 'The whole journal, one event a line (docs/protocol.md, Export)' },
    },
    async (_request, reply) =>
      reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', `attachment; filename="${hub.replica.store}.ndjson"`)
        .header('cache-control', 'no-store')
        // A page at a time, and the next only once this one is on its way: a journal may be larger than memory.
        .send(Readable.from(exportJournal(hub.replica), { highWaterMark: 1 })),
  )
}
