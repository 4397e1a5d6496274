import type { Server, Socket } from 'socket.io'
import type { Envelope } from '#domain/event/envelope.ts'

/** More than this in one broadcast is not told but looked for: each asks for it in pages, at its own pace. */
const LIVE_CHARS_MAX = 32 * 1024
/** As many broadcasts may wait for a device that reads slowly. With the above, a mebibyte. */
const WAITING_MAX = 32
/** As many exchanges of one device are answered at once: its own, and those it gave up waiting for. */
const EXCHANGES_MAX = 4

const ENVELOPE_CHARS = 420
const SLOW_ROOM = 'slow'

/** Keeps a slow device from being buried, and this server's memory from what it does not read. [WIRE2] */
export interface BackPressure {
  /** The room of devices that have enough to read. Whoever is in it is told to look once it has read. */
  readonly slowRoom: string
  /** Puts those of a room that are behind into the slow room. */
  sift(room: string): void
}

export function createBackPressure(io: Server): BackPressure {
  /** Broadcasts since the last time everything for a device was handed to its line. */
  const waiting = new WeakMap<Socket, number>()

  io.on('connection', (socket) => {
    socket.conn.on('drain', () => {
      waiting.set(socket, 0)
      if (!socket.rooms.has(SLOW_ROOM)) return
      void socket.leave(SLOW_ROOM)
      // What was told meanwhile is told no more: it compares its heads when it comes to this word.
      socket.emit('look')
    })
  })

  return {
    slowRoom: SLOW_ROOM,
    sift(room) {
      for (const id of io.of('/').adapter.rooms.get(room) ?? []) {
        const socket = io.of('/').sockets.get(id)
        if (socket === undefined || socket.rooms.has(SLOW_ROOM)) continue
        const count = waiting.get(socket) ?? 0
        waiting.set(socket, count + 1)
        if (count >= WAITING_MAX) void socket.join(SLOW_ROOM)
      }
    },
  }
}

/** Whether events are few enough to be told unasked. */
export function isTold(events: readonly Envelope[]): boolean {
  let chars = 0
  for (const { payload } of events) chars += payload.length + ENVELOPE_CHARS
  return chars <= LIVE_CHARS_MAX
}

/** Counts the exchanges of one device that are being answered. */
export interface Turns {
  /** Null: too many at once; what this one asks, the next will. */
  take<T>(work: () => Promise<T>): Promise<T> | null
}

export function createTurns(): Turns {
  let open = 0
  return {
    take(work) {
      if (open >= EXCHANGES_MAX) return null
      open += 1
      return work().finally(() => {
        open -= 1
      })
    },
  }
}
