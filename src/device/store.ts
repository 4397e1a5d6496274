import type { Command } from '#domain/command/command.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Approval } from '#domain/staff/approval.ts'
import type { Person } from '#auth/login.ts'
import type { Database } from '#database/open.ts'
import { catchUp } from '#sync/catch-up.ts'
import { createSyncClient, type SyncClientPorts } from '#sync/client.ts'
import { addSample, bestOffsetMs, sampleClock, type ClockSample } from '#sync/clock-offset.ts'
import { openDeviceKeys, type DeviceKeys } from '#sync/device-keys.ts'
import { openHistory, type History } from '#sync/history/history.ts'
import type { ExchangeReply, ExchangeRequest, Place, UpstreamFrame, WireAbout } from '#sync/protocol.ts'
import { createReplica, type Replica, type ReplicaOptions } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { countLeftBehind, openAcknowledged, type Acknowledged } from './acknowledged.ts'
import type { Identity } from './identity.ts'
import { createKitchenDesk, type KitchenDesk, type KitchenDeskOptions } from './kitchen/desk.ts'
import { startOwnChecks } from './own-checks.ts'
import { createOwnLog } from './own-log.ts'
import type { PrintDesk } from './printing/desk.ts'
import { startLine } from './printing/line.ts'
import { openOwnQueue, type OwnQueue, type OwnQueueOptions } from './printing/own-queue.ts'
import type { ByteLine } from '#spool/byte-line.ts'
import { startPruning, type Pruning, type PruningOptions } from './pruning.ts'
import { createRenewer } from './renew.ts'
import { isNearlyFull } from './room.ts'
import { createWebKeys } from './web-keys.ts'
import type { SyncDriver } from '#link/driver.ts'

/** This device's copy of its store, with the line to its server. */
export interface DeviceStore {
  readonly identity: Identity
  /** The server's address. */
  readonly origin: string
  readonly replica: Replica
  readonly sync: SyncDriver
  readonly kitchen: KitchenDesk
  readonly printing: PrintDesk
  /** What this device holds of the time before it was there. */
  readonly history: History
  /** Corrected time in milliseconds since 1970. */
  now(): number
  /** True when the server holds another past of this device: it was copied, or restored from an old copy. */
  forked(): boolean
  /** Up to which of its own events each place has acknowledged; null: no such place has answered yet. */
  acknowledged(): Readonly<Record<Place, number | null>>
  /** Nothing is done by itself any more. */
  stop(): void
  /** Own events that wait here for a store this device was in before. */
  readonly leftBehind: number
  /** `approval`: somebody's yes to this very command, where it was given. */
  run(person: Person, commandId: string, command: Command, approval?: Approval): ReturnType<typeof runCommand>
}

export interface StoreListeners {
  readonly onEvents: (events: readonly Envelope[]) => void
  readonly onStatus: () => void
  /** A part of the past came in: any screen may show it. */
  readonly onHistory?: () => void
  readonly onKitchen: KitchenDeskOptions['onChange']
  readonly onKitchenLost: KitchenDeskOptions['onLost']
  /** What is known of this device beside its clock, to be told to the server. */
  readonly about?: () => Omit<WireAbout, 'offset'>
  /** What is known of the print queue changed. */
  readonly onPrinting?: () => void
  /** The way to the printer that hangs on this device; absent: none can. */
  readonly openPrinter?: () => ByteLine
  /** Something went wrong that nobody waits for. */
  readonly onError?: (error: unknown) => void
  /** This device took on a new id: everything that knows the old one is to be opened anew. */
  readonly onRenewed: (identity: Identity) => void
}

