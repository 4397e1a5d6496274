import type { Envelope } from '#domain/event/envelope.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { act } from './act.ts'
import { answerQuery } from './answer-query.ts'
import { encryptNow, type DeviceDatabase } from './database.ts'
import { readDeviceId, readIdentity, writeIdentity, type Identity } from './identity.ts'
import { foundAndPair } from './found.ts'
import type { Actions, Ask, DeviceStatus, Failure } from './messages.ts'
import type { FromWorker } from './messages/traffic.ts'
import { noticesOf } from './notices.ts'
import { watchKeeping } from './keeping.ts'
import { askToPair } from './pair.ts'
import { refusalForPast } from './past.ts'
import { keepPictures } from './pictures.ts'
import { singleFlight } from './single-flight.ts'
import { refusalForRoom } from './room.ts'
import { createServerDesk } from './server-desk.ts'
import { isStorageFull } from './sqlite/opfs.ts'
import type { ByteLine } from '#spool/byte-line.ts'
import { createAppointment } from '#link/appointment.ts'
import { readStatus, STARTING } from './status.ts'
import { openDeviceStore, type DeviceStore, type StoreListeners } from './store.ts'
import { ALL_TOPICS, topicsOf } from './topics.ts'

/** Something every screen of this device should hear. */
export type Announcement = Exclude<FromWorker, { kind: 'answer' } | { kind: 'crash' } | { kind: 'line' }>

/** The device behind all its tabs: it answers what screens ask and announces what changes. */
export interface DeviceCore {
  ask(ask: Ask): Promise<unknown>
  keep(persisted: boolean | null): void
}

/** Counting what is safe must never stand between a tap and its line on the screen. */
const STATUS_DELAY_MS = 100
const HISTORY_DELAY_MS = 200

/** What the device stands on beside its database. */
export interface Surroundings {
  readonly origin: string
  /** The version of this program. */
  readonly app: string
  /** The way to the printer that hangs on this device. */
  readonly openPrinter: () => ByteLine
}

export async function openCore(
  opened: DeviceDatabase,
  { origin, ...around }: Surroundings,
  announce: (message: Announcement) => void,
): Promise<DeviceCore> {
  let held = opened
  let deviceId = await readDeviceId(held.database)
  const identity = await readIdentity(held.database)
  const keeping = watchKeeping(() => tellStatus(), reportError)
  const telling = createAppointment(() => {
    status().then((now) => announce({ kind: 'status', status: now }), reportError)
  })
  const tellStatus = (): void => telling.within(STATUS_DELAY_MS)
  const onRenewed = (as: Identity): void => void reopen(as).catch(reportError)
  const listeners = { onEvents, onStatus: tellStatus, onRenewed, ...listenersOf(announce, around, keeping) }
  const desk = createServerDesk(origin, () => Date.now())
  let store: DeviceStore | null = null
  const pictures = keepPictures(origin, () => store)
  if (identity !== null) store = await openDeviceStore(held.database, identity, origin, listeners)

  function onEvents(events: readonly Envelope[]): void {
    if (events.length === 0 || store === null) return
    announce({ kind: 'changed', topics: topicsOf(events) })
    const noticed = noticesOf(store.replica.db, store.replica.store, events)
    noticed.then((all) => all.forEach((notice) => announce({ kind: 'notice', notice })), reportError)
    pictures.heard(events)
    tellStatus()
  }

  async function status(): Promise<DeviceStatus> {
    if (store === null)
      return { ...STARTING, state: 'unpaired', deviceId, persisted: keeping.now().persisted }
    return { ...(await readStatus(store, keeping.now())), encrypted: held.sealed }
  }

  async function reopen(as: Identity): Promise<void> {
    deviceId = as.dev
    store?.stop()
    store = await openDeviceStore(held.database, as, origin, listeners)
    announce({ kind: 'changed', topics: ALL_TOPICS })
    tellStatus()
  }

  // Tabs that ask together get one answer.
  const pair = singleFlight(join)

  async function join(params: Actions['pair']['params']): Promise<Result<null, Failure>> {
    if (store !== null && !params.again) return ok(null)
    const answer = await askToPair(origin, { dev: deviceId, name: params.name, code: params.code })
    if (!answer.ok) return answer
    const { store: storeId, token, server, encrypt } = answer.value
    // A device that already has a store is encrypted at its next start: its screens still read from the plain file.
    if (encrypt && !held.sealed && store === null) held = await encryptNow(held.database, reportError)
    const joined = { dev: deviceId, name: params.name, store: storeId, token, server }
    await writeIdentity(held.database, joined)
    await reopen(joined)
    return ok(null)
  }

  async function perform(ask: Extract<Ask, { kind: 'action' }>): Promise<unknown> {
    if (ask.name === 'pair') return pair(ask.params)
    if (ask.name === 'found') return foundAndPair(origin, ask.params, pair)
    const refusal = refuseForRoom(ask, keeping) ?? (await refuseForPast(ask, store))
    if (refusal !== null) return err(refusal)
    return store === null ? err({ code: 'unpaired' }) : act(held.database, store, desk, ask)
  }

  return {
    async ask(ask) {
      try {
        return ask.kind === 'query' ? await answerQuery(store, status, ask) : await perform(ask)
      } catch (error) {
        if (ask.kind === 'action' && isStorageFull(error)) return err({ code: 'storage_full' })
        throw error
      }
    },
    keep: keeping.promised,
  }
}

function refuseForRoom(
  ask: Extract<Ask, { kind: 'action' }>,
  keeping: ReturnType<typeof watchKeeping>,
): Failure | null {
  const refusal = ask.name === 'command' ? refusalForRoom(ask.params.command, keeping.now()) : null
  // There may be room again: the next try should know.
  if (refusal !== null) keeping.measureSoon()
  return refusal
}

async function refuseForPast(
  ask: Extract<Ask, { kind: 'action' }>,
  store: DeviceStore | null,
): Promise<Failure | null> {
  if (store === null || ask.name !== 'command') return null
  const refusal = await refusalForPast(ask.params.command, store.history)
  // What it asked for goes with the next exchange, which need not wait.
  if (refusal !== null) store.sync.soon(0)
  return refusal
}

function listenersOf(
  announce: (message: Announcement) => void,
  { app, openPrinter }: Omit<Surroundings, 'origin'>,
  keeping: ReturnType<typeof watchKeeping>,
): Omit<StoreListeners, 'onEvents' | 'onStatus' | 'onRenewed'> {
  // Pages of the past come one upon the other; screens are drawn anew now and then.
  const telling = createAppointment(() => announce({ kind: 'changed', topics: ALL_TOPICS }))
  return {
    openPrinter,
    onError: reportError,
    onHistory: () => telling.within(HISTORY_DELAY_MS),
    onPrinting: () => announce({ kind: 'changed', topics: ['printing'] }),
    about() {
      const { usedBytes: used, quotaBytes: quota } = keeping.now()
      return { app, used, quota }
    },
    onKitchen: (stationId, change) => announce({ kind: 'tickets', stationId, change }),
    onKitchenLost(error) {
      announce({ kind: 'changed', topics: ['kitchen'] })
      reportError(error)
    },
  }
}

/** A bug in the background must be seen, not swallowed. */
export function reportError(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
