import type { FastifyInstance } from 'fastify'
import { readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { Hub } from '#server/hub.ts'
import type { HttpsWay } from '#server/tls/https.ts'
import { isPrivate } from '#server/tls/private-way.ts'
import { trustPage } from '#server/tls/trust-page.ts'
import { refuse } from './errors.ts'

const TRUST = '/trust'

/**
 * Plain HTTP from another device carries nothing but the way to HTTPS: no PIN and no order is ever said aloud in the
 * store's network. [HTTPS1]
 */
export function installHttpsOnly(app: FastifyInstance, https: HttpsWay): void {
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (isPrivate(request.raw) || path === TRUST || path.startsWith(`${TRUST}/`)) return
    if (path.startsWith('/api/') || request.method !== 'GET') {
      await refuse(reply, 403, { code: 'https_needed', message: 'This server answers over HTTPS alone.' })
      return
    }
    await reply.redirect(https.authority === null ? https.origin(request.hostname) + path : TRUST)
  })
}

/** The page that makes a device trust the store's authority, and the authority. Open: who has not come in yet needs it. */
export function trustRoutes(app: FastifyInstance, https: HttpsWay, { replica }: Hub): void {
  const { authority } = https
  if (authority === null) return
  const config = { access: { kind: 'open' as const } }
  app.get(TRUST, { config, schema: { hide: true } }, async (request, reply) => {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
    return trustPage({
      store: await readStoreName(replica.db, replica.store),
      origin: https.origin(request.hostname),
      fingerprint: authority.fingerprint,
      userAgent: request.headers['user-agent'] ?? '',
    })
  })
  app.get(`${TRUST}/authority.crt`, { config, schema: { hide: true } }, async (_request, reply) => {
    void reply.type('application/x-x509-ca-cert').header('cache-control', 'no-store')
    return authority.certificate
  })
}

/** Before it is set up a store has no name yet. */
export async function readStoreName(db: Db, store: string): Promise<string> {
  const name = (await readSettings(db, store))?.name ?? ''
  return name === '' ? 'Comanda' : name
}
