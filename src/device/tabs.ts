import type { Announcement, DeviceCore } from './core.ts'
import type { Ask, FromWorker } from './messages.ts'

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

type BusMessage =
  | { readonly kind: 'owner' }
  | { readonly kind: 'ask'; readonly tab: string; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'answer'; readonly tab: string; readonly id: number; readonly result: unknown }
  | { readonly kind: 'crash'; readonly tab: string; readonly id: number; readonly message: string }
  | { readonly kind: 'announce'; readonly message: Announcement }
  | { readonly kind: 'keep'; readonly persisted: boolean | null }

interface Pending {
  readonly ask: Ask
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

export function joinTabs({ openDevice, toScreen }: TabsOptions): Tabs {
  const tab = crypto.randomUUID()
  const bus = new BroadcastChannel(CHANNEL)
  const pending = new Map<number, Pending>()
  let core: DeviceCore | null = null
  let lastId = 0
  let kept: boolean | null = null

  function post(message: BusMessage): void {
    bus.postMessage(message)
  }

  function announce(message: Announcement): void {
    toScreen(message)
    post({ kind: 'announce', message })
  }

  function sendOn(id: number, { ask, resolve, reject }: Pending): void {
    if (core === null) {
      post({ kind: 'ask', tab, id, ask })
      return
    }
    pending.delete(id)
    core.ask(ask).then(resolve, reject)
  }

  async function own(): Promise<void> {
    core = await openWithPatience(() => openDevice(announce))
    core.keep(kept)
    post({ kind: 'owner' })
    toScreen({ kind: 'changed', topics: ['status'] })
    for (const [id, one] of [...pending]) sendOn(id, one)
    // Held until this worker ends; the browser then gives the lock to the next tab.
    await new Promise<never>(() => {})
  }

  function settle(id: number, finish: (one: Pending) => void): void {
    const one = pending.get(id)
    pending.delete(id)
    if (one !== undefined) finish(one)
  }

  bus.addEventListener('message', ({ data }: MessageEvent<BusMessage>) => {
    if (data.kind === 'announce') toScreen(data.message)
    else if (data.kind === 'owner') {
      for (const [id, one] of pending) sendOn(id, one)
      post({ kind: 'keep', persisted: kept })
      toScreen({ kind: 'changed', topics: ['status'] })
    } else if (data.kind === 'keep') core?.keep(data.persisted)
    else if (data.kind === 'ask') answerFor(data)
    else if (data.tab === tab && data.kind === 'answer') settle(data.id, (one) => one.resolve(data.result))
    else if (data.tab === tab && data.kind === 'crash') settle(data.id, (one) => one.reject(new Error(data.message)))
  })

  function answerFor({ tab: asking, id, ask }: Extract<BusMessage, { kind: 'ask' }>): void {
    core?.ask(ask).then(
      (result) => post({ kind: 'answer', tab: asking, id, result }),
      (error: unknown) =>
        post({ kind: 'crash', tab: asking, id, message: error instanceof Error ? error.message : String(error) }),
    )
  }

  navigator.locks.request(LOCK, own).catch((error: unknown) => {
    for (const [id] of [...pending]) settle(id, (one) => one.reject(new Error(String(error))))
    throw error
  })

  return {
    ask: (ask) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const one = { ask, resolve, reject }
        pending.set(lastId, one)
        sendOn(lastId, one)
      }),
    keep(persisted) {
      kept = persisted
      if (core === null) post({ kind: 'keep', persisted })
      else core.keep(persisted)
    },
  }
}

const PATIENCE_MS = 10_000
const RETRY_MS = 50

/** A tab that just died may hold its file handles a moment longer than its lock. */
async function openWithPatience(open: () => Promise<DeviceCore>): Promise<DeviceCore> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await open()
    } catch (error) {
      const busy = error instanceof DOMException && error.name === 'NoModificationAllowedError'
      if (!busy || performance.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}
