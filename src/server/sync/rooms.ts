import type { Server } from 'socket.io'
import type { Envelope } from '#domain/event/envelope.ts'
import type { WireHeads, LiveFrame, UpstreamFrame } from '#sync/protocol.ts'
import { createBackPressure, isTold } from './back-pressure.ts'

/** The sockets of this process's devices. No store's word ever reaches another's. */
export interface Rooms {
  /** Tells a store's devices of events, but for the one that brought them. */
  events(store: string, from: string | null, events: readonly Envelope[]): void
  upstream(store: string, heads: WireHeads): void
  /** The print queue changed: whoever shows it asks for it again. */
  printing(store: string): void
  /** Every device here compares its heads: something may have passed it by. */
  look(): void
  /** Devices that were just made inactive hear nothing more. */
  leaveInactive(store: string, devs: readonly string[]): void
  /** Whether a device of the store is here. */
  anybody(store: string): boolean
}

export function createRooms(io: Server, isActive: (store: string, dev: string) => Promise<boolean>): Rooms {
  const pressure = createBackPressure(io)
  return {
    events(store, from, events) {
      pressure.sift(storeRoom(store))
      const all = io.to(storeRoom(store)).except(pressure.slowRoom)
      const room = from === null ? all : all.except(deviceRoom(store, from))
      if (isTold(events)) room.emit('events', { events } satisfies LiveFrame)
      else room.emit('look')
    },
    upstream: (store, heads) =>
      void io.to(storeRoom(store)).emit('upstream', { heads } satisfies UpstreamFrame),
    printing: (store) => void io.to(storeRoom(store)).emit('printing'),
    look: () => void io.emit('look'),
    leaveInactive(store, devs) {
      for (const dev of devs) {
        isActive(store, dev).then(
          (active) => (active ? undefined : io.in(deviceRoom(store, dev)).disconnectSockets(true)),
          () => undefined,
        )
      }
    },
    anybody: (store) => (io.of('/').adapter.rooms.get(storeRoom(store))?.size ?? 0) > 0,
  }
}

export function storeRoom(store: string): string {
  return `store ${store}`
}

export function deviceRoom(store: string, dev: string): string {
  return `dev ${store} ${dev}`
}