export async function openDeviceStore(
  database: Database,
  identity: Identity,
  origin: string,
  listeners: StoreListeners,
): Promise<DeviceStore> {
  const { store, dev, token } = identity
  const { onEvents, onStatus, onKitchen, onKitchenLost, onRenewed, about } = listeners
  await catchUp(database, store, identity.server)
  const acknowledged = await openAcknowledged(database, store, dev)
  const { offset, now, sample } = correctedClock()
  let forked = false
  const onFolded: ReplicaOptions['onFolded'] = (entities) => kitchen.folded(entities)
  const own = await ownQueueOf({ db: database.db, store, dev, now }, listeners, () => printing.look())
  const { replica, keys } = await replicaOf(database, identity, { offset, onFolded, onAppend: own.queue })
  const kitchen = createKitchenDesk({ replica, now, onChange: onKitchen, onLost: onKitchenLost })
  const checks = startOwnChecks({ replica, database, recordAuthor: identity.server, now, onFolded })
  const onReply: SyncClientPorts['onReply'] = async (reply, sentAt, receivedAt, asked) => {
    sample(sentAt, receivedAt, reply.now)
    forked = reply.forks.includes(dev)
    if (!forked) hearReply(acknowledged, dev, reply, asked)
    onStatus()
    checks.heard(reply)
    // A short reply speaks of one log; what may go from here depends on all.
    if (asked.short !== true) pruning.heard(reply)
  }

  const history = await openHistory(replica, now)
  const pruning = pruningOf({ database, store, history, now }, acknowledged, about)
  const client = createSyncClient({
    replica,
    history,
    onHistory: listeners.onHistory ?? (() => {}),
    now: () => Date.now(),
    onReply,
    onEvents(events) {
      own.kick()
      ownLog.check()
      onEvents(events)
    },
    onArrival: (events) => kitchen.arriving(events),
    digests: (heads) => checks.digests(heads),
    ...(about === undefined ? {} : { about: () => ({ ...about(), offset: offset() }) }),
    onOwnFork: createRenewer({ database, replica, identity, origin, keys, onRenewed }),
  })
  const ownLog = createOwnLog(() => client.behindItself())
  const onUpstream = ({ heads }: UpstreamFrame): void => {
    // Then what the cloud has of this log is a copy's, or still to be taken.
    if (forked || client.behindItself()) return
    acknowledged.heard('cloud', heads[dev]?.[0] ?? 0)
    onStatus()
  }
  const { sync, printing } = startLine({ origin, token, client, onUpstream }, own, listeners)
  const after = (events: readonly Envelope[]): void => {
    // First on its way, in this very turn: a kitchen waits for it, and what screens ask next takes its time.
    sync.committed(events)
    onEvents(events)
  }
  return {
    identity,
    origin,
    replica,
    sync,
    kitchen,
    printing,
    history,
    now,
    forked: () => forked,
    acknowledged: () => acknowledged.reached(),
    stop: () => [sync, pruning].forEach((one) => one.stop()),
    leftBehind: await countLeftBehind(database, store, dev),
    run: runnerOf(replica, now, { used: pruning.busy, before: () => ownLog.caughtUp(), after }),
  }
}

function ownQueueOf(
  given: Pick<OwnQueueOptions, 'db' | 'store' | 'dev' | 'now'>,
  { openPrinter = noPrinter, onError = () => {} }: StoreListeners,
  onChanged: () => void,
): Promise<OwnQueue> {
  return openOwnQueue({ ...given, openPrinter, onChanged, onError })
}

function noPrinter(): ByteLine {
  throw new Error('no printer hangs on this device')
}

/** This machine's clock and how far it is off, as far as the server's answers tell. */
function correctedClock() {
  let samples: readonly ClockSample[] = []
  const offset = (): number => bestOffsetMs(samples)
  return {
    offset,
    now: () => Date.now() + offset(),
    sample(sentAt: number, receivedAt: number, serverNow: number): void {
      samples = addSample(samples, sampleClock(sentAt, receivedAt, serverNow))
    },
  }
}

function pruningOf(
  own: Pick<PruningOptions, 'database' | 'store' | 'history' | 'now'>,
  acknowledged: Acknowledged,
  about: StoreListeners['about'],
): Pruning {
  return startPruning({
    ...own,
    isNearlyFull: () => isFull(about?.()),
    hasCloud: () => acknowledged.reached().cloud !== null,
  })
}

function isFull(room: Pick<WireAbout, 'used' | 'quota'> | undefined): boolean {
  return room !== undefined && isNearlyFull({ usedBytes: room.used, quotaBytes: room.quota })
}

async function replicaOf(
  database: Database,
  { store, dev, server }: Identity,
  given: { readonly offset: () => number } & Required<Pick<ReplicaOptions, 'onFolded' | 'onAppend'>>,
): Promise<{ readonly replica: Replica; readonly keys: DeviceKeys }> {
  const { offset, ...told } = given
  const keys = await openDeviceKeys(database, createWebKeys())
  const clock = { wall: () => Date.now(), offset }
  const options = { store, dev, database, clock, recordAuthor: server, ...told, signing: keys }
  return { replica: createReplica(options), keys }
}

interface Around {
  readonly used: () => void
  readonly before: () => Promise<void>
  readonly after: (events: readonly Envelope[]) => void
}

function runnerOf(replica: Replica, now: () => number, { used, before, after }: Around): DeviceStore['run'] {
  return async (person, commandId, command, approval) => {
    used()
    await before()
    const request = { id: commandId, actor: person, command, now: now(), approval: approval ?? null }
    const result = await runCommand(replica, request)
    if (result.ok) after(result.value)
    return result
  }
}

/** A reply says how far its place has this device's events, and a hub's, how far the cloud above it. */
function hearReply(
  acknowledged: Acknowledged,
  dev: string,
  { place, heads, upstream }: ExchangeReply,
  asked: ExchangeRequest,
): void {
  // What a place has beyond what was here is a copy's, or still to be taken.
  const here = asked.heads[dev]?.[0] ?? 0
  acknowledged.heard(place, Math.min(heads[dev]?.[0] ?? 0, here))
  if (upstream !== undefined) acknowledged.heard('cloud', Math.min(upstream[dev]?.[0] ?? 0, here))
}
