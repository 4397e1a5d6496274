import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Db } from '#database/schema.ts'
import type { Caller, Tokens } from '#server/auth/tokens.ts'
import { isDiskFull } from '#server/http/errors.ts'
import { isActive } from '#server/http/guard.ts'
import type { Hub } from '#server/hub.ts'
import { requestSchema, type LiveFrame } from '#sync/protocol.ts'

const FRAME_BYTES_MAX = 4 * 1024 * 1024

type DeviceCaller = Extract<Caller, { kind: 'device' }>

/** An exchange over a socket answers with the reply or with a code, never with nothing. */
export type SocketAnswer =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly code: string }

/** The live line: exchanges with less delay, and every event told to the store's other devices as it arrives. */
export function openSockets(http: HttpServer, hub: Hub, tokens: Tokens, db: Db): Server {
  const io = new Server(http, {
    maxHttpBufferSize: FRAME_BYTES_MAX,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    serveClient: false,
    transports: ['websocket'],
  })
  io.use((socket, next) => {
    deviceOf(socket.handshake.auth['token'], hub, tokens, db).then(
      (caller) => {
        if (caller === null) return next(new Error('not_signed_in'))
        socket.data = caller
        return next()
      },
      () => next(new Error('server_failed')),
    )
  })
  io.on('connection', (socket: Socket) => serve(socket, hub, db))
  hub.onLive((events) => {
    for (const { entType, entId } of events) if (entType === 'device') dropIfLeft(io, hub, db, entId)
  })
  hub.onArrival((events, from) => {
    const frame: LiveFrame = { events }
    const room = io.to(`store ${hub.replica.store}`)
    ;(from === null ? room : room.except(`dev ${from}`)).emit('events', frame)
  })
  return io
}

async function deviceOf(token: unknown, hub: Hub, tokens: Tokens, db: Db): Promise<DeviceCaller | null> {
  const caller = typeof token === 'string' ? await tokens.verify(token) : null
  if (caller?.kind !== 'device' || caller.store !== hub.replica.store) return null
  return (await isActive(db, caller)) ? caller : null
}

/** A device that was just made inactive hears nothing more. */
function dropIfLeft(io: Server, hub: Hub, db: Db, dev: string): void {
  isActive(db, { kind: 'device', store: hub.replica.store, dev }).then(
    (active) => (active ? undefined : io.in(`dev ${dev}`).disconnectSockets(true)),
    () => undefined,
  )
}

function serve(socket: Socket, hub: Hub, db: Db): void {
  const caller = socket.data as DeviceCaller
  void socket.join([`store ${caller.store}`, `dev ${caller.dev}`])
  socket.on('exchange', (raw: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return
    const respond = answer as (body: SocketAnswer) => void
    // Nothing was acknowledged when it fails; the device keeps its events and asks again.
    answerSocket(raw, caller, hub, db).then(respond, (error: unknown) => {
      const full = error instanceof Error && 'code' in error && isDiskFull(String(error.code))
      respond({ ok: false, code: full ? 'storage_full' : 'server_failed' })
    })
  })
}

async function answerSocket(raw: unknown, caller: DeviceCaller, hub: Hub, db: Db): Promise<SocketAnswer> {
  if (!(await isActive(db, caller))) return { ok: false, code: 'not_signed_in' }
  const parsed = requestSchema.safeParse(raw)
  if (!parsed.success) return { ok: false, code: 'bad_request' }
  if (parsed.data.store !== caller.store || parsed.data.dev !== caller.dev) {
    return { ok: false, code: 'store_mismatch' }
  }
  const answered = await hub.exchange(parsed.data)
  return answered.ok ? { ok: true, reply: answered.value } : { ok: false, code: answered.error.code }
}
