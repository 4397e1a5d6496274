import { z } from 'zod'
import { nextLetter } from '#auth/pairing.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import { record } from '#server/store.ts'
import { errorSchema, type Api, type Services } from './services.ts'

const deviceId = z.string().regex(/^dev-[0-9a-f-]{36}$/)

export function pairingRoutes(api: Api, services: Services): void {
  pairRoute(api, services)
  codeRoute(api, services)
}

function pairRoute(api: Api, { hub, tokens, pairingCodes, openPairing }: Services): void {
  api.post(
    '/api/pair',
    {
      config: { access: { kind: 'open' }, rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'A new device joins the store with a code and gets its token',
        body: z.object({
          dev: deviceId,
          name: z.string().trim().min(1).max(80),
          code: z.string().max(20).nullable(),
        }),
        response: {
          200: z.object({
            store: z.string(),
            storeName: z.string(),
            letter: z.string(),
            token: z.string(),
            now: z.number(),
          }),
          403: errorSchema,
          409: errorSchema,
          410: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { dev, name, code } = request.body
      const now = Date.now()
      if (code === null && !openPairing) {
        return reply.status(403).send({ code: 'pairing_closed', message: 'A pairing code is needed.' })
      }
      if (code !== null && !pairingCodes.redeem(code, now)) {
        return reply
          .status(410)
          .send({ code: 'pairing_code_wrong', message: 'This code is wrong or used up.' })
      }
      const { replica } = hub
      const devices = await readRecords(replica.db, replica.store, 'device')
      if (devices.some((device) => device.id === dev)) {
        return reply.status(409).send({ code: 'device_exists', message: 'This device is paired already.' })
      }
      const letter = nextLetter(new Set(devices.map((device) => device.letter)))
      hub.announce(
        await record(replica, [
          {
            ent: { type: 'device', id: dev },
            event: {
              type: 'record_changed',
              payload: { name, letter, kind: 'device', pairedAt: now, active: true },
            },
          },
        ]),
      )
      const settings = await readSettings(replica.db, replica.store)
      return {
        store: replica.store,
        storeName: settings?.name ?? '',
        letter,
        token: await tokens.forDevice(replica.store, dev),
        now,
      }
    },
  )
}

function codeRoute(api: Api, { pairingCodes }: Services): void {
  api.post(
    '/api/pairing-codes',
    {
      config: { access: { kind: 'user', action: 'pair_device' } },
      schema: {
        summary: 'A manager makes a code for one new device, good for ten minutes',
        response: { 200: z.object({ code: z.string(), expiresAt: z.number() }) },
      },
    },
    async () => pairingCodes.make(Date.now()),
  )
}
