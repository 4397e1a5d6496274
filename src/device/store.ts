import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Person } from '#auth/login.ts'
import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { createSyncClient } from '#sync/client.ts'
import { addSample, bestOffsetMs, sampleClock, type ClockSample } from '#sync/clock-offset.ts'
import type { ExchangeReply, Place } from '#sync/protocol.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import type { Identity } from './identity.ts'
import { startSyncDriver, type SyncDriver } from './sync/driver.ts'

/** This device's copy of its store, with the line to its server. */
export interface DeviceStore {
  readonly identity: Identity
  readonly replica: Replica
  readonly sync: SyncDriver
  /** Corrected time in milliseconds since 1970. */
  now(): number
  /** True when the server holds another past of this device: it was copied, or restored from an old copy. */
  forked(): boolean
  /** Up to which of its own events each place has acknowledged; null: no such place has answered yet. */
  acknowledged(): Readonly<Record<Place, number | null>>
  run(person: Person, commandId: string, command: Command): ReturnType<typeof runCommand>
}

export interface StoreListeners {
  readonly onEvents: (events: readonly Envelope[]) => void
  readonly onStatus: () => void
}

export async function openDeviceStore(
  database: Database,
  identity: Identity,
  origin: string,
  { onEvents, onStatus }: StoreListeners,
): Promise<DeviceStore> {
  const { store, dev, token } = identity
  const acknowledged = await readAcknowledged(database, store)
  // Written down too, for the next start; a full disk only delays that.
  const written = { ...acknowledged }
  let samples: readonly ClockSample[] = []
  let forked = false
  const offset = (): number => bestOffsetMs(samples)
  const replica = createReplica({
    store,
    dev,
    database,
    clock: { wall: () => Date.now(), offset },
    recordAuthor: identity.server,
  })

  async function onReply(reply: ExchangeReply, sentAt: number, receivedAt: number): Promise<void> {
    samples = addSample(samples, sampleClock(sentAt, receivedAt, reply.now))
    const reached = reply.heads[dev]?.[0] ?? 0
    acknowledged[reply.place] = reached
    forked = reply.forks.includes(dev)
    onStatus()
    if (written[reply.place] === reached) return
    await writeLocal(database.db, store, `acknowledged:${reply.place}`, String(reached))
    written[reply.place] = reached
  }

  const client = createSyncClient({ replica, now: () => Date.now(), onReply, onEvents })
  const sync = startSyncDriver({ origin, token, client, onLink: onStatus })
  const now = (): number => Date.now() + offset()
  return {
    identity,
    replica,
    sync,
    now,
    forked: () => forked,
    acknowledged: () => acknowledged,
    async run(person, commandId, command) {
      const result = await runCommand(replica, { id: commandId, actor: person, command, now: now() })
      if (result.ok) {
        onEvents(result.value)
        sync.committed(result.value)
      }
      return result
    },
  }
}

async function readAcknowledged(database: Database, store: string): Promise<Record<Place, number | null>> {
  const read = async (place: Place): Promise<number | null> => {
    const text = await readLocal(database.db, store, `acknowledged:${place}`)
    return text === null ? null : Number(text)
  }
  return { store: await read('store'), cloud: await read('cloud') }
}
