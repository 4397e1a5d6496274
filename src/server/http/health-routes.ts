import { sql } from 'kysely'
import { z } from 'zod'
import type { Api, Services } from './services.ts'

export function healthRoutes(api: Api, { hub }: Services): void {
  api.get(
    '/health',
    {
      config: { access: { kind: 'open' } },
      schema: {
        summary: 'Whether the server and its database answer',
        response: { 200: z.object({ status: z.literal('ok'), place: z.enum(['store', 'cloud']) }) },
      },
    },
    async () => {
      await sql`select 1`.execute(hub.replica.db)
      return { status: 'ok' as const, place: hub.place }
    },
  )
}
