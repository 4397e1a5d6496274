import { openDatabase } from '#database/open.ts'
import { openCore, type Announcement, type DeviceCore } from './core.ts'
import type { Ask, FromWorker, ToWorker } from './messages.ts'
import { openOpfs } from './sqlite/opfs.ts'
import { STARTING } from './status.ts'
import { joinTabs } from './tabs.ts'

declare const self: DedicatedWorkerGlobalScope

/** OPFS directory of the database. The origin's for life: a new name would be a new device. */
const DIRECTORY = '/comanda'

function toScreen(message: FromWorker): void {
  self.postMessage(message)
}

async function openDevice(announce: (message: Announcement) => void): Promise<DeviceCore> {
  const source = await openOpfs(DIRECTORY)
  try {
    const opened = await openDatabase(source)
    if (opened.ok) return await openCore(opened.value, self.location.origin, announce)
    const failed = { ...STARTING, state: 'failed' as const, problem: opened.error.code }
    announce({ kind: 'status', status: failed })
    return failedCore(failed)
  } catch (error) {
    // The next tab may have more luck; what is left open here would stand in its way.
    await source.close().catch(() => {})
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

const tabs = joinTabs({ openDevice, toScreen })

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'hello') {
    tabs.keep(data.persisted)
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
