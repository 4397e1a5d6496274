import { gunzipSync, gzipSync } from 'node:zlib'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { askToPair } from '../../src/device/pair.ts'
import type { ExchangeRequest } from '../../src/sync/protocol.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { chain } from '../support/replicas.ts'

let cafe: Cafe
const sockets: Socket[] = []
beforeAll(async () => {
  cafe = await openCafe()
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await cafe.close()
})

interface Paired {
  readonly token: string
  readonly request: ExchangeRequest
}

async function pair(): Promise<Paired> {
  const dev = `dev-${crypto.randomUUID()}`
  const paired = await askToPair(cafe.origin, { dev, name: 'Till', code: null })
  if (!paired.ok) throw new Error(paired.error.code)
  const { token, store } = paired.value
  return { token, request: { proto: 1, store, dev, heads: {}, events: [] } }
}

async function connect(auth: { readonly token: string; readonly gzip?: boolean }): Promise<Socket> {
  const socket = io(cafe.origin, { auth, transports: ['websocket'], forceNew: true })
  sockets.push(socket)
  await vi.waitUntil(() => socket.connected, { timeout: 5_000, interval: 10 })
  return socket
}

const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value))

describe('frames that are worth it are packed', () => {
  it('[WIRE1] over a socket, both ways, where the device says it takes that', async () => {
    const { token, request } = await pair()
    const [plain, packing] = [await connect({ token }), await connect({ token, gzip: true })]
    const { reply } = (await plain.emitWithAck('exchange', request)) as { reply: { events: unknown[] } }
    expect(reply.events.length).toBeGreaterThan(50)
    const answer = (await packing.emitWithAck('exchange', packed(request))) as { packed: Buffer }
    const text = gunzipSync(answer.packed).toString()
    expect(JSON.parse(text)).toMatchObject({ events: reply.events })
    expect(answer.packed.length).toBeLessThan(text.length / 3)
  })

  it('[WIRE1] over HTTP, both ways; who takes no gzip gets none', async () => {
    const { token, request } = await pair()
    const ask = (encoding: string): Promise<Response> =>
      fetch(`${cafe.origin}/api/sync`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-encoding': 'gzip',
          'accept-encoding': encoding,
        },
        body: new Uint8Array(packed(request)),
      })
    const [zipped, plain] = [await ask('gzip'), await ask('identity')]
    expect([zipped.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
      'gzip',
      null,
    ])
    const { events } = (await plain.json()) as { events: unknown[] }
    expect(await zipped.json()).toMatchObject({ events })
  })

  it('[WIRE4] and what would unpack without end, or is not packed at all, is refused', async () => {
    const { token, request } = await pair()
    // A request like any other, and white space without end.
    const bomb = gzipSync(JSON.stringify(request) + ' '.repeat(64 * 1024 * 1024))
    const socket = await connect({ token, gzip: true })
    for (const frame of [bomb, Buffer.from('not gzip')]) {
      expect(await socket.emitWithAck('exchange', frame)).toEqual({ ok: false, code: 'bad_request' })
    }
    const post = (body: Buffer): Promise<Response> =>
      fetch(`${cafe.origin}/api/sync`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-encoding': 'gzip',
        },
        body: new Uint8Array(body),
      })
    expect((await post(bomb)).status).toBe(413)
    expect((await post(Buffer.from('not gzip'))).status).toBe(400)
    expect(await socket.emitWithAck('exchange', request)).toMatchObject({ ok: true })
  })
})

describe('a device that reads slowly', () => {
  it('[WIRE2] is told no more than it can hold, then to look; the others hear everything meanwhile', async () => {
    const [slow, quick] = [
      await connect({ token: (await pair()).token }),
      await connect({ token: (await pair()).token }),
    ]
    const heard = { slow: 0, quick: 0, looks: 0 }
    slow.on('events', () => (heard.slow += 1))
    slow.on('look', () => (heard.looks += 1))
    quick.on('events', () => (heard.quick += 1))
    const tcp = tcpOf(slow)
    tcp.pause()
    const note = `{"note":"${'x'.repeat(30_000)}"}`
    const events = chain('dev-far', [{ payload: note }])
    const told = 1_000
    for (let i = 0; i < told; i += 1) {
      cafe.server().hub.announce(events)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await vi.waitUntil(() => heard.quick === told, { timeout: 10_000, interval: 10 })
    tcp.resume()
    await vi.waitUntil(() => heard.looks === 1, { timeout: 10_000, interval: 10 })
    // What the kernel holds for a local connection, and what may wait.
    expect(heard.slow).toBeLessThan(told / 2)
  })

  it('[WIRE2] a great many events at once are looked for, not told', async () => {
    const socket = await connect({ token: (await pair()).token })
    const words: string[] = []
    socket.onAny((word: string) => words.push(word))
    cafe.server().hub.announce(chain('dev-far', Array(200).fill({})))
    cafe.server().hub.announce(chain('dev-far', [{}]))
    await vi.waitUntil(() => words.includes('events'), { timeout: 5_000, interval: 10 })
    expect(words).toEqual(['look', 'events'])
  })

  it('[WIRE2] that asks again and again without waiting is told to wait', async () => {
    const { token, request } = await pair()
    const socket = await connect({ token })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => socket.emitWithAck('exchange', request)),
    )
    const codes = (answers as { ok: boolean; code?: string }[]).map(({ ok, code }) => (ok ? 'ok' : code))
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThanOrEqual(4)
    expect(new Set(codes)).toEqual(new Set(['ok', 'too_many_tries']))
  })
})

/** The connection below a socket, to stop reading from it as a frozen tablet does. */
function tcpOf(socket: Socket): { pause(): void; resume(): void } {
  const { ws } = socket.io.engine.transport as unknown as { readonly ws: object }
  return Reflect.get(ws, '_socket') as ReturnType<typeof tcpOf>
}
