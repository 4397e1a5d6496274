import type { Envelope } from '#domain/event/envelope.ts'
import type { Heads } from '#database/journal.ts'
import { readMissing } from '#database/pages.ts'
import {
  fromWire,
  PROTOCOL,
  toWire,
  type ExchangeReply,
  type ExchangeRequest,
  type LiveFrame,
} from './protocol.ts'
import type { Replica } from './replica.ts'

/** Carries one exchange to the server and back; rejects when no answer came. */
export interface Transport {
  exchange(request: ExchangeRequest): Promise<ExchangeReply>
}

export interface SyncClientPorts {
  readonly replica: Replica
  /** Raw milliseconds since 1970. */
  readonly now: () => number
  /** The server acknowledged: everything of ours up to its heads is flushed there. */
  readonly onReply: (reply: ExchangeReply, sentAt: number, receivedAt: number) => Promise<void>
  readonly onEvents: (events: readonly Envelope[]) => void
}

/** The asking side: what it knows of the server, and the steps that bring both to the same heads. */
export interface SyncClient {
  /** One round trip. Resolves to whether another is needed at once. */
  step(transport: Transport): Promise<boolean>
  /** Takes in a broadcast. Resolves to whether something before it is missing. */
  receive(frame: LiveFrame): Promise<boolean>
  /** The server as last heard, or null before its first answer. */
  serverHeads(): Heads | null
  /** After a broken line nothing is assumed: the next exchange begins with heads alone. */
  forget(): void
}

export function createSyncClient({ replica, now, onReply, onEvents }: SyncClientPorts): SyncClient {
  let server: Heads | null = null

  async function step(transport: Transport): Promise<boolean> {
    const ours = await replica.heads()
    const page =
      server === null
        ? { events: [], more: true }
        : await readMissing(replica.db, replica.store, ours, server)
    const sentAt = now()
    const request = {
      proto: PROTOCOL,
      store: replica.store,
      dev: replica.dev,
      heads: toWire(ours),
      events: page.events,
    }
    const reply = await transport.exchange(request).catch((error: unknown) => {
      server = null
      throw error
    })
    const receivedAt = now()
    const before = server
    server = fromWire(reply.heads)
    await onReply(reply, sentAt, receivedAt)
    const { accepted } = await replica.ingest(reply.events, receivedAt)
    if (accepted.length > 0) onEvents(accepted)
    const progress = accepted.length > 0 || before === null || movedOn(before, server)
    return progress && (reply.more || isBehind(server, await replica.heads()))
  }

  async function receive(frame: LiveFrame): Promise<boolean> {
    const { accepted, gaps } = await replica.ingest(frame.events, now())
    if (accepted.length > 0) onEvents(accepted)
    if (server !== null) {
      // The server had these before it broadcast them.
      const known = new Map(server)
      for (const event of accepted) known.set(event.dev, { seq: event.seq, hash: event.hash })
      server = known
    }
    return gaps.size > 0
  }

  return {
    step,
    receive,
    serverHeads: () => server,
    forget: () => {
      server = null
    },
  }
}

/** Back counts as well: a server restored from a backup says lower heads, or none, and is filled at once. */
function movedOn(before: Heads, after: Heads): boolean {
  for (const dev of [...before.keys(), ...after.keys()]) {
    if (before.get(dev)?.seq !== after.get(dev)?.seq) return true
  }
  return false
}

function isBehind(server: Heads, ours: Heads): boolean {
  for (const [dev, head] of ours) if (head.seq > (server.get(dev)?.seq ?? 0)) return true
  return false
}
