import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Person } from '#auth/login.ts'
import type { Database } from '#database/open.ts'
import { catchUp } from '#sync/catch-up.ts'
import { createSyncClient } from '#sync/client.ts'
import { addSample, bestOffsetMs, sampleClock, type ClockSample } from '#sync/clock-offset.ts'
import type { ExchangeReply, Place } from '#sync/protocol.ts'
import { createReplica, type Replica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { openAcknowledged, type Acknowledged } from './acknowledged.ts'
import type { Identity } from './identity.ts'
import { createKitchenDesk, type KitchenDesk, type KitchenDeskOptions } from './kitchen/desk.ts'
import { startOwnChecks } from './own-checks.ts'
import { startSyncDriver, type SyncDriver } from '#link/driver.ts'

/** This device's copy of its store, with the line to its server. */
export interface DeviceStore {
  readonly identity: Identity
  readonly replica: Replica
  readonly sync: SyncDriver
  readonly kitchen: KitchenDesk
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
  readonly onKitchen: KitchenDeskOptions['onChange']
  readonly onKitchenLost: KitchenDeskOptions['onLost']
}

export async function openDeviceStore(
  database: Database,
  identity: Identity,
  origin: string,
  { onEvents, onStatus, onKitchen, onKitchenLost }: StoreListeners,
): Promise<DeviceStore> {
  const { store, dev, token } = identity
  await catchUp(database, store, identity.server)
  const acknowledged = await openAcknowledged(database, store)
  let samples: readonly ClockSample[] = []
  let forked = false
  const offset = (): number => bestOffsetMs(samples)
  const replica = createReplica({
    store,
    dev,
    database,
    clock: { wall: () => Date.now(), offset },
    recordAuthor: identity.server,
    onFolded: (entities) => kitchen.folded(entities),
  })
  const now = (): number => Date.now() + offset()
  const kitchen = createKitchenDesk({
    replica,
    now,
    onChange: onKitchen,
    onLost: onKitchenLost,
  })

  const checks = startOwnChecks({
    replica,
    database,
    recordAuthor: identity.server,
    now,
    onFolded: (entities) => kitchen.folded(entities),
  })

  async function onReply(reply: ExchangeReply, sentAt: number, receivedAt: number): Promise<void> {
    samples = addSample(samples, sampleClock(sentAt, receivedAt, reply.now))
    hearReply(acknowledged, dev, reply)
    forked = reply.forks.includes(dev)
    onStatus()
    checks.heard(reply)
  }

  const client = createSyncClient({
    replica,
    now: () => Date.now(),
    onReply,
    onEvents,
    onArrival: (events) => kitchen.arriving(events),
    digests: (heads) => checks.digests(heads),
  })
  const sync = startSyncDriver({
    origin,
    token,
    client,
    onLink: onStatus,
    onUpstream: ({ heads }) => {
      acknowledged.heard('cloud', heads[dev]?.[0] ?? 0)
      onStatus()
    },
  })
  return {
    identity,
    replica,
    sync,
    kitchen,
    now,
    forked: () => forked,
    acknowledged: () => acknowledged.reached(),
    async run(person, commandId, command) {
      const result = await runCommand(replica, { id: commandId, actor: person, command, now: now() })
      if (result.ok) {
        // First on its way, in this very turn: a kitchen waits for it, and what screens ask next takes its time.
        sync.committed(result.value)
        onEvents(result.value)
      }
      return result
    },
  }
}

/** A reply says how far its place has this device's events, and a hub's, how far the cloud above it. */
function hearReply(acknowledged: Acknowledged, dev: string, { place, heads, upstream }: ExchangeReply): void {
  acknowledged.heard(place, heads[dev]?.[0] ?? 0)
  if (upstream !== undefined) acknowledged.heard('cloud', upstream[dev]?.[0] ?? 0)
}
