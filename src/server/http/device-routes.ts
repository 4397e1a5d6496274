import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { z } from 'zod'
import { readRecords } from '#database/queries/records.ts'
import type { Rejection } from '#domain/rejection.ts'
import { ok } from '#domain/result.ts'
import { changeDevice, type DeviceChange } from '#domain/staff/change-device.ts'
import type { Hub } from '#server/hub.ts'
import { refuse } from './errors.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const about = z.object({
  app: z.string(),
  offset: z.int(),
  used: z.int().nullable(),
  quota: z.int().nullable(),
})

const deviceSchema = z.object({
  dev: z.string(),
  /** How many events of its log are here, and how many it had when it last asked. */
  here: z.int(),
  head: z.int(),
  seenAt: z.int().nullable(),
  via: z.enum(['socket', 'http']).nullable(),
  about: about.nullable(),
})

/** The store's devices: how each is, for them to show; names and ends, for whoever may. [DEVICE1] [DEVICE3] */
export function deviceRoutes(api: Api, services: Services): void {
  listRoute(api, services)
  api.put(
    '/api/devices/:dev',
    {
      config: { access: { kind: 'user', action: 'pair_device' } },
      schema: {
        summary: 'Renames a device, or revokes it with every id it went on under',
        params: z.object({ dev: z.string().max(80) }),
        body: z.strictObject({
          name: z.string().max(200).exactOptional(),
          revoke: z.literal(true).exactOptional(),
        }),
        response: { 200: z.object({ ok: z.literal(true) }), 409: errorSchema },
      },
    },
    async ({ params: { dev }, body, caller }, reply) => {
      const hub = await services.stores.of(caller?.store ?? '')
      const by = caller?.kind === 'user' ? caller.userId : ''
      if (hub === null) return refuse(reply, 409, { code: 'store_not_ready', message: 'No such store.' })
      const refused = await write(hub, by, dev, body)
      if (refused === null) return { ok: true as const }
      return refuse(reply, 409, { code: refused.code, message: `This is refused by ${refused.rule}.` })
    },
  )
}

function listRoute(api: Api, { stores, seen, https }: Services): void {
  api.get(
    '/api/devices',
    {
      config: { access: { kind: 'device' } },
      schema: {
        summary: 'When each device was last here, how far its log is, and how it is',
        response: {
          200: z.object({
            now: z.number(),
            /** Where another device finds the till, and what it opens first; null: wherever this one found it. */
            origin: z.string().nullable(),
            trust: z.string().nullable(),
            devices: z.array(deviceSchema),
          }),
        },
      },
    },
    async ({ caller, hostname, server }) => {
      const replica = (await stores.of(caller?.store ?? ''))?.replica
      const ways = {
        origin: https?.origin() ?? null,
        trust: trustOf(https, hostname, server.server.address()),
      }
      if (replica === undefined) return { now: Date.now(), ...ways, devices: [] }
      const heads = await replica.heads()
      const devices = []
      for (const { id } of await readRecords(replica.db, replica.store, 'device')) {
        const last = await seen.read(replica.store, id)
        const here = heads.get(id)?.seq ?? 0
        devices.push({
          dev: id,
          here,
          head: Math.max(here, last?.head ?? 0),
          seenAt: last?.at ?? null,
          via: last?.via ?? null,
          about: last?.about ?? null,
        })
      }
      return { now: Date.now(), ...ways, devices }
    },
  )
}

type Plain = ReturnType<Server['address']>

/** The page that makes a new device trust the store's own authority lies on the plain port. */
function trustOf(https: Services['https'], hostname: string, plain: Plain): string | null {
  if (https === null || https.authority === null) return null
  const host = new URL(https.origin(hostname)).hostname
  return typeof plain === 'object' && plain !== null ? `http://${host}:${plain.port}/trust` : null
}

async function write(hub: Hub, by: string, dev: string, change: DeviceChange): Promise<Rejection | null> {
  const { replica } = hub
  const written = await replica.act<Rejection>({
    txnId: randomUUID(),
    actor: by,
    decide: async (tx) => {
      const decided = changeDevice(dev, change, await readRecords(tx, replica.store, 'device'))
      if (!decided.ok) return decided
      return ok(
        [...decided.value].map(([id, payload]) => ({
          ent: { type: 'device' as const, id },
          event: { type: 'record_changed' as const, payload },
        })),
      )
    },
  })
  if (!written.ok) return written.error
  hub.announce(written.value)
  return null
}
