import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { Database } from '#database/open.ts'
import { createAppointment } from '#link/appointment.ts'
import { isWorthPacking } from '#link/packing.ts'
import type { Caller, Tokens } from '#server/auth/tokens.ts'
import { isPrivate } from '#server/tls/private-way.ts'
import type { SeenDevices } from '#server/devices/seen.ts'
import { isDiskFull } from '#server/http/errors.ts'
import { isActive } from '#server/http/guard.ts'
import type { Hub } from '#server/hub.ts'
import type { Stores } from '#server/stores/stores.ts'
import { requestSchema } from '#sync/protocol.ts'
import { createTurns } from './back-pressure.ts'
import { packText, unpackFrame } from './packing.ts'
import { createRooms, deviceRoom, storeRoom, type Rooms } from './rooms.ts'

/** A line that died without a word is noticed on both sides within the sum of these. [SYNC22] */
const PING_EVERY_MS = 3_000
const PONG_WITHIN_MS = 3_000
const FRAME_BYTES_MAX = 4 * 1024 * 1024

type DeviceCaller = Extract<Caller, { kind: 'device' }>

/** An exchange over a socket answers with the reply or with a code, never with nothing. */
export type SocketAnswer =
  | { readonly ok: true; readonly reply: unknown }
  /** The reply as JSON, gzipped, for who said it takes that. */
  | { readonly ok: true; readonly packed: Buffer }
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
    pingInterval: PING_EVERY_MS,
    pingTimeout: PONG_WITHIN_MS,
    serveClient: false,
    transports: ['websocket'],
    allowRequest: (request, answer) => answer(null, !privateOnly || isPrivate(request)),
  })
  io.use((socket, next) => {
    callerOf(socket.handshake.auth, stores, tokens, database).then(
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
  readonly gzip: boolean
  readonly hub: Hub
}

async function callerOf(
  { token, gzip }: { readonly [key: string]: unknown },
  stores: Stores,
  tokens: Tokens,
  database: Database,
): Promise<SocketCaller | null> {
  const caller = typeof token === 'string' ? await tokens.verify(token) : null
  if (caller?.kind !== 'device' || !(await isActive(database, caller))) return null
  const hub = await stores.of(caller.store)
  return hub === null ? null : { caller, hub, gzip: gzip === true }
}

function serve(socket: Socket, parts: Pick<Parts, 'database' | 'seen'>): void {
  const asking = socket.data as SocketCaller
  const { caller } = asking
  const turns = createTurns()
  void socket.join([storeRoom(caller.store), deviceRoom(caller.store, caller.dev)])
  socket.on('exchange', (raw: unknown, answer: unknown) => {
    if (typeof answer !== 'function') return
    const respond = answer as (body: SocketAnswer) => void
    const answering = turns.take(() => answerSocket(raw, asking, parts))
    if (answering === null) return respond({ ok: false, code: 'too_many_tries' })
    // Nothing was acknowledged when it fails; the device keeps its events and asks again.
    return answering.then(respond, (error: unknown) => {
      const full = error instanceof Error && 'code' in error && isDiskFull(String(error.code))
      respond({ ok: false, code: full ? 'storage_full' : 'server_failed' })
    })
  })
}

async function answerSocket(
  raw: unknown,
  { caller, hub, gzip }: SocketCaller,
  { database, seen }: Pick<Parts, 'database' | 'seen'>,
): Promise<SocketAnswer> {
  if (!(await isActive(database, caller))) return { ok: false, code: 'not_signed_in' }
  const frame = raw instanceof Uint8Array ? await unpackFrame(raw, FRAME_BYTES_MAX) : raw
  const parsed = requestSchema.safeParse(frame)
  if (!parsed.success) return { ok: false, code: 'bad_request' }
  if (parsed.data.store !== caller.store || parsed.data.dev !== caller.dev) {
    return { ok: false, code: 'store_mismatch' }
  }
  const answered = await hub.exchange(parsed.data)
  if (!answered.ok) return { ok: false, code: answered.error.code }
  const reply = answered.value
  seen.note(parsed.data, 'socket', Date.now())
  if (!gzip || !isWorthPacking(reply)) return { ok: true, reply }
  return { ok: true, packed: await packText(JSON.stringify(reply)) }
}
