import { z } from 'zod'
import { readQuarantine } from '#database/quarantine.ts'
import { err, type Result } from '#domain/result.ts'
import { dismiss, release, type QuarantineOf, type QuarantineRefusal, type SettledBy } from '#sync/release.ts'
import { refuse } from './errors.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const ITEMS_A_PAGE = 50

const setAsideSchema = z.object({
  id: z.int(),
  dev: z.string(),
  seq: z.int(),
  reason: z.string(),
  /** As it came, word for word. */
  body: z.string(),
  receivedAt: z.int(),
  settled: z.enum(['released', 'dismissed']).nullable(),
  settledBy: z.string().nullable(),
  settledAt: z.int().nullable(),
})

const access = { kind: 'user', action: 'settle_quarantine' } as const

const WORDS: { readonly [code in QuarantineRefusal['code']]: string } = {
  not_found: 'There is nothing set aside under this number.',
  quarantine_stays: 'It still makes no sense here, and is kept as it is.',
}

const NOT_FOUND = err({ code: 'not_found' } as const)

/** What was set aside, for managers: to look at, to try again, to dismiss. Nothing is ever deleted. */
export function quarantineRoutes(api: Api, { stores, database }: Services): void {
  /** Of the caller's store, and no other. */
  const of = async (store: string): Promise<QuarantineOf | null> => {
    const hub = await stores.of(store)
    return hub === null ? null : { replica: hub.replica, database, recordAuthor: hub.root }
  }
  api.get(
    '/api/quarantine',
    {
      config: { access },
      schema: {
        summary: 'What was set aside, oldest first; with `all`, what was settled too',
        querystring: z.object({
          after: z.coerce.number().int().min(0).default(0),
          all: z.enum(['true', 'false']).default('false'),
        }),
        response: { 200: z.object({ items: z.array(setAsideSchema), more: z.boolean() }) },
      },
    },
    async ({ query, caller }) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      if (replica === undefined) return { items: [], more: false }
      const page = { afterId: query.after, limit: ITEMS_A_PAGE + 1, all: query.all === 'true' }
      const found = await readQuarantine(replica.db, replica.store, page)
      return { items: found.slice(0, ITEMS_A_PAGE), more: found.length > ITEMS_A_PAGE }
    },
  )
  settling(api, '/api/quarantine/:id/release', 'Tries again to take it in', of, release)
  settling(api, '/api/quarantine/:id/dismiss', 'Takes it off the list', of, dismiss)
}

function settling(
  api: Api,
  url: string,
  summary: string,
  of: (store: string) => Promise<QuarantineOf | null>,
  settle: (of: QuarantineOf, id: number, who: SettledBy) => Promise<Result<null, QuarantineRefusal>>,
): void {
  api.post(
    url,
    {
      config: { access },
      schema: {
        summary,
        params: z.object({ id: z.coerce.number().int().min(1) }),
        response: { 200: z.object({ ok: z.literal(true) }), 404: errorSchema, 409: errorSchema },
      },
    },
    async ({ params, caller }, reply) => {
      const by = caller?.kind === 'user' ? caller.userId : ''
      const kept = await of(caller?.store ?? '')
      const done = kept === null ? NOT_FOUND : await settle(kept, params.id, { by, at: Date.now() })
      if (done.ok) return { ok: true as const }
      const { code } = done.error
      return refuse(reply, code === 'not_found' ? 404 : 409, { code, message: WORDS[code] })
    },
  )
}
