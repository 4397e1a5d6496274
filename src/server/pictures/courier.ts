import { z } from 'zod'
import { heldPictures, keepPicture, readPicture, shownPictures } from '#database/queries/pictures.ts'
import { hash as hashOf } from 'node:crypto'
import { ownPicture } from '#domain/menu/picture.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Hub } from '#server/hub.ts'
import type { Membership } from '#server/upstream/membership.ts'
import { isDrawn } from './redraw.ts'

/** Carries the pictures of dishes between a hub and its cloud, both ways, behind everything else. [PICTURE5] */
export interface Courier {
  stop(): Promise<void>
}

/** After a dish changed: its picture may be on its way, too. */
const SOON_MS = 1_000
const RETRY_MS = 60_000
/** A cloud may be restored from an old copy, and a picture may come to it later than its dish. */
const AGAIN_MS = 15 * 60_000
const TIMEOUT_MS = 20_000
const HASHES_AT_ONCE = 200

const lackingReply = z.object({ lacking: z.array(z.string()) })

export function startCourier(hub: Hub, { url, token }: Membership): Courier {
  const { db, store } = hub.replica
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()
  const again = createAppointment(() => {
    working = round().then(
      (whole) => plan(whole ? AGAIN_MS : RETRY_MS),
      () => plan(RETRY_MS),
    )
  })

  function plan(delayMs: number): void {
    if (!stopping.signal.aborted) again.within(delayMs)
  }

  function send(path: string, method: string, body: object | null): Promise<Response> {
    return fetch(`${url}${path}`, {
      method,
      headers: body === null ? {} : { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: body === null ? null : JSON.stringify(body),
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
  }

  /** True when nothing is left to carry. */
  async function round(): Promise<boolean> {
    const shown = (await shownPictures(db, store)).flatMap((name) => {
      const own = ownPicture(name)
      return own?.store === store ? [own.hash] : []
    })
    let whole = true
    for (let from = 0; from < shown.length; from += HASHES_AT_ONCE) {
      const hashes = shown.slice(from, from + HASHES_AT_ONCE)
      const held = await heldPictures(db, store, hashes)
      for (const hash of hashes) if (!held.has(hash) && !(await take(hash))) whole = false
      for (const hash of await lackingAbove([...held])) if (!(await bring(hash))) whole = false
    }
    return whole
  }

  async function lackingAbove(hashes: readonly string[]): Promise<readonly string[]> {
    if (hashes.length === 0) return []
    const answer = await send('/api/pictures/lacking', 'POST', { hashes })
    return lackingReply.parse(await answer.json()).lacking
  }

  /** False: the cloud did not take it; the others go on. */
  async function bring(hash: string): Promise<boolean> {
    const image = await readPicture(db, store, hash)
    if (image === null) return true
    const answer = await send(`/api/pictures/${hash}`, 'PUT', { image })
    return answer.ok
  }

  async function take(hash: string): Promise<boolean> {
    const answer = await send(`/pictures/${store}/${hash}.webp`, 'GET', null)
    if (!answer.ok) return false
    const bytes = Buffer.from(await answer.arrayBuffer())
    if (hashOf('sha256', bytes) !== hash || !(await isDrawn(bytes))) return false
    await keepPicture(db, store, hash, bytes.toString('base64'))
    return true
  }

  hub.onLive((events) => {
    if (events.some(({ entType }) => entType === 'menu_item')) plan(SOON_MS)
  })
  plan(0)
  return {
    async stop() {
      stopping.abort()
      again.cancel()
      await working
    },
  }
}
