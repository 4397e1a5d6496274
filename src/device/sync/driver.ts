import { io, type Socket } from 'socket.io-client'
import type { Envelope } from '#domain/event/envelope.ts'
import type { SyncClient } from '#sync/client.ts'
import type { LiveFrame } from '#sync/protocol.ts'
import { BATCH_MS, isUrgent, POLL_MS, retryDelayMs } from '#sync/urgency.ts'
import { httpTransport, socketTransport } from './transports.ts'

export type Link = 'live' | 'polling' | 'offline'

/** Keeps this device and its server at the same heads, over whatever line there is. Nothing ever waits for it. */
export interface SyncDriver {
  /** Own events were just committed: up they go, at once or with the next batch. */
  committed(events: readonly Envelope[]): void
  link(): Link
  stop(): void
}

export interface SyncDriverOptions {
  readonly origin: string
  readonly token: string
  readonly client: SyncClient
  readonly onLink: (link: Link) => void
}

/** Even a live line is checked: heads are compared this often. */
const COMPARE_HEADS_MS = 60_000

export function startSyncDriver({ origin, token, client, onLink }: SyncDriverOptions): SyncDriver {
  const http = httpTransport(origin, token)
  const socket = connect(origin, token)
  const overSocket = socketTransport(socket)
  let link: Link = 'offline'
  let running = false
  let again = false
  let failures = 0
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let dueAt = Infinity

  function setLink(next: Link): void {
    if (link === next) return
    link = next
    onLink(next)
  }

  /** Runs no later than `delayMs` from now; an earlier appointment stands. */
  function runWithin(delayMs: number): void {
    const at = performance.now() + delayMs
    if (stopped || at >= dueAt) return
    if (timer !== null) clearTimeout(timer)
    dueAt = at
    timer = setTimeout(run, delayMs)
  }

  function run(): void {
    dueAt = Infinity
    if (running) {
      again = true
      return
    }
    running = true
    exchangeAll()
      .then(succeeded, failed)
      .finally(() => {
        running = false
        if (again) {
          again = false
          run()
        }
      })
  }

  async function exchangeAll(): Promise<void> {
    while (!stopped && (await client.step(socket.connected ? overSocket : http)));
  }

  function succeeded(): void {
    failures = 0
    setLink(socket.connected ? 'live' : 'polling')
    runWithin(socket.connected ? COMPARE_HEADS_MS : POLL_MS)
  }

  function failed(): void {
    client.forget()
    if (!socket.connected) setLink('offline')
    runWithin(retryDelayMs(failures, Math.random()))
    failures += 1
  }

  socket.on('connect', () => {
    client.forget()
    failures = 0
    run()
  })
  socket.on('disconnect', () => {
    setLink('offline')
    runWithin(0)
  })
  socket.on('events', (frame: LiveFrame) => {
    client.receive(frame).then(
      (gap) => {
        if (gap) run()
      },
      () => runWithin(retryDelayMs(0, Math.random())),
    )
  })
  run()

  return {
    committed: (events) => {
      if (events.length === 0) return
      if (isUrgent(events)) run()
      else runWithin(BATCH_MS)
    },
    link: () => link,
    stop: () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      socket.disconnect()
    },
  }
}

function connect(origin: string, token: string): Socket {
  return io(origin, {
    auth: { token },
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 3_000,
    randomizationFactor: 0.5,
    timeout: 5_000,
  })
}
