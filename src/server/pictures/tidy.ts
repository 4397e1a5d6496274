import { z } from 'zod'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { dropPictures, pictureHashes, shownPictures } from '#database/queries/pictures.ts'
import type { Db } from '#database/schema.ts'
import { ownPicture } from '#domain/menu/picture.ts'

/** A dish that shows it may be saved on a tablet that has been away. */
const KEPT_MS = 30 * 24 * 3_600_000
const AT_ONCE = 200
const KEY = 'pictures_unshown'

/** Since when, in milliseconds since 1970, no dish shows a picture, by its hash. */
const unshownSchema = z.record(z.string(), z.number())

/** Lets go of pictures that no dish has shown for a month, and tells how many. `now` in milliseconds since 1970. [PICTURE7] */
export async function tidyPictures(db: Db, store: string, now: number): Promise<number> {
  const shown = new Set((await shownPictures(db, store)).map((name) => ownPicture(name)?.hash))
  const before = await readUnshown(db, store)
  const unshown = new Map(
    (await pictureHashes(db, store))
      .filter((hash) => !shown.has(hash))
      .map((hash) => [hash, before.get(hash) ?? now] as const),
  )
  const gone = [...unshown].filter(([, since]) => since <= now - KEPT_MS).map(([hash]) => hash)
  for (const hash of gone) unshown.delete(hash)
  for (let from = 0; from < gone.length; from += AT_ONCE)
    await dropPictures(db, store, gone.slice(from, from + AT_ONCE))
  const isSame =
    gone.length === 0 && unshown.size === before.size && [...unshown.keys()].every((hash) => before.has(hash))
  if (!isSame) await writeUnshown(db, store, unshown)
  return gone.length
}

/** Somebody sent one that may be here already: the dish that shows it is only now being saved. */
export async function sentAgain(db: Db, store: string, hash: string): Promise<void> {
  const unshown = new Map(await readUnshown(db, store))
  if (unshown.delete(hash)) await writeUnshown(db, store, unshown)
}

async function readUnshown(db: Db, store: string): Promise<ReadonlyMap<string, number>> {
  const text = await readLocal(db, store, KEY)
  return new Map(text === null ? [] : Object.entries(unshownSchema.parse(JSON.parse(text))))
}

function writeUnshown(db: Db, store: string, unshown: ReadonlyMap<string, number>): Promise<void> {
  return writeLocal(db, store, KEY, JSON.stringify(Object.fromEntries(unshown)))
}
