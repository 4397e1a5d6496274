import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Database } from '#database/open.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Caller, Tokens } from '#server/auth/tokens.ts'
import { isPrivate } from '#server/tls/private-way.ts'
import type { SeenDevices } from '#server/devices/seen.ts'
import { isDiskFull } from '#server/http/errors.ts'
import { isActive } from '#server/http/guard.ts'
import type { Hub } from '#server/hub.ts'
import type { Stores } from '#server/stores/stores.ts'
import { requestSchema } from '#sync/protocol.ts'
import { createRooms, deviceRoom, storeRoom, type Rooms } from './rooms.ts'

const FRAME_BYTES_MAX = 4 * 1024 * 1024

type DeviceCaller = Extract<Caller, { kind: 'device' }>

/** An exchange over a socket answers with the reply or with a code, never with nothing. */
export type SocketAnswer =
  | { readonly ok: true; readonly reply: unknown }
  | { readonly ok: false; readonly code: string }

/** Between two words to the devices about how far the cloud is: nobody waits for them. */
const UPSTREAM_NEWS_MS = 500

export interface Sockets {
  readonly rooms: Rooms
  close(): Promise<void>
}

interface Parts {
  readonly stores: Stores
  readonly tokens: Tokens
  readonly database: Database
  readonly seen: SeenDevices
}

/**
 * The live line: exchanges with less delay, and every event told to the store's other devices as it arrives.
 * `privateOnly`: plain HTTP from another device is refused. [HTTPS1]
 */
export function openSockets(
  http: HttpServer,
  { stores, tokens, database, seen }: Parts,
  privateOnly = false,
): Sockets {
  const io = new Server(http, {
    maxHttpBufferSize: FRAME_BYTES_MAX,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    serveClient: false,
    transports: ['websocket'],
    allowRequest: (request, answer) => answer(null, !privateOnly || isPrivate(request)),
  })
  io.use((socket, next) => {
    callerOf(socket.handshake.auth['token'], stores, tokens, database).then(
      (found) => {
        if (found === null) return next(new Error('not_signed_in'))
        socket.data = found
        return next()
      },
      () => next(new Error('server_failed')),
    )
  })
  io.on('connection', (socket: Socket) => serve(socket, { database, seen }))
  const rooms = createRooms(io, (store, dev) => isActive(database, { kind: 'device', store, dev }))
  stores.onOpened((hub) => tellStore(rooms, hub))
  return { rooms, close: () => io.close() }
}

/** What one store's devices are told; no other store's socket is ever in these rooms. */
function tellStore(rooms: Rooms, hub: Hub): void {
  const { store } = hub.replica
  hub.onLive((events) => {
    const devices = events.filter(({ entType }) => entType === 'device')
    rooms.leaveInactive(
      store,
      devices.map(({ entId }) => entId),
    )
  })
  hub.onArrival((events, from) => rooms.events(store, from, events))
  const telling = createAppointment(() => {
    const heads = hub.upstream()
    if (heads !== null) rooms.upstream(store, heads)
  })
  hub.onUpstream(() => telling.within(UPSTREAM_NEWS_MS))
}

interface SocketCaller {
  readonly caller: DeviceCaller
  readonly hub: Hub
}

async function callerOf(
  token: unknown,
  stores: Stores,
  tokens: Tokens,
  database: Database,
): Promise<SocketCaller | null> {
  const caller = typeof token === 'string' ? await tokens.verify(token) : null
  if (caller?.kind !== 'device' || !(await isActive(database, caller))) return null
  const hub = await stores.of(caller.store)
  return hub === null ? null : { caller, hub }
}

function serve(socket: Socket, parts: Pick<Parts, 'database' | 'seen'>): void {
  const { caller, hub } = socket.data as SocketCaller
  void socket.join([storeRoom(caller.store), deviceRoom(caller.store, caller.dev)])
  socket.on('exchange', (raw: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return
    const respond = answer as (body: SocketAnswer) => void
    // Nothing was acknowledged when it fails; the device keeps its events and asks again.
    answerSocket(raw, caller, hub, parts).then(respond, (error: unknown) => {
      const full = error instanceof Error && 'code' in error && isDiskFull(String(error.code))
      respond({ ok: false, code: full ? 'storage_full' : 'server_failed' })
    })
  })
}

async function answerSocket(
  raw: unknown,
  caller: DeviceCaller,
  hub: Hub,
  { database, seen }: Pick<Parts, 'database' | 'seen'>,
): Promise<SocketAnswer> {
  if (!(await isActive(database, caller))) return { ok: false, code: 'not_signed_in' }
  const parsed = requestSchema.safeParse(raw)
  if (!parsed.success) return { ok: false, code: 'bad_request' }
  if (parsed.data.store !== caller.store || parsed.data.dev !== caller.dev) {
    return { ok: false, code: 'store_mismatch' }
  }
  const answered = await hub.exchange(parsed.data)
  if (!answered.ok) return { ok: false, code: answered.error.code }
  seen.note(parsed.data, 'socket', Date.now())
  return { ok: true, reply: answered.value }
}
