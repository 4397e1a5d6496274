import type { Db, Tx } from '#database/schema.ts'

/** A picture's bytes, in base64; null: it is not here. */
export async function readPicture(db: Db, store: string, hash: string): Promise<string | null> {
  const row = await db
    .selectFrom('pictures')
    .select('body')
    .where('store', '=', store)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row?.body ?? null
}

/** The same picture twice is one. */
export async function keepPicture(db: Db | Tx, store: string, hash: string, body: string): Promise<void> {
  await db
    .insertInto('pictures')
    .values({ store, hash, body })
    .onConflict((conflict) => conflict.columns(['store', 'hash']).doNothing())
    .execute()
}

/** All that are here, by their hashes. */
export async function pictureHashes(db: Db, store: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('pictures')
    .select('hash')
    .where('store', '=', store)
    .orderBy('hash')
    .execute()
  return rows.map(({ hash }) => hash)
}

/** At most a few hundred at once. */
export async function dropPictures(db: Db, store: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await db.deleteFrom('pictures').where('store', '=', store).where('hash', 'in', hashes).execute()
}

/** Those of these that are here. At most a few hundred at once. */
export async function heldPictures(
  db: Db,
  store: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('pictures')
    .select('hash')
    .where('store', '=', store)
    .where('hash', 'in', hashes)
    .execute()
  return new Set(rows.map(({ hash }) => hash))
}

/** What the dishes of the menu show, those off the menu, too: they may come back. */
export async function shownPictures(db: Db, store: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('menu_items')
    .select('picture')
    .distinct()
    .where('store', '=', store)
    .where('picture', '<>', '')
    .orderBy('picture')
    .execute()
  return rows.map(({ picture }) => picture)
}
