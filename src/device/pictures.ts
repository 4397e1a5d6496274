import { shownPictures } from '#database/queries/pictures.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { picturePath } from '#domain/menu/picture.ts'
import { createAppointment } from '#link/appointment.ts'
import type { DeviceStore } from './store.ts'

/** Fetches the menu's pictures ahead, so that a till without a line shows them, too. [PICTURE4] */
export interface PictureKeeper {
  heard(events: readonly Envelope[]): void
}

/** The service worker answers screens from it: see vite.config.ts. */
const CACHE = 'pictures'
/** After what a starting till has to do. */
const FIRST_MS = 10_000
const CHANGED_MS = 1_000
const RETRY_MS = 60_000
const TIMEOUT_MS = 20_000

export function keepPictures(origin: string, storeNow: () => DeviceStore | null): PictureKeeper {
  const next = createAppointment(() => {
    round().then(
      (whole) => whole || next.within(RETRY_MS),
      () => next.within(RETRY_MS),
    )
  })

  /** One after the other: whatever somebody waits for goes first. True when none is missing. */
  async function round(): Promise<boolean> {
    const store = storeNow()
    if (store === null) return false
    const { db, store: storeId } = store.replica
    const cache = await caches.open(CACHE)
    const held = new Set((await cache.keys()).map(({ url }) => url))
    const shown = await shownPictures(db, storeId)
    // On a new device the menu is still to come.
    let whole = shown.length > 0
    for (const name of shown) {
      const path = picturePath(name)
      if (path === null || held.has(`${origin}${path}`)) continue
      if (!(await take(cache, `${origin}${path}`))) whole = false
    }
    return whole
  }

  next.within(FIRST_MS)
  return {
    heard(events) {
      if (events.some(({ entType }) => entType === 'menu_item')) next.within(CHANGED_MS)
    },
  }
}

async function take(cache: Cache, url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  // A server that has none answers with its screens' page for what it does not know.
  if (!answer.ok || answer.headers.get('content-type')?.startsWith('image/') !== true) return false
  await cache.put(url, answer)
  return true
}
