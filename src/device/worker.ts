import { readHasher } from './browser-pins.ts'
import { openCore, reportError, type Announcement, type DeviceCore } from './core.ts'
import { openDeviceDatabase } from './database.ts'
import type { Ask } from './messages.ts'
import type { FromWorker, ToWorker } from './messages/traffic.ts'
import { createPageLines } from './printing/page-lines.ts'
import { STARTING } from './status.ts'
import { joinTabs } from './tabs.ts'

declare const self: DedicatedWorkerGlobalScope
/** Put in by the build: see vite.config.ts. */
declare const APP_VERSION: string

function toScreen(message: FromWorker): void {
  self.postMessage(message)
}

async function openDevice(announce: (message: Announcement) => void): Promise<DeviceCore> {
  const opened = await openDeviceDatabase(reportError)
  if (!opened.ok) {
    const failed = { ...STARTING, state: 'failed' as const, problem: opened.error.code }
    announce({ kind: 'status', status: failed })
    return failedCore(failed)
  }
  const { database } = opened.value
  try {
    const core = await openCore(opened.value, { ...PLACE, openPrinter: lines.open }, announce)
    // Where it fails it is read again when somebody types a PIN.
    readHasher().catch(() => {})
    return core
  } catch (error) {
    // The next tab may have more luck; what is left open here would stand in its way.
    await database.close().catch(() => {})
    throw error
  }
}

/** A database this program must not touch: every screen is told so, whatever it asks. */
function failedCore(status: typeof STARTING): DeviceCore {
  return {
    ask: async (ask: Ask) =>
      ask.kind === 'query' && ask.name === 'status'
        ? status
        : Promise.reject(new Error(status.problem ?? '')),
    keep: () => {},
  }
}

const PLACE = { origin: self.location.origin, app: APP_VERSION } as const
const lines = createPageLines((line, order) => toScreen({ kind: 'line', line, order }))
const tabs = joinTabs({ openDevice, toScreen })

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'hello') {
    tabs.keep(data.persisted)
    return
  }
  if (data.kind === 'line') {
    lines.told(data.line, data.news)
    return
  }
  tabs.ask(data.ask).then(
    (result) => toScreen({ kind: 'answer', id: data.id, result }),
    (error: unknown) =>
      toScreen({
        kind: 'crash',
        id: data.id,
        message: error instanceof Error ? error.message : String(error),
      }),
  )
})
