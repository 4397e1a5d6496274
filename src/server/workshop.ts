import type { Logger } from 'pino'
import type { Database } from '#database/open.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Config } from './config.ts'
import type { Duty } from './news/duty.ts'
import { openNews } from './news/news.ts'
import { openSpooler } from '#spool/spooler.ts'
import { housePlace } from './printing/house-place.ts'
import type { Stores } from './stores/stores.ts'
import type { Rooms } from './sync/rooms.ts'

interface Parts {
  readonly database: Database
  readonly stores: Stores
  readonly rooms: Rooms
  readonly log: Logger
}

/** Between two words to the devices about the print queue. */
const PRINT_NEWS_MS = 300

/** A job that another process took in waits this long at most. */
const LOOK_EVERY_MS = 1_000

export interface Workshop {
  /** Somebody changed the print queue. Where another process prints, it looks by itself. */
  kickPrinting(): void
  close(): Promise<void>
}

/**
 * What runs beside the answering of devices: printing, and on PostgreSQL the line to the other processes of this
 * cloud, of which one alone prints. [CLOUD3]
 */
export async function openWorkshop(
  { databaseUrl: url, printing }: Config,
  { database, stores, rooms, log }: Parts,
): Promise<Workshop> {
  const { db, store } = stores.home.replica
  const telling = createAppointment(() => rooms.printing(store))
  const tell = (): void => telling.within(PRINT_NEWS_MS)
  const spooling = { db, store, ...housePlace(log), onChanged: tell }
  if (url !== null) {
    const print: Duty = {
      name: `print ${store}`,
      start: () => openSpooler({ ...spooling, lookEveryMs: LOOK_EVERY_MS }),
    }
    const news = await openNews({ url, stores, rooms, database, log, duties: printing ? [print] : [] })
    return { ...news, kickPrinting: tell }
  }
  if (!printing) return { close: async () => {}, kickPrinting: () => {} }
  const spooler = await openSpooler(spooling)
  stores.home.onLive(() => spooler.kick())
  return {
    close: spooler.close,
    kickPrinting() {
      tell()
      spooler.kick()
    },
  }
}
