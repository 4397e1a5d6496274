import type { Envelope } from '#domain/event/envelope.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { act } from './act.ts'
import { answerQuery } from './answer-query.ts'
import { encryptNow, type DeviceDatabase } from './database.ts'
import { readDeviceId, readIdentity, writeIdentity } from './identity.ts'
import type { Actions, Ask, DeviceStatus, Failure, FromWorker } from './messages.ts'
import { noticesOf } from './notices.ts'
import { askToPair } from './pair.ts'
import { singleFlight } from './single-flight.ts'
import { isStorageFull } from './sqlite/opfs.ts'
import { createAppointment } from '#link/appointment.ts'
import { readStatus, STARTING, type Keeping } from './status.ts'
import { openDeviceStore, type DeviceStore, type StoreListeners } from './store.ts'
import { ALL_TOPICS, topicsOf } from './topics.ts'

/** Something every screen of this device should hear. */
export type Announcement = Exclude<FromWorker, { kind: 'answer' } | { kind: 'crash' }>

/** The device behind all its tabs: it answers what screens ask and announces what changes. */
export interface DeviceCore {
  ask(ask: Ask): Promise<unknown>
  keep(persisted: boolean | null): void
}

/** Counting what is safe must never stand between a tap and its line on the screen. */
const STATUS_DELAY_MS = 100

export async function openCore(
  opened: DeviceDatabase,
  origin: string,
  announce: (message: Announcement) => void,
): Promise<DeviceCore> {
  let held = opened
  const deviceId = await readDeviceId(held.database)
  const identity = await readIdentity(held.database)
  let keeping: Keeping = { persisted: null, usedBytes: null, quotaBytes: null }
  const telling = createAppointment(() => {
    status().then((now) => announce({ kind: 'status', status: now }), reportError)
  })
  const listeners = { onEvents, onStatus: tellStatus, ...kitchenListeners(announce) }
  let store: DeviceStore | null = null
  if (identity !== null) store = await openDeviceStore(held.database, identity, origin, listeners)

  function onEvents(events: readonly Envelope[]): void {
    if (events.length === 0 || store === null) return
    announce({ kind: 'changed', topics: topicsOf(events) })
    noticesOf(store.replica.db, store.replica.store, events).then((notices) => {
      for (const notice of notices) announce({ kind: 'notice', notice })
    }, reportError)
    tellStatus()
  }

  async function status(): Promise<DeviceStatus> {
    if (store === null) return { ...STARTING, state: 'unpaired', deviceId, persisted: keeping.persisted }
    return { ...(await readStatus(store, keeping)), encrypted: held.sealed }
  }

  function tellStatus(): void {
    telling.within(STATUS_DELAY_MS)
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
    store?.sync.stop()
    store = await openDeviceStore(held.database, joined, origin, listeners)
    announce({ kind: 'changed', topics: ALL_TOPICS })
    tellStatus()
    return ok(null)
  }

  async function perform(ask: Extract<Ask, { kind: 'action' }>): Promise<unknown> {
    if (ask.name === 'pair') return pair(ask.params)
    return store === null ? err({ code: 'unpaired' }) : act(held.database, store, ask)
  }

  async function measure(): Promise<void> {
    const { usage, quota } = await navigator.storage.estimate()
    keeping = { ...keeping, usedBytes: usage ?? null, quotaBytes: quota ?? null }
    tellStatus()
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
    keep(persisted) {
      keeping = { ...keeping, persisted: persisted ?? keeping.persisted }
      measure().catch(reportError)
    },
  }
}

function kitchenListeners(
  announce: (message: Announcement) => void,
): Pick<StoreListeners, 'onKitchen' | 'onKitchenLost'> {
  return {
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
