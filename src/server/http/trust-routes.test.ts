import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApi, type TestApi } from '../../../tests/support/api.ts'

const FAR = '192.168.1.33'
const AUTHORITY = { certificate: '-----BEGIN CERTIFICATE-----', fingerprint: 'AA:BB' }
const origin = (host = 'hub'): string => `https://${host}:8443`

describe('[HTTPS1] plain HTTP from another device', () => {
  let api: TestApi
  let owned: TestApi

  beforeAll(async () => {
    api = await openApi({ https: { origin, authority: AUTHORITY } })
    owned = await openApi({ https: { origin, authority: null } })
  })

  afterAll(() => Promise.all([api.close(), owned.close()]))

  const ask = (url: string, over = {}) =>
    api.app.inject({
      method: 'GET',
      url,
      remoteAddress: FAR,
      headers: { host: '192.168.1.20:8080' },
      ...over,
    })

  test.each(['/api/sync', '/api/login', '/api/pairing', '/api/openapi.json'])(
    'is refused %s',
    async (url) => {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await ask(url, { method, payload: method === 'POST' ? {} : undefined })
        expect([answer.statusCode, answer.json()]).toMatchObject([403, { code: 'https_needed' }])
      }
    },
  )

  test('is led to the page that says what to do', async () => {
    const answer = await ask('/orders/1')
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/trust'])
  })

  test('is led to the same page over HTTPS where everybody trusts the certificate', async () => {
    const answer = await owned.app.inject({
      url: '/kitchen?x=1',
      remoteAddress: FAR,
      headers: { host: 'pos.cafe.com:8080' },
    })
    expect(answer.headers.location).toBe('https://pos.cafe.com:8443/kitchen')
    expect((await owned.app.inject({ url: '/trust', remoteAddress: FAR })).statusCode).not.toBe(200)
  })

  test('is shown the steps of its own platform, the fingerprint and the till’s address', async () => {
    const answer = await ask('/trust', {
      headers: { host: '192.168.1.20:8080', 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18)' },
    })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('<details name="platform" open><summary>iPhone and iPad')
    expect(answer.body.match(/ open>/g)).toHaveLength(1)
    expect(answer.body).toContain('href="https://192.168.1.20:8443/"')
    expect(answer.body).toContain('AA:BB')
  })

  test('is given the authority as a certificate to install', async () => {
    const answer = await ask('/trust/authority.crt')
    expect(answer.headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(answer.body).toBe(AUTHORITY.certificate)
  })

  test('of this machine is answered as ever', async () => {
    for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect((await ask('/api/openapi.json', { remoteAddress })).json()).toMatchObject({
        code: 'not_signed_in',
      })
    }
  })
})
