import { err } from '#domain/result.ts'
import { PACKED_FROM_CHARS } from '#link/packing.ts'
import { packText, takesGzip, unpackedBody } from '#server/sync/packing.ts'
import { replySchema, requestSchema } from '#sync/protocol.ts'
import { errorSchema, type Api, type Services } from './services.ts'

/** Two pages of events and their heads; more than that is not a device of ours. */
const BODY_BYTES_MAX = 4 * 1024 * 1024

export function syncRoutes(api: Api, { stores, seen }: Services): void {
  api.post(
    '/api/sync',
    {
      bodyLimit: BODY_BYTES_MAX,
      config: { access: { kind: 'device' } },
      preParsing: async (request, _reply, body) =>
        request.headers['content-encoding'] === 'gzip' ? unpackedBody(body) : body,
      async onSend(request, reply, text) {
        if (typeof text !== 'string' || text.length < PACKED_FROM_CHARS || !takesGzip(request)) return text
        void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding')
        void reply.removeHeader('content-length')
        return packText(text)
      },
      schema: {
        summary: 'One exchange: heads in, missing events out (docs/protocol.md)',
        body: requestSchema,
        response: { 200: replySchema, 403: errorSchema, 409: errorSchema },
      },
    },
    async (request, reply) => {
      const { caller, body } = request
      if (caller?.kind !== 'device' || caller.store !== body.store || caller.dev !== body.dev) {
        return reply
          .status(403)
          .send({ code: 'store_mismatch', message: 'This token is for another store or device.' })
      }
      const hub = await stores.of(caller.store)
      const answered = (await hub?.exchange(body)) ?? err({ code: 'store_mismatch' as const })
      if (answered.ok) {
        seen.note(body, 'http', Date.now())
        return answered.value
      }
      const status = answered.error.code === 'store_mismatch' ? 403 : 409
      return reply
        .status(status)
        .send({ code: answered.error.code, message: 'This server cannot take the exchange.' })
    },
  )
}
