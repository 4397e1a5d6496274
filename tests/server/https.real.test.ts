import { once } from 'node:events'
import { request } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { io } from 'socket.io-client'
import { createAuthority, issueCertificate } from '../../src/server/tls/authority.ts'
import { openHttpsFront } from '../../src/server/tls/front.ts'
import { readConfig } from '../../src/server/config.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'

const HTTPS = { port: 0, name: null, own: null }

describe('a server with HTTPS', () => {
  let cafe: Cafe | null = null

  afterEach(async () => {
    await cafe?.close()
    cafe = null
  })

  it('[HTTPS2] answers whoever trusts the store’s authority, and nobody else', async () => {
    cafe = await openCafe({ https: HTTPS })
    const { origin, ca } = wayOf(cafe)
    expect(await status(`${origin}/health`, ca)).toBe(200)
    await expect(status(`${origin}/health`)).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    })
  })

  it('[HTTPS2] is still trusted after a restart', async () => {
    cafe = await openCafe({ https: HTTPS })
    const { ca } = wayOf(cafe)
    await cafe.stopServer()
    await cafe.startServer()
    expect(await status(`${wayOf(cafe).origin}/health`, ca)).toBe(200)
  })

  it('carries sockets, and ends them when it stops', async () => {
    cafe = await openCafe({ https: HTTPS })
    const { origin, ca } = wayOf(cafe)
    const socket = io(origin, { transports: ['websocket'], ca, auth: { token: 'none' }, reconnection: false })
    const refused = await new Promise<Error>((resolve) => socket.once('connect_error', resolve))
    expect(refused.message).toBe('not_signed_in')
    const raw = connect({ port: Number(new URL(origin).port), host: 'localhost', ca })
    await once(raw, 'secureConnect')
    const ended = once(raw, 'close')
    await cafe.stopServer()
    await ended
  })

  it('[HTTPS3] whose authority is stolen is no bank', async () => {
    const names = { dns: ['localhost'], ips: [] }
    const authority = await createAuthority('Café', names, Date.now())
    const forged = await issueCertificate(authority, { dns: ['bank.com'], ips: [] }, Date.now())
    const front = await openHttpsFront(createServer() as never, forged, { host: '127.0.0.1', port: 0 })
    const ca = authority.certificate
    const socket = connect({ port: front.port, host: '127.0.0.1', servername: 'bank.com', ca })
    const [error] = (await once(socket, 'error')) as [Error]
    await front.close()
    expect(error.message).toContain('permitted subtree violation')
  })

  it('whose second port is taken says so and leaves the first', async () => {
    const busy = createServer().listen(0, '127.0.0.1')
    await once(busy, 'listening')
    const taken = (busy.address() as AddressInfo).port
    await expect(openCafe({ https: { ...HTTPS, port: taken } })).rejects.toThrow(
      `port_busy 127.0.0.1:0, ${taken}`,
    )
    busy.close()
  })
})

describe('[HTTPS1] the settings', () => {
  const httpsOf = (env: Record<string, string>) => {
    const config = readConfig(env)
    return config.ok ? config.value.https : config.error.detail
  }

  it.each([
    [{}, null],
    [{ HOST: 'localhost' }, null],
    [{ HOST: '0.0.0.0' }, { port: 8443, name: null, own: null }],
    [{ HOST: '0.0.0.0', HTTPS: 'off' }, null],
    [{ HOST: '0.0.0.0', DATABASE_URL: 'postgres://x/y' }, null],
    [
      { HTTPS: 'on', HTTPS_NAME: 'Pos.Lan', HTTPS_PORT: '443' },
      { port: 443, name: 'pos.lan', own: null },
    ],
    [
      { HTTPS_CERT_FILE: 'c', HTTPS_KEY_FILE: 'k' },
      { port: 8443, name: null, own: { certFile: 'c', keyFile: 'k' } },
    ],
  ])('%o mean %o', (env, https) => {
    expect(httpsOf(env as Record<string, string>)).toEqual(https)
  })

  it.each([
    [{ HTTPS_CERT_FILE: 'c' }, 'HTTPS_CERT_FILE'],
    [{ HTTPS_NAME: 'a b' }, 'HTTPS_NAME'],
  ])('%o are refused by name', (env, name) => {
    expect(httpsOf(env as Record<string, string>)).toContain(name)
  })
})

function wayOf(cafe: Cafe): { readonly origin: string; readonly ca: string } {
  const { https } = cafe.server()
  const ca = https?.authority?.certificate
  if (https === null || ca === undefined)
    throw new Error('assertion failed: the café has an authority of its own')
  return { origin: https.origin('localhost'), ca }
}

function status(url: string, ca?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { ca }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .once('error', reject)
      .end()
  })
}
