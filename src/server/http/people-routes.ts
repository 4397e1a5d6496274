import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { readRecords } from '#database/queries/records.ts'
import { ok } from '#domain/result.ts'
import type { Rejection } from '#domain/rejection.ts'
import { changePerson, type PersonChange } from '#domain/staff/change-person.ts'
import type { Tx } from '#database/schema.ts'
import type { Hub } from '#server/hub.ts'
import { readRoles } from '#sync/facts/rights.ts'
import { refuse } from './errors.ts'
import { errorSchema, personId, type Api, type Services } from './services.ts'

/** People are written by the store's servers alone; who asks has proven who they are. [ACCESS3] [STAFF1] */
export function peopleRoutes(api: Api, { stores, pins }: Services): void {
  api.put(
    '/api/people/:id',
    {
      config: { access: { kind: 'user', action: 'edit_staff' } },
      schema: {
        summary: 'Adds somebody, or changes name, role, PIN, lock or whether they work here',
        params: z.object({ id: personId }),
        body: z.strictObject({
          name: z.string().max(200).exactOptional(),
          role: z.string().max(80).exactOptional(),
          pin: z.string().max(16).exactOptional(),
          active: z.boolean().exactOptional(),
          unlock: z.literal(true).exactOptional(),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), 409: errorSchema },
      },
    },
    async ({ params: { id }, body, caller }, reply) => {
      const hub = await stores.of(caller?.store ?? '')
      const by = caller?.kind === 'user' ? caller.userId : ''
      if (hub === null) return refuse(reply, 409, { code: 'store_not_ready', message: 'No such store.' })
      // Hashed before the transaction: nobody else waits while this takes its tenth of a second.
      const pinHash = body.pin === undefined ? {} : { pinHash: await pins.hash(body.pin) }
      const refused = await write(hub, by, { id, change: body, pinHash })
      if (refused === null) return { ok: true as const }
      return refuse(reply, 409, { code: refused.code, message: `This is refused by ${refused.rule}.` })
    },
  )
}

interface Change {
  readonly id: string
  readonly change: PersonChange
  readonly pinHash: { readonly pinHash?: string }
}

async function write(hub: Hub, by: string, { id, change, pinHash }: Change): Promise<Rejection | null> {
  const { replica } = hub
  const written = await replica.act<Rejection>({
    txnId: randomUUID(),
    actor: by,
    decide: async (tx) => {
      const decided = changePerson(id, change, await readStaffFacts(tx, replica.store))
      if (!decided.ok) return decided
      const payload = { ...decided.value, ...pinHash }
      if (Object.keys(payload).length === 0) return ok([])
      return ok([{ ent: { type: 'user', id }, event: { type: 'record_changed', payload } }])
    },
  })
  if (!written.ok) return written.error
  hub.announce(written.value)
  return null
}

async function readStaffFacts(tx: Tx, store: string): Promise<Parameters<typeof changePerson>[2]> {
  return {
    people: await readRecords(tx, store, 'user'),
    roles: await readRoles(tx, store),
    now: Date.now(),
  }
}
