import { messageOf, type BusMessage } from './bus.ts'
import type { Announcement, DeviceCore } from './core.ts'
import type { Ask } from './messages.ts'
import type { FromWorker } from './messages/traffic.ts'
import { openWithPatience } from './open-with-patience.ts'
import { createPending } from './pending.ts'
import { isStorageFull } from './sqlite/opfs.ts'
import { STARTING } from './status.ts'
import { ALL_TOPICS } from './topics.ts'

/**
 * One tab owns the database, the others go through it. Ownership is a Web Lock: it passes on by itself when the
 * owning tab closes or dies. Whatever was asked and not answered is asked again of the new owner; commands carry
 * their own id, so nothing happens twice.
 */
export interface Tabs {
  ask(ask: Ask): Promise<unknown>
  keep(persisted: boolean | null): void
}

export interface TabsOptions {
  readonly openDevice: (announce: (message: Announcement) => void) => Promise<DeviceCore>
  readonly toScreen: (message: FromWorker) => void
}

const LOCK = 'comanda-database'
const CHANNEL = 'comanda'

export function joinTabs({ openDevice, toScreen }: TabsOptions): Tabs {
  const tab = crypto.randomUUID()
  const bus = new BroadcastChannel(CHANNEL)
  const pending = createPending()
  const post = (message: BusMessage): void => bus.postMessage(message)
  let core: DeviceCore | null = null
  let kept: boolean | null = null
  /** Why this tab could not open the database. It stays so until the page is reloaded. */
  let failure: string | null = null

  function announce(message: Announcement): void {
    toScreen(message)
    post({ kind: 'announce', message })
  }

  function send(id: number, ask: Ask): void {
    if (core === null) post({ kind: 'ask', tab, id, ask })
    else
      core.ask(ask).then(
        (result) => pending.answer(id, result),
        (error: unknown) => pending.fail(id, messageOf(error)),
      )
  }

  async function own(): Promise<void> {
    core = await openWithPatience(() => openDevice(announce))
    core.keep(kept)
    post({ kind: 'owner' })
    toScreen({ kind: 'changed', topics: ALL_TOPICS })
    pending.each(send)
    // Held until this worker ends; the browser then gives the lock to the next tab.
    await new Promise<never>(() => {})
  }

  function answerFor({ tab: asking, id, ask }: Extract<BusMessage, { kind: 'ask' }>): void {
    core?.ask(ask).then(
      (result) => post({ kind: 'answer', tab: asking, id, result }),
      (error: unknown) => post({ kind: 'crash', tab: asking, id, message: messageOf(error) }),
    )
  }

  function meetOwner(): void {
    pending.each(send)
    post({ kind: 'keep', persisted: kept })
    // Whatever happened between two owners was announced to nobody.
    toScreen({ kind: 'changed', topics: ALL_TOPICS })
  }

  function giveUp(error: unknown): void {
    const problem = isStorageFull(error) ? 'storage_full' : 'database_failed'
    failure = problem
    toScreen({ kind: 'status', status: { ...STARTING, state: 'failed', problem } })
    pending.each((id) => pending.fail(id, problem))
  }

  bus.addEventListener('message', ({ data }: MessageEvent<BusMessage>) => {
    if (failure !== null) return
    if (data.kind === 'announce') toScreen(data.message)
    else if (data.kind === 'owner') meetOwner()
    else if (data.kind === 'keep') core?.keep(data.persisted)
    else if (data.kind === 'ask') answerFor(data)
    else if (data.tab !== tab) return
    else if (data.kind === 'answer') pending.answer(data.id, data.result)
    else pending.fail(data.id, data.message)
  })

  navigator.locks.request(LOCK, own).catch((error: unknown) => {
    giveUp(error)
    throw error
  })

  return {
    ask: (ask) => (failure === null ? pending.add(ask, send) : Promise.reject(new Error(failure))),
    keep(persisted) {
      kept = persisted
      if (core === null) post({ kind: 'keep', persisted })
      else core.keep(persisted)
    },
  }
}
