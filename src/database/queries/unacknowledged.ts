import type { Db } from '#database/schema.ts'

export interface Waiting {
  readonly count: number
  /** When the oldest of them was written, in milliseconds since 1970. */
  readonly oldestAt: number | null
}

/** A device's own events after `acknowledged`. */
export async function readWaiting(
  db: Db,
  store: string,
  dev: string,
  acknowledged: number,
): Promise<Waiting> {
  const head = await db
    .selectFrom('heads')
    .select('seq')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .executeTakeFirst()
  const count = Math.max(0, (head?.seq ?? 0) - acknowledged)
  if (count === 0) return { count: 0, oldestAt: null }
  const oldest = await db
    .selectFrom('journal')
    .select('wall')
    .where('store', '=', store)
    .where('dev', '=', dev)
    .where('seq', '=', acknowledged + 1)
    .executeTakeFirst()
  return { count, oldestAt: oldest?.wall ?? null }
}
