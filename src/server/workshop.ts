import type { Logger } from 'pino'
import type { Database } from '#database/open.ts'
import type { Config } from './config.ts'
import type { Duty } from './news/duty.ts'
import { openNews } from './news/news.ts'
import { openSpooler } from './printing/spooler.ts'
import type { Stores } from './stores/stores.ts'
import type { Rooms } from './sync/rooms.ts'

interface Parts {
  readonly database: Database
  readonly stores: Stores
  readonly rooms: Rooms
  readonly log: Logger
}

/** A job that another process took in waits this long at most. */
const LOOK_EVERY_MS = 1_000

/**
 * What runs beside the answering of devices: printing, and on PostgreSQL the line to the other processes of this
 * cloud, of which one alone prints. [CLOUD3]
 */
export async function openWorkshop(
  { databaseUrl: url, printing }: Config,
  { database, stores, rooms, log }: Parts,
): Promise<{ close(): Promise<void> }> {
  const { db, store } = stores.home.replica
  if (url !== null) {
    const print: Duty = {
      name: `print ${store}`,
      start: () => openSpooler({ db, store, log, lookEveryMs: LOOK_EVERY_MS }),
    }
    return openNews({ url, stores, rooms, database, log, duties: printing ? [print] : [] })
  }
  if (!printing) return { close: async () => {} }
  const spooler = await openSpooler({ db, store, log })
  stores.home.onLive(() => spooler.kick())
  return spooler
}
