import type { Db, Tx } from '#database/schema.ts'

/** Ids of the orders now open, oldest first. */
export async function readOpenOrderIds(db: Db | Tx, store: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('orders')
    .select(['id', 'opened_at'])
    .where('status', '=', 'open')
    .where('store', '=', store)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return [...rows.map((row) => row.id), ...(await readMutualMerges(db, store))]
}

/** Tills merged orders in a circle: its smallest id stands for all of them, and must not leave the floor. [MERGE4] */
async function readMutualMerges(db: Db | Tx, store: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('orders as a')
    .innerJoin('orders as b', (join) =>
      join.onRef('b.store', '=', 'a.store').onRef('b.id', '=', 'a.merged_into'),
    )
    .select(['a.id as id', 'a.merged_into as into'])
    .where('a.status', '=', 'merged')
    .where('a.store', '=', store)
    .where('b.status', '=', 'merged')
    .orderBy('a.id')
    .execute()
  const pointers = new Map(rows.map(({ id, into }) => [id, into]))
  return [...pointers.keys()].filter((id) => isSmallestOfCircle(id, pointers))
}

function isSmallestOfCircle(id: string, pointers: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let at = pointers.get(id) ?? null
  while (at !== null && at !== id && at > id && !seen.has(at)) {
    seen.add(at)
    at = pointers.get(at) ?? null
  }
  return at === id
}

/** The order that is open on a table, if any; the older one where tills opened two. */
export async function readTableOrderId(db: Db | Tx, store: string, tableId: string): Promise<string | null> {
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('status', '=', 'open')
    .where('store', '=', store)
    .where('table_id', '=', tableId)
    .orderBy('opened_at')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** How many orders of a business date have a number beginning with this device's letter. */
export async function countNumbers(
  db: Db | Tx,
  store: string,
  date: string,
  letter: string,
): Promise<number> {
  const row = await db
    .selectFrom('orders')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('store', '=', store)
    .where('business_date', '=', date)
    // By byte, as every engine compares; LIKE is blind to case in SQLite, and to `_` everywhere. '.' follows '-'.
    .where('number', '>=', `${letter}-`)
    .where('number', '<', `${letter}.`)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Ids of the orders closed on a business date, in the order of closing; open ones opened that date come last. */
export async function readOrderIdsOfDay(
  db: Db | Tx,
  store: string,
  date: string,
): Promise<readonly string[]> {
  const closed = await db
    .selectFrom('orders')
    .select('id')
    .where('store', '=', store)
    .where('closed_date', '=', date)
    .orderBy('closed_at')
    .orderBy('id')
    .execute()
  const open = await db
    .selectFrom('orders')
    .select('id')
    .where('store', '=', store)
    .where('business_date', '=', date)
    .where('closed_date', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return [...closed, ...open].map((row) => row.id)
}
