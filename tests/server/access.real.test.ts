import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi, type TestApi } from '../support/api.ts'

/** The only ones that answer without a token. A new route is not among them until someone writes it here. */
const OPEN = ['GET /health', 'POST /api/enrol', 'POST /api/login', 'POST /api/pair', 'POST /api/setup']
/** The screens and the product's own drawings, which hold nothing of a store; a dish's picture, by its hash. [PICTURE3] */
const SCREENS = [
  'GET *',
  'HEAD *',
  'GET /pictures/*',
  'HEAD /pictures/*',
  'GET /pictures/:store/:file',
  'HEAD /pictures/:store/:file',
  'HEAD /health',
]

let api: TestApi
beforeAll(async () => {
  api = await openApi()
})
afterAll(() => api.close())

/** Every route the router knows, as `METHOD /path`. */
function routes(): string[] {
  const lines = api.app.printRoutes({ commonPrefix: false }).split('\n')
  const found: string[] = []
  const path: string[] = []
  for (const line of lines) {
    const match = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?/.exec(line)
    if (match === null) continue
    const depth = (match[1] ?? '').length / 4
    path.splice(depth, Infinity, match[2] ?? '')
    for (const method of (match[3] ?? '').split(', ').filter(Boolean))
      found.push(`${method} ${path.join('')}`)
  }
  return found
}

function ask(route: string, token?: string, payload: object = {}) {
  const [method = 'GET', url = '/'] = route.split(' ')
  return api.app.inject({
    method: method as 'GET',
    url,
    ...(method === 'POST' ? { payload } : {}),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
}

describe('[ACCESS1] every endpoint', () => {
  it('is known to this test', () => {
    expect(routes()).toEqual(
      expect.arrayContaining([...OPEN, 'POST /api/sync', 'GET /api/reports/day', 'GET /api/openapi.json']),
    )
  })

  it('refuses whoever has no token, but for health, login, pairing, enrolment and setting up', async () => {
    const unlisted = routes().filter((route) => !route.includes(' /api/') && !OPEN.includes(route))
    expect(SCREENS).toEqual(expect.arrayContaining(unlisted))
    const closed = routes().filter((route) => route.includes(' /api/') && !OPEN.includes(route))
    expect(closed.length).toBeGreaterThanOrEqual(4)
    for (const route of closed) {
      const response = await ask(route)
      expect({ route, status: response.statusCode }).toEqual({ route, status: 401 })
    }
  })

  it('answers an unknown address under /api with 401 or 404, never with the screens', async () => {
    const response = await ask('GET /api/nothing')
    expect(response.statusCode).toBe(401)
  })
})

describe('[ACCESS2] a token', () => {
  it('of another key, another algorithm, another use or past its time is no token', async () => {
    const { dev, store } = await api.pairDevice()
    const foreign = await generateKeyPair('EdDSA')
    const claims = { store, role: 'owner' }
    const forged = (key: Parameters<SignJWT['sign']>[0], alg: string, typ: string, exp = '10m') =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, typ })
        .setIssuer('comanda')
        .setAudience('comanda-api')
        .setSubject(dev)
        .setIssuedAt()
        .setExpirationTime(exp)
        .sign(key)
    const publicKey = Buffer.from(JSON.stringify(await exportJWK(foreign.publicKey)))
    const none = `${Buffer.from('{"alg":"none","typ":"user+jwt"}').toString('base64url')}.${Buffer.from(JSON.stringify({ ...claims, sub: 'user-joaquim', iss: 'comanda', aud: 'comanda-api', exp: 4e9 })).toString('base64url')}.`
    const tokens = [
      await forged(foreign.privateKey, 'EdDSA', 'user+jwt'),
      await forged(publicKey, 'HS256', 'user+jwt'),
      none,
      'nonsense',
      '',
    ]
    for (const token of tokens) expect((await ask('GET /api/reports/day', token)).statusCode).toBe(401)
  })

  it('of a device opens no report, and of a person no sync', async () => {
    const { token } = await api.pairDevice()
    expect((await ask('GET /api/reports/day', token)).statusCode).toBe(403)
    const range = 'GET /api/reports/range?from=2026-11-01&to=2026-11-30'
    expect((await ask(range, token)).statusCode).toBe(403)
    const owner = await api.userToken('user-joaquim')
    expect((await ask('POST /api/sync', owner)).statusCode).toBe(403)
  })

  it('ends with its person: one who left is refused at once', async () => {
    const token = await api.userToken('user-leonor')
    expect((await ask('GET /api/reports/day', token)).statusCode).toBe(200)
    const { replica } = api.services.hub
    await replica.act<never>({
      txnId: 'leave',
      actor: replica.dev,
      decide: async () => ({
        ok: true,
        value: [
          {
            ent: { type: 'user', id: 'user-leonor' },
            event: { type: 'record_changed', payload: { active: false } },
          },
        ],
      }),
    })
    expect((await ask('GET /api/reports/day', token)).statusCode).toBe(401)
  })
})

describe('[ROLE1] a role', () => {
  it.each([
    ['user-marta', 'GET /api/reports/day', 403],
    ['user-joaquim', 'GET /api/reports/day', 200],
    ['user-marta', 'GET /api/reports/range?from=2026-11-01&to=2026-11-30', 403],
    ['user-joaquim', 'GET /api/reports/range?from=2026-11-01&to=2026-11-30', 200],
    ['user-joaquim', 'GET /api/reports/range?from=2026-11-30&to=2026-11-01', 400],
    ['user-marta', 'GET /api/reports/orders?from=2026-11-01&to=2026-11-30&table=items&key=x', 403],
    ['user-joaquim', 'GET /api/reports/orders?from=2026-11-01&to=2026-11-30&table=items&key=x', 200],
    ['user-marta', 'GET /api/stock/variance', 403],
    ['user-joaquim', 'GET /api/stock/variance?days=28', 200],
    ['user-joaquim', 'GET /api/stock/variance?days=soon', 400],
    ['user-marta', 'POST /api/pairing-codes', 403],
    ['user-joaquim', 'POST /api/pairing-codes', 200],
  ])('%s asking %s gets %d', async (userId, route, status) => {
    expect((await ask(route, await api.userToken(userId))).statusCode).toBe(status)
  })

  it('any role reads the description of the endpoints', async () => {
    const response = await ask('GET /api/openapi.json', await api.userToken('user-marta'))
    expect(response.json()).toMatchObject({
      openapi: expect.stringMatching(/^3/),
      paths: { '/api/sync': {} },
    })
  })
})
