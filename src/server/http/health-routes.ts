import { sql } from 'kysely'
import { z } from 'zod'
import { countWaiting, UPSTREAM_STATES } from '#server/upstream/uplink.ts'
import { fromWire } from '#sync/protocol.ts'
import type { Api, Services } from './services.ts'

export function healthRoutes(api: Api, { hub, upstreamState }: Services): void {
  api.get(
    '/health',
    {
      config: { access: { kind: 'open' } },
      schema: {
        summary: 'Whether the server and its database answer',
        response: {
          200: z.object({
            status: z.literal('ok'),
            place: z.enum(['store', 'cloud']),
            upstream: z.object({ state: z.enum(UPSTREAM_STATES), waiting: z.int() }).nullable(),
          }),
        },
      },
    },
    async () => {
      await sql`select 1`.execute(hub.replica.db)
      const state = upstreamState()
      const waiting = countWaiting(await hub.replica.heads(), fromWire(hub.upstream() ?? {}))
      return {
        status: 'ok' as const,
        place: hub.place,
        upstream: state === null ? null : { state, waiting },
      }
    },
  )
}
