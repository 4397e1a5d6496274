import { io, type Socket } from 'socket.io-client'
import type { Envelope } from '#domain/event/envelope.ts'
import type { SyncClient, Transport } from '#sync/client.ts'
import { upstreamSchema, type LiveFrame, type UpstreamFrame } from '#sync/protocol.ts'
import { BATCH_MS, isUrgent, POLL_MS, retryDelayMs } from '#sync/urgency.ts'
import { createAppointment } from './appointment.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { canPack } from './packing.ts'
import { ExchangeRefused, httpTransport, socketTransport } from './transports.ts'

export type Link = 'live' | 'polling' | 'offline'

/** Keeps this replica and its server at the same heads, over whatever line there is. Nothing ever waits for it. */
export interface SyncDriver {
  /** Own events were just committed: up they go, at once or with the next batch. */
  committed(events: readonly Envelope[]): void
  /** Events that came from elsewhere: up they go this soon. After a failure, no sooner than its next try. */
  soon(delayMs: number): void
  link(): Link
  /** True while the server says it does not know this device: it was revoked, or the server is a new one. */
  unknownToServer(): boolean
  stop(): void
}

export interface SyncDriverOptions {
  readonly origin: string
  readonly token: string
  readonly client: SyncClient
  readonly onLink: (link: Link) => void
  /** The server says how far the place above it has come. */
  readonly onUpstream?: (frame: UpstreamFrame) => void
  /** The server says that its print queue changed. */
  readonly onPrinting?: () => void
}

/** Even a live line is checked: heads are compared this often. */
const COMPARE_HEADS_MS = 60_000
const LOOK_WITHIN_MS = 1_000
const USUAL_ANSWER_MS = 1_000

export function startSyncDriver(options: SyncDriverOptions): SyncDriver {
  const { origin, token, client, onLink } = options
  const socket = connect(origin, token)
  const overSocket = socketTransport(socket)
  const overHttp = untilSocket(socket, httpTransport(origin, token))
  const stopping = new AbortController()
  const next = createAppointment(() => run())
  /** Its own: what is brought meanwhile must not put it off. [WIRE5] */
  const compare = createAppointment(() => {
    client.compare()
    run()
  })
  const state = createLinkState(onLink)
  let failures = 0
  let unknown = false

  const run = oneAtATime(async () => {
    try {
      while (!stopping.signal.aborted && (await client.step(socket.connected ? overSocket : overHttp)));
      failures = 0
      unknown = false
      state.set(socket.connected ? 'live' : 'polling')
      if (stopping.signal.aborted) return
      if (socket.connected) compare.within(COMPARE_HEADS_MS)
      else next.within(POLL_MS)
    } catch (error) {
      // No answer, or no as the answer: everything is kept here, and asked again.
      const refused = error instanceof ExchangeRefused && error.code === 'not_signed_in'
      if (refused !== unknown) {
        unknown = refused
        onLink(state.link())
      }
      if (!socket.connected) state.set('offline')
      if (!stopping.signal.aborted) next.within(refused ? POLL_MS : retryDelayMs(failures, Math.random()))
      failures += 1
    }
  })

  const reconnect = createAppointment(() => socket.connect())
  for (const one of [next, compare, reconnect]) stopping.signal.addEventListener('abort', one.cancel)
  listen(socket, options, {
    run,
    look: () => compare.within(Math.random() * LOOK_WITHIN_MS),
    onLost() {
      state.set('offline')
      if (!stopping.signal.aborted) next.within(0)
    },
  })
  const again = (): void => {
    if (!socket.active && !stopping.signal.aborted) reconnect.within(POLL_MS)
  }
  // A refused handshake, or a goodbye from the server, is final to the library; not to us.
  socket.on('connect_error', again)
  socket.on('disconnect', again)
  run()

  return {
    committed(events) {
      if (events.length > 0) client.committed(events)
      if (isUrgent(events)) run()
      else if (events.length > 0) next.within(BATCH_MS)
    },
    soon: (delayMs) => {
      if (failures === 0) next.within(delayMs)
    },
    link: state.link,
    unknownToServer: () => unknown,
    stop: () => {
      stopping.abort()
      socket.disconnect()
    },
  }
}

/**
 * A request may hang on a line that died without a word. Once the socket is back, it is not waited for any longer than
 * an answer usually takes: the exchange begins again over the socket, and an answer that still comes is no loss. [SYNC22]
 */
function untilSocket(socket: Socket, http: Transport): Transport {
  return {
    async exchange(request) {
      const sentAt = performance.now()
      let hanging: ReturnType<typeof setTimeout> | undefined
      let back = (): void => {}
      const givenUp = new Promise<never>((_resolve, reject) => {
        back = () => {
          const left = Math.max(0, sentAt + USUAL_ANSWER_MS - performance.now())
          hanging = setTimeout(() => reject(new Error('the socket is back')), left)
        }
      })
      socket.once('connect', back)
      try {
        return await Promise.race([http.exchange(request), givenUp])
      } finally {
        socket.off('connect', back)
        if (hanging !== undefined) clearTimeout(hanging)
      }
    },
  }
}

function createLinkState(onLink: (link: Link) => void) {
  let link: Link = 'offline'
  return {
    link: () => link,
    set(now: Link): void {
      if (link === now) return
      link = now
      onLink(now)
    },
  }
}

interface Heard {
  readonly run: () => void
  /** Something may have passed this device by; not all devices of a cloud at once. */
  readonly look: () => void
  readonly onLost: () => void
}

function listen(
  socket: Socket,
  { client, onUpstream, onPrinting }: SyncDriverOptions,
  { run, look, onLost }: Heard,
): void {
  socket.on('upstream', (frame: unknown) => {
    const read = upstreamSchema.safeParse(frame)
    if (read.success) onUpstream?.(read.data)
  })
  socket.on('printing', () => onPrinting?.())
  socket.on('look', look)
  socket.on('connect', () => {
    client.forget()
    run()
  })
  socket.on('disconnect', onLost)
  socket.on('events', (frame: LiveFrame) => {
    // A frame that could not be taken in is not lost: the next exchange brings it again.
    client.receive(frame).then((gap) => (gap ? run() : undefined), run)
  })
}

function connect(origin: string, token: string): Socket {
  return io(origin, {
    auth: { token, gzip: canPack() },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.5,
    timeout: 4_000,
  })
}
