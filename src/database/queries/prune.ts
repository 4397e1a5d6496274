import type { Db, Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'
import type { Ref } from './day-rows.ts'

// What may leave a replica, read along the tables' indexes, a little at a time.

const IDS_A_STATEMENT = 400

/** The place of an order in the sequence in which a replica lets go: by business date, then by id. */
export interface OrderPlace {
  readonly date: string
  readonly id: string
}

/** The next orders of business dates before `since`, the oldest date first. */
export async function readOrdersBefore(
  db: Db | Tx,
  store: string,
  since: string,
  after: OrderPlace,
  limit: number,
): Promise<readonly OrderPlace[]> {
  const text = `select business_date as date, id from orders
    where store = ? and business_date < ? and business_date >= ? and (business_date, id) > (?, ?)
    order by business_date, id limit ${limit}`
  const values = [store, since, after.date, after.date, after.id]
  return (await statement<OrderPlace>(text, values).execute(db)).rows
}

/** What else business dates before `since` have: drawers, check-outs, stock documents, days. */
export async function readBesideOrders(
  db: Db | Tx,
  store: string,
  since: string,
): Promise<readonly (Ref & { readonly date: string })[]> {
  const text = `select 'shift' as type, id, business_date as date from shifts where store = ? and business_date < ?
    union all select 'check_out', id, business_date from check_outs where store = ? and business_date < ?
    union all select distinct 'stock', source, date from stock_moves
      where store = ? and source_type = 'stock' and date < ?
    union all select 'day', id, business_date from days where store = ? and business_date < ?
    order by date, type, id`
  const values = [store, since, store, since, store, since, store, since]
  return (await statement<Ref & { readonly date: string }>(text, values).execute(db)).rows
}

/** Whether an order that was sold on a business date is here. */
export async function hasOrdersClosedOn(db: Db | Tx, store: string, date: string): Promise<boolean> {
  const text = 'select id from orders where store = ? and closed_date = ? limit 1'
  return (await statement(text, [store, date]).execute(db)).rows.length > 0
}

/** Whether more than so many events are here. */
export async function hasMoreEvents(db: Db | Tx, store: string, than: number): Promise<boolean> {
  const text = `select n from journal where store = ? order by n limit 1 offset ${than}`
  return (await statement(text, [store]).execute(db)).rows.length > 0
}

/** How far into one device's log the events of some entities reach. */
export interface Reach {
  readonly dev: string
  /** The last of them. */
  readonly seq: number
  readonly hash: string
  /** When the latest was written, in corrected milliseconds since 1970. */
  readonly latest: number
  /** Whether all are understood here. */
  readonly folded: boolean
}

export async function readReach(tx: Tx, store: string, refs: readonly Ref[]): Promise<readonly Reach[]> {
  const found = new Map<string, Reach>()
  await forEachType(refs, async (type, ids) => {
    const text = `select dev, seq, hash, wall + off_ms as latest, folded from journal
      where store = ? and ent_type = ? and ent_id in ${places(ids)}`
    const { rows } = await statement<Omit<Reach, 'folded'> & { readonly folded: number }>(text, [
      store,
      type,
      ...ids,
    ]).execute(tx)
    for (const row of rows)
      found.set(row.dev, further(found.get(row.dev), { ...row, folded: row.folded === 1 }))
  })
  return [...found.values()]
}

function further(known: Reach | undefined, one: Reach): Reach {
  if (known === undefined) return one
  const last = one.seq > known.seq ? one : known
  return { ...last, latest: Math.max(known.latest, one.latest), folded: known.folded && one.folded }
}

/** Takes the events of some entities out of the journal. What stands for them is the caller's to write. */
export async function deleteHistories(tx: Tx, store: string, refs: readonly Ref[]): Promise<void> {
  await forEachType(refs, async (type, ids) => {
    const text = `delete from journal where store = ? and ent_type = ? and ent_id in ${places(ids)}`
    await statement(text, [store, type, ...ids]).execute(tx)
  })
}

/** Kept reports of dates before `since` of which nothing is here any more. */
export async function deleteBareTotals(db: Db | Tx, store: string, since: string): Promise<void> {
  const bare = [
    ['orders', 'business_date'],
    ['orders', 'closed_date'],
    ['payments', 'business_date'],
    ['refunds', 'business_date'],
    ['shifts', 'business_date'],
  ].map(
    ([table, column]) => `not exists (select 1 from ${table} as t
      where t.store = day_totals.store and t.${column} = day_totals.business_date)`,
  )
  const text = `delete from day_totals where store = ? and business_date < ? and ${bare.join(' and ')}`
  await statement(text, [store, since]).execute(db)
}

async function forEachType(
  refs: readonly Ref[],
  work: (type: string, ids: readonly string[]) => Promise<void>,
): Promise<void> {
  for (const type of new Set(refs.map((ref) => ref.type))) {
    const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id)
    for (let start = 0; start < ids.length; start += IDS_A_STATEMENT)
      await work(type, ids.slice(start, start + IDS_A_STATEMENT))
  }
}
