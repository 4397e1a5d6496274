import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Envelope } from '#domain/event/envelope.ts'
import { readLog } from '#database/log.ts'
import { ofStore, type Database } from '#database/open.ts'
import type { Hub } from '#server/hub.ts'
import type { Stores } from '#server/stores/stores.ts'
import type { Rooms } from '#server/sync/rooms.ts'
import { openBoard, type Board } from './board.ts'
import { createDutyHolder, type Duty, type DutyHolder } from './duty.ts'
import { logParts, readNotice, writeNotice, type LogPart, type Notice } from './notices.ts'

/** What one process of a cloud tells and hears of the others. */
export interface News {
  close(): Promise<void>
}

export interface NewsOptions {
  readonly url: string
  readonly stores: Stores
  readonly rooms: Rooms
  readonly database: Database
  readonly duties: readonly Duty[]
  readonly log: Logger
}

const HERE_MS = 5_000
/** A process that said nothing for so long has died, perhaps with news it had not told. */
const SILENT_MS = 3 * HERE_MS

/**
 * Devices of one store may hang on different processes: each tells the others what came in, as early as it tells its
 * own devices. Whenever something may have been missed, its devices are told to compare their heads. [CLOUD1] [CLOUD2]
 */
export async function openNews(options: NewsOptions): Promise<News> {
  const { url, stores, rooms, database, log } = options
  const me = randomUUID()
  const heard = new Map<string, number>()
  let holders: readonly DutyHolder[] = []
  let board: Board | null = null

  function say(notice: Notice): boolean {
    const text = writeNotice(me, notice)
    if (text !== null) board?.say(text)
    return text !== null
  }

  function hear(text: string): void {
    const read = readNotice(text)
    if (read === null || read.by === me) return
    heard.set(read.by, Date.now())
    if (read.notice.kind === 'bye') heard.delete(read.by)
    else
      tellRooms(rooms, database, read.notice).catch((error: unknown) => {
        log.warn({ err: error }, 'news of another process could not be read')
        rooms.look()
      })
  }

  board = await openBoard(url, {
    onText: hear,
    onLost: () => void Promise.all(holders.map((holder) => holder.drop())),
    onBack() {
      say({ kind: 'look' })
      rooms.look()
    },
  })
  const opened = board
  holders = options.duties.map((duty) => createDutyHolder(opened, duty, log))
  stores.onOpened((hub) => tellOthers(hub, say))

  async function tick(): Promise<void> {
    say({ kind: 'here' })
    for (const [process, at] of heard) {
      if (Date.now() - at <= SILENT_MS) continue
      heard.delete(process)
      rooms.look()
    }
    await Promise.all(holders.map((holder) => holder.seek()))
  }

  await tick()
  const timer = setInterval(() => void tick(), HERE_MS)
  return {
    async close() {
      clearInterval(timer)
      await Promise.all(holders.map((holder) => holder.drop()))
      say({ kind: 'bye' })
      await opened.close()
    },
  }
}

/** Small news goes out while it is being written, as to this process's own devices; large news once it is kept. */
function tellOthers(hub: Hub, say: (notice: Notice) => boolean): void {
  const { store } = hub.replica
  const large = new WeakSet<readonly Envelope[]>()
  hub.onArrival((events, from) => {
    if (!say({ kind: 'events', store, from, events })) large.add(events)
  })
  hub.onLive((events, from) => {
    if (large.has(events)) say({ kind: 'kept', store, from, logs: logParts(events) })
    const devs = events.filter(({ entType }) => entType === 'device').map(({ entId }) => entId)
    if (devs.length > 0 && !say({ kind: 'devices', store, devs })) say({ kind: 'look' })
  })
}

async function tellRooms(rooms: Rooms, database: Database, notice: Notice): Promise<void> {
  switch (notice.kind) {
    case 'here':
    case 'bye':
      return
    case 'look':
      return rooms.look()
    case 'devices':
      return rooms.leaveInactive(notice.store, notice.devs)
    case 'events':
      return rooms.events(notice.store, notice.from, notice.events)
    case 'kept': {
      if (!rooms.anybody(notice.store)) return
      for (const part of notice.logs) {
        rooms.events(notice.store, notice.from, await readPart(database, notice.store, part))
      }
    }
  }
}

function readPart(
  database: Database,
  store: string,
  [dev, first, last]: LogPart,
): Promise<readonly Envelope[]> {
  return readLog(ofStore(database, store).db, store, dev, first - 1, last - first + 1)
}
